// A watchlist: the families on it, the latest first, with what it looks out for and its feeds.
import { feedKinds } from '../desk/syndicate/feed.js';
import { filterInWords } from '../desk/watch.js';
import { fitsAny } from '../search/families.js';
import { readWatches, type Watch } from '../search/watch.js';
import { href } from './address.js';
import { familyTable, type ListedFamily } from './families.js';
import { html } from './html.js';
import { type Asked, page } from './page.js';
import { section, told } from './words.js';

interface WatchlistView extends Watch {
  families: ListedFamily[];
}

const mostFamilies = 100;
const feedNames: Record<(typeof feedKinds)[number], string> = { 'rss.xml': 'RSS', 'atom.xml': 'Atom', json: 'JSON Feed' };

export const watchlist = page<WatchlistView>({
  path: '/watchlists/:name',
  about: 'A watchlist: the families on it, the latest first, what it looks out for, and its feeds.',
  read: readWatchlist,
  missing: ({ part }) => `There is no watchlist ${part('name')}.`,
  title: ({ name }) => name,
  body: ({ name, filters, notifies, families }, asked) => html`<h1 dir="auto">${name}</h1>
<p class="quiet">A watchlist${notifies ? ' of which notifiers are told' : ''} · ${feedKinds.map((kind, at) => html`${at === 0 ? '' : ' · '}<a href="${href('/feeds/watchlist', `${name}.${kind}`)}">${feedNames[kind]}</a>`)}</p>
${section(
  'It looks out for',
  filters.map((filter) => told(filterInWords(filter))),
)}
<h2>Families on it</h2>
${families.length === 0 ? html`<p>None yet.</p>` : familyTable(families, asked)}`,
});

async function readWatchlist({ sql, part }: Asked): Promise<WatchlistView | null> {
  const watch = (await readWatches(sql)).find(({ name }) => name === part('name'));
  if (watch === undefined) return null;
  const { where } = await fitsAny(sql, watch.filters);
  const families = await sql<ListedFamily[]>`
    select ef.ef_id::float8 as id, ef.title, ef.theater, ef.event_type as "eventType", ef.title_count as titles, s.outlet_count as outlets, ef.importance,
      ef.last_at as "lastAt"
    from event_families ef join family_search s using (ef_id)
    where ef.status in ('seed', 'active') and ${where}
    order by ef.last_at desc, ef.ef_id desc
    limit ${mostFamilies}`;
  return { ...watch, families: [...families] };
}
