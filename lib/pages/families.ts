// The list of families, narrowed and sorted by its address, a page at a time.
import type { Sql } from 'postgres';
import { counted } from '../desk/words.js';
import { type FamilyHit, type FamilySort, type FoundPage, familySorts, findFamilies } from '../search/families.js';
import { watchlistsOf } from '../search/watch.js';
import { href } from './address.js';
import { choiceField, textField } from './fields.js';
import { filterFields, filterFromAddress, filterWords } from './filters.js';
import { type Html, html } from './html.js';
import { type Asked, NotUnderstood, page } from './page.js';
import { badge, familyLink, theaterLink, time, watchMark } from './words.js';
import { narrowing } from './words-of-addresses.js';

const perPage = 30;

export const families = page<FoundPage<WatchedHit>>({
  path: '/families',
  about: 'Event families, narrowed and sorted, a page at a time.',
  words: [...narrowing, 'sort', 'after'],
  read: async (asked) => {
    const found = await findFamilies(asked.sql, filterFromAddress(asked), {
      sort: sortOf(asked),
      limit: perPage,
      after: asked.word('after'),
    });
    return { ...found, hits: await withWatchlists(asked.sql, found.hits) };
  },
  title: () => 'Families',
  body: familiesBody,
});

function sortOf({ word }: Asked): FamilySort {
  const asked = word('sort') ?? 'time';
  const sort = familySorts.find((one) => one === asked);
  if (sort === undefined) throw new NotUnderstood(`"sort" is "${asked}": allowed are ${familySorts.join(', ')}.`);
  return sort;
}

function familiesBody({ hits, next }: FoundPage<WatchedHit>, asked: Asked): Html {
  const { word } = asked;
  const sorts = [
    ['time', 'the latest first'],
    ['importance', 'the weightiest first'],
    ['size', 'the largest first'],
    ['day', 'by day, then size'],
  ] as const;
  return html`<h1>Event families</h1>
<form action="/families">
${textField('q', 'Words', word('q'))}
${choiceField('sort', 'Order', sorts, word('sort') ?? 'time')}
${filterFields(asked)}
<button>Show</button>
</form>
${hits.length === 0 ? html`<p>There is no such family.</p>` : familyTable(hits, asked)}
${next === null ? '' : html`<p><a href="${href('/families', undefined, { ...filterWords(asked, ['sort']), after: next })}" rel="next">Further families</a></p>`}`;
}

export interface ListedFamily
  extends Pick<FamilyHit, 'id' | 'title' | 'theater' | 'eventType' | 'titles' | 'outlets' | 'importance' | 'lastAt'> {
  /** Watchlists it is on; missing where nobody looked. */
  watched?: string[];
}

export type WatchedHit = FamilyHit & { watched: string[] };

/** The same with the watchlists each is on. */
export async function withWatchlists(sql: Sql, hits: readonly FamilyHit[]): Promise<WatchedHit[]> {
  if (hits.length === 0) return [];
  const names = await watchlistsOf(
    sql,
    hits.map(({ id }) => id),
  );
  return hits.map((hit) => ({ ...hit, watched: names.get(String(hit.id)) ?? [] }));
}

/** One row a family, in the order given; only the head where there are none. A weight is 0 to 100, "not yet" until it was enriched. */
export function familyTable(rows: readonly ListedFamily[], asked: Asked): Html {
  return html`<div class="wide"><table class="cards">
<thead><tr><th scope="col">Weight</th><th scope="col">Family</th><th scope="col">Told by</th><th scope="col">Last</th></tr></thead>
<tbody>${rows.map(
    ({ id, title, theater, eventType, titles, outlets, importance, lastAt, watched = [] }) => html`<tr>
<td>${importance === null ? html`<span class="quiet">not yet</span>` : badge(importance)}</td>
<td class="text">${familyLink(id, title)}<br>${watchMark(watched)}<span class="quiet">${theaterLink(theater, asked)} · ${eventType}</span></td>
<td>${counted(titles, 'headline')} of ${counted(outlets, 'outlet')}</td>
<td>${time(lastAt, asked)}</td>
</tr>
`,
  )}</tbody>
</table></div>`;
}
