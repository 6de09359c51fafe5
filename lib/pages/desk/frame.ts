// What stands around every page of the desk: where one can go in it, who is logged in, and what the last act did.
import { deskScript, deskStyle } from '../assets.js';
import { type Html, html, raw } from '../html.js';
import { hidden } from './act/form.js';
import type { DeskAsked } from './page.js';
import { formTokenFor } from './visitor.js';

const places: readonly (readonly [string, string])[] = [
  ['/desk', 'Now'],
  ['/desk/items', 'Items'],
  ['/desk/failures', 'Failures'],
  ['/desk/runs', 'Runs'],
  ['/desk/feeds', 'Feeds'],
  ['/desk/models', 'Models and money'],
  ['/desk/checks', 'Checks'],
  ['/desk/alerts', 'Alerts'],
  ['/desk/log', 'Log'],
];

interface Around {
  asked: DeskAsked;
  /** Of the page, to mark where one is. */
  path: string;
  told: string | null;
}

/** Null around: what is shown to who logs in. */
export function deskFrame(body: Html, around: Around | null): Html {
  return html`<link rel="stylesheet" href="${deskStyle.path}"><script src="${deskScript.path}" defer></script>
<div class="desk-head">
<nav aria-label="Desk"><ul>${places.map(([path, name]) => html`<li><a href="${path}"${path === around?.path ? raw(' aria-current="page"') : ''}>${name}</a></li>`)}</ul></nav>
${around === null ? '' : whoIs(around.asked)}
</div>
${around === null || around.asked.trouble === null ? '' : html`<p class="told" role="alert">${around.asked.trouble}</p>`}
${around === null || around.told === null ? '' : html`<p class="told" role="status">${around.told}</p>`}
${body}`;
}

function whoIs({ visitor, closed, here }: DeskAsked): Html | '' {
  if (closed !== null) return html`<p class="quiet">Only to read: <a href="/desk/login">why</a></p>`;
  if (visitor === null) return html`<p><a href="/desk/login?back=${encodeURIComponent(here)}">Log in</a></p>`;
  return html`<form method="post" action="/desk/logout" class="who">${hidden({ token: formTokenFor(visitor) })}<span>${visitor.name}</span> <button>Log out</button></form>`;
}
