// An act as a button: a plain form that is posted, with the command it stands for beside it. Who may not act sees the command alone.
import { type Html, html } from '../../html.js';
import type { DeskAsked } from '../page.js';
import { formTokenFor } from '../visitor.js';
import { acts } from './acts.js';

interface Button {
  act: string;
  /** What is said with it. */
  fields: Readonly<Record<string, string | undefined>>;
  label: string;
  /** Further fields that the visitor fills in. */
  more?: Html | '';
  /** Where the command would repeat what stands beside it. */
  isTerse?: boolean;
}

/** A button with the command beside it. Whoever cannot act from here sees the command alone, or nothing where it `isTerse`. */
export function actButton(asked: DeskAsked, { act, fields, label, more = '', isTerse = false }: Button): Html {
  const command = acts[act]?.command((name) => fields[name]) ?? '';
  if (asked.visitor === null || asked.closed !== null) return isTerse ? html`` : html`<p class="act"><code>${command}</code></p>`;
  return html`<form class="act" method="post" action="/desk/act">
${hidden({ ...fields, act, back: asked.here, token: formTokenFor(asked.visitor) })}${more}
<button title="${command}">${label}</button>${isTerse ? '' : html` <code>${command}</code>`}
</form>`;
}

/** Fields that a form carries unseen; what is undefined is left out. */
export function hidden(fields: Readonly<Record<string, string | undefined>>): Html {
  return html`${Object.entries(fields).map(([name, value]) => (value === undefined ? '' : html`<input type="hidden" name="${name}" value="${value}">`))}`;
}
