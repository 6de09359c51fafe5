// The list of outlets by name, with who owns them, where that is known, and how much came of each lately.
import { type CountedOutlet, findOutlets, listOutlets, mostTitlesCounted, type OutletHit } from '../search/outlets.js';
import { href } from './address.js';
import { textField } from './fields.js';
import { type Html, html } from './html.js';
import { type Asked, page } from './page.js';
import { lastDays, type Span } from './span.js';
import { outletLink, time } from './words.js';

const perPage = 100;

interface Outlets {
  /** `titles` is not counted where they were searched for. */
  outlets: (OutletHit & Partial<Pick<CountedOutlet, 'titles'>>)[];
  span: Span;
  next: string | null;
}

export const outlets = page<Outlets>({
  path: '/outlets',
  about: 'Outlets by name, a page at a time, or those with a name.',
  words: ['q', 'days', 'after'],
  read: async (asked) => {
    const span = await lastDays(asked, 7);
    const words = asked.word('q');
    if (words !== undefined) return { outlets: await findOutlets(asked.sql, words, perPage), span, next: null };
    const found = await listOutlets(asked.sql, span.since, { limit: perPage, after: asked.word('after') });
    return { outlets: found, span, next: found.length < perPage ? null : (found.at(-1)?.outlet ?? null) };
  },
  title: () => 'Outlets',
  body: outletsBody,
});

function outletsBody({ outlets, span, next }: Outlets, asked: Asked): Html {
  return html`<h1>Outlets</h1>
<form action="/outlets">${textField('q', 'Name', asked.word('q'))}<button>Find</button></form>
${outlets.length === 0 ? html`<p>There is no such outlet.</p>` : ''}
<div class="wide"><table class="cards">
<thead><tr><th scope="col">Outlet</th><th scope="col">Known of it</th><th scope="col">Headlines in ${span.days} days</th><th scope="col">Last</th></tr></thead>
<tbody>${outlets.map(
    ({ outlet, country, owner, lang, titles, lastAt }) => html`<tr>
<td>${outletLink(outlet)}</td>
<td>${[country, owner === 'state' ? 'state media' : (owner ?? 'unreviewed'), lang].filter(Boolean).join(', ')}</td>
<td>${titles === undefined ? '' : `${titles.toLocaleString('en')}${titles === mostTitlesCounted ? ' or more' : ''} headlines`}</td>
<td>${time(lastAt, asked)}</td>
</tr>
`,
  )}</tbody>
</table></div>
${next === null ? '' : html`<p><a href="${href('/outlets', undefined, { after: next })}" rel="next">Further outlets</a></p>`}`;
}
