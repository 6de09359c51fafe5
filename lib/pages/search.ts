// Search: families, headlines, actors and outlets with these words, in any language; where nothing has them, what is like them.

import type { Sql } from 'postgres';
import type { ActorHit } from '../search/actors.js';
import { type FoundPage, findFamilies } from '../search/families.js';
import { filledShare, notAll } from '../search/fill.js';
import { findNames } from '../search/names.js';
import { type Near, nearFamilies } from '../search/near.js';
import type { OutletHit } from '../search/outlets.js';
import { findTitles, type TitleHit } from '../search/titles.js';
import { href } from './address.js';
import { familyTable, type WatchedHit, withWatchlists } from './families.js';
import { textField } from './fields.js';
import { filterFields, filterFromAddress, filterWords } from './filters.js';
import { type Html, html } from './html.js';
import { type Asked, page } from './page.js';
import { actorLink, familyLink, outletLink, section, time, told } from './words.js';
import { narrowing } from './words-of-addresses.js';

interface Results {
  words: string | null;
  families: FoundPage<WatchedHit>;
  titles: FoundPage<TitleHit>;
  actors: ActorHit[];
  outlets: OutletHit[];
  /** Null where something has the words. */
  near: Near | null;
  /** Not there where all titles are searched. */
  titlesSearchedShare?: number;
}

const most = { families: 10, titles: 20, names: 10 };
const nothing = { hits: [], next: null };

export const search = page<Results>({
  path: '/search',
  about: 'Families, headlines, actors and outlets with these words.',
  words: [...narrowing, 'after'],
  read: readResults,
  title: ({ words }) => (words === null ? 'Search' : `Search: ${words}`),
  body: searchBody,
});

async function readResults(asked: Asked): Promise<Results> {
  const { sql, word } = asked;
  const words = word('q') ?? null;
  const filter = filterFromAddress(asked);
  if (words === null) return { words, families: nothing, titles: nothing, actors: [], outlets: [], near: null };
  const after = word('after');
  const [families, titles, { actors, outlets }, filled] = await Promise.all([
    after === undefined ? findFamilies(sql, filter, { sort: 'time', limit: most.families }) : nothing,
    findTitles(sql, filter, { limit: most.titles, after }),
    after === undefined ? findNames(sql, words, most.names) : { actors: [], outlets: [] },
    stillFilled(sql),
  ]);
  const isNothing = after === undefined && [families.hits, titles.hits, actors, outlets].every(({ length }) => length === 0);
  const marked = { ...families, hits: await withWatchlists(sql, families.hits) };
  return {
    ...(filled === null ? {} : { titlesSearchedShare: filled }),
    words,
    families: marked,
    titles,
    actors,
    outlets,
    near: isNothing ? await nearFamilies(sql, words) : null,
  };
}

/** Once all titles are found they are from then on. */
const allFound = new WeakSet<Sql>();

async function stillFilled(sql: Sql): Promise<number | null> {
  if (allFound.has(sql)) return null;
  const share = await filledShare(sql);
  if (share === null) allFound.add(sql);
  return share;
}

function searchBody(results: Results, asked: Asked): Html {
  const { words, families, titles, actors, outlets, near, titlesSearchedShare } = results;
  const narrowed = filterWords(asked);
  return html`<h1>Search</h1>
<form action="/search">
${textField('q', 'Words', asked.word('q'))}
${filterFields(asked)}
<button>Find</button>
</form>
${words === null ? html`<p>Words of headlines in any language, names of actors or outlets. A word of three letters or more also finds words that begin with it; "in quotation marks" words are found as they stand, and -word leaves out what has it.</p>` : ''}
${titlesSearchedShare === undefined ? '' : html`<p>${notAll(titlesSearchedShare)}</p>`}
${near === null ? '' : nearPart(near)}
${section(
  'Actors',
  actors.map(({ id, name, kind }) => html`${actorLink(id, name)} <span class="quiet">${kind}</span>`),
)}
${section(
  'Outlets',
  outlets.map(
    ({ outlet, country, owner }) => html`${outletLink(outlet)} <span class="quiet">${country ?? ''} ${owner ?? 'unreviewed'}</span>`,
  ),
)}
${families.hits.length === 0 ? '' : html`<h2>Families</h2>${familyTable(families.hits, asked)}`}
${families.next === null ? '' : html`<p><a href="${href('/families', undefined, narrowed)}">All families with these words</a></p>`}
${section(
  'Headlines',
  titles.hits.map((hit) => titleItem(hit, asked)),
)}
${titles.next === null ? '' : html`<p><a href="${href('/search', undefined, { ...narrowed, after: titles.next })}" rel="next">Further headlines</a></p>`}`;
}

function nearPart({ how, hits, isPossible }: Near): Html {
  if (hits.length === 0 && !isPossible)
    return html`<p>Nothing has these words. This Postgres has no pg_trgm, so nothing that is only like them was looked for.</p>`;
  if (hits.length === 0) return html`<p>Nothing has these words, nor words like them.</p>`;
  return html`<p>${how === 'some' ? 'Nothing has all these words.' : 'Nothing has these words.'}</p>${section(
    how === 'some' ? 'One of them' : 'Like them',
    hits.map(({ id, title }) => familyLink(id, title)),
  )}`;
}

function titleItem({ id, title, publisher, lang, publishedAt, familyId }: TitleHit, asked: Asked): Html {
  return html`<a href="${href('/titles', id)}" lang="${lang}">${told(title)}</a> <span class="quiet">${outletLink(publisher)} · ${time(publishedAt, asked)}${familyId === null ? '' : html` · <a href="${href('/families', familyId)}">its family</a>`}</span>`;
}
