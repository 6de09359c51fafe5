// Fields of forms that several pages have. Each is a plain field of a GET form: it works without a script, and its page can be linked to.
import { type Html, html, raw } from './html.js';

export function theaterField(theaters: Readonly<Record<string, { name: string }>>, chosen: string | null | undefined): Html {
  const options = Object.entries(theaters).map(([id, { name }]) => [id, name] as const);
  return choiceField('theater', 'Theater', [['', 'all'], ...options], chosen ?? '');
}

function choiceField(name: string, label: string, options: readonly (readonly [string, string])[], chosen: string): Html {
  return html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}">${options.map(
    ([value, shown]) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${shown}</option>`,
  )}</select></div>`;
}
