// Fields of forms that several pages have. Each is a plain field of a GET form: it works without a script, and its page can be linked to.
import { type Html, html, raw } from './html.js';

/** With "all" first, which is chosen where `chosen` names none. */
export function theaterField(theaters: Readonly<Record<string, { name: string }>>, chosen: string | null | undefined): Html {
  const options = Object.entries(theaters).map(([id, { name }]) => [id, name] as const);
  return choiceField('theater', 'Theater', [['', 'all'], ...options], chosen ?? '');
}

/** A list to choose from: of each option what the address then says, and what is shown; `chosen` that is no option leaves the first. */
export function choiceField(name: string, label: string, options: readonly (readonly [string, string])[], chosen: string): Html {
  return html`<div><label for="f-${name}">${label}</label><select id="f-${name}" name="${name}">${options.map(
    ([value, shown]) => html`<option value="${value}"${value === chosen ? raw(' selected') : ''}>${shown}</option>`,
  )}</select></div>`;
}

/** A line to write in, of 200 characters at most; `hint` stands in it while it is empty. */
export function textField(name: string, label: string, value: string | undefined, hint = ''): Html {
  return html`<div><label for="f-${name}">${label}</label><input id="f-${name}" name="${name}" value="${value ?? ''}" placeholder="${hint}" maxlength="200"></div>`;
}
