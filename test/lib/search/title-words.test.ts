// Words of titles as Postgres keeps them, and the ways to the newest that have them: a walk, days by the index, all by the index.
import { beforeAll, expect, test } from 'vitest';
import { findFamilies } from '../../../lib/search/families.js';
import { expectedOf } from '../../../lib/search/frequent.js';
import { findOutlets, outletsNamed } from '../../../lib/search/outlets.js';
import { findTitles } from '../../../lib/search/titles.js';
import { makeTestWorld } from '../../support/in-test.js';

const world = await makeTestWorld();
const { sql } = world;
type Page = { hits: { title: string }[]; next: string | null };
const all = async (find: (after?: string) => Promise<Page>) => {
  const titles: string[] = [];
  for (let page = await find(); ; page = await find(page.next ?? '')) {
    titles.push(...page.hits.map(({ title }) => title));
    if (page.next === null) return titles;
  }
};
const found = async (search: string) => (await findTitles(sql, { search }, { limit: 50 })).hits.map(({ title }) => title);

beforeAll(async () => {
  await sql`insert into feeds (url, publisher_name, lang) values ('a', 'Harbour Post', 'en')`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw,
      status, gated_at)
    select 1, 'many ' || n, 'x', 'Manifold ' || n, 'manifold ' || case when n % 2 = 0 then 'even ' else '' end ||
        case when n % 60 = 0 then 'seldom ' else '' end || case when n <= 100 then 'past ' else '' end || n, 'Harbour Post', 'en',
      '2020-01-01'::timestamptz + n * interval '1 hour', 'item', '{}', case when n % 3 = 0 then 'gate_keep' else 'gate_drop' end, now()
    from generate_series(1, 900) n`;
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by)
    select 'many ' || n, 'active', 'Manifold ' || n || case when n % 60 = 0 then ' seldom' else '' end, '', 'GLOBAL', 'x', '{}', '{}', 1, '2020-01-01', '2020-01-01'::timestamptz + n * interval '1 day', '[]', 0, 's', '{}'
    from generate_series(1, 700) n`;
  await sql`analyze title_search`;
  await sql`analyze family_search`;
});

test('a word is frequent by its share, a beginning by that of the most frequent word it begins, several words by the rarest', async () => {
  const share = async (query: string) => (await expectedOf(sql, 'title_search', query)).share;
  expect(await share("('manifold')")).toBeCloseTo(1, 5);
  expect(await share("('mani':*) & !('x''y')")).toBeCloseTo(1, 5);
  expect(await share("('manifold') & ('even')")).toBeCloseTo(0.5, 1);
  expect(await share("('manifold' <-> 'of')")).toBeNull();
  expect(await share("!('manifold')")).toBeNull();
  const { matches, rows, rowsPerDay } = await expectedOf(sql, 'title_search', "('even') & ('even')");
  expect([Math.round(matches), rows]).toEqual([225, 900]);
  expect(Math.abs(rowsPerDay - 24)).toBeLessThan(4);
});

test('what is found is all there is, the latest first, page by page, narrowed too', async () => {
  const numbers = (fits: (n: number) => boolean) =>
    Array.from({ length: 900 }, (_, at) => 900 - at)
      .filter(fits)
      .map((n) => `Manifold ${n}`);
  const titles = (filter: object, limit = 100) => all((after) => findTitles(sql, { search: 'manifold', ...filter }, { limit, after }));
  expect(await titles({})).toEqual(numbers(() => true));
  expect(await titles({ search: 'manifold even' }, 7)).toEqual(numbers((n) => n % 2 === 0));
  expect(await titles({ search: 'manifold -even' }, 7)).toEqual(numbers((n) => n % 2 === 1));
  expect(await titles({ status: 'gate_keep' }, 7)).toEqual(numbers((n) => n % 3 === 0));
  for (const limit of [2, 5, 100]) {
    expect(await titles({ search: 'seldom' }, limit)).toEqual(numbers((n) => n % 60 === 0));
    expect(await titles({ search: 'seldom -even', status: 'gate_keep' }, limit)).toEqual([]);
    expect(await titles({ search: 'past' }, limit)).toEqual(numbers((n) => n <= 100));
    expect(await titles({ search: 'past seldom', until: new Date('2020-01-04T00:00:00Z') }, limit)).toEqual(['Manifold 60']);
  }
  const times = { since: new Date('2020-01-10T00:00:00Z'), until: new Date('2020-01-20T00:00:00Z') };
  expect(await titles(times, 7)).toEqual(numbers((n) => n >= 216 && n < 456));
});

test.each(['time', 'day'] as const)('families with frequent words are found by %s, however far back', async (sort) => {
  const named = Array.from({ length: 700 }, (_, at) => `Manifold ${700 - at}${(700 - at) % 60 === 0 ? ' seldom' : ''}`);
  const families = (search: string, limit: number) => all((after) => findFamilies(sql, { search }, { sort, limit, after }));
  expect(await families('manifold', 90)).toEqual(named);
  for (const limit of [1, 3, 50]) expect(await families('seldom', limit)).toEqual(named.filter((name) => name.includes('seldom')));
  expect(await families('seldom -manifold', 3)).toEqual([]);
});

test('a title is found by what it says now: renamed, put back, decided, forgotten or gone', async () => {
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw)
    values (1, 'one', 'x', 'Lighthouse', 'lighthouse', 'Harbour Post', 'en', '2020-01-01', 'item', '{}')`;
  const words = async () => (await sql`select from title_search s join titles using (title_id) where title_hash = 'one'`).length;
  expect([await found('lighthouse'), await words()]).toEqual([['Lighthouse'], 0]);
  await sql`update titles set status = 'gate_drop' where title_hash = 'one'`;
  expect([await found('lighthouse'), await words()]).toEqual([['Lighthouse'], 1]);
  await sql`update titles set title_norm = 'beacon', published_at = '2021-01-01' where title_hash = 'one'`;
  expect([await found('lighthouse'), await found('beacon')]).toEqual([[], ['Lighthouse']]);
  expect((await findTitles(sql, { search: 'beacon', since: new Date('2020-06-01') }, { limit: 5 })).hits).toHaveLength(1);
  await sql`update titles set status = 'pending' where title_hash = 'one'`;
  expect([await found('beacon'), await words()]).toEqual([['Lighthouse'], 0]);
  await sql`update titles set status = 'gate_drop' where title_hash = 'one'`;
  await sql`delete from titles where title_hash = 'one'`;
  expect([await found('beacon'), await words()]).toEqual([[], 0]);
});

test.each([
  ['Élysée', 'elysee', 'élysée -palace', 'elyseen'],
  ["O'Neill's Co-op", "o'neill", '"co op" neill', '"op co"'],
  ['Kyiv: U.S. aid', 'u.s. kyiv', 'aid -kiew', 'kyiv -aid'],
  ['制裁俄罗斯', '制裁', '俄罗斯', '裁制'],
])('a pending title, %s, is found as a decided one is', async (title, one, other, none) => {
  for (const status of ['pending', 'gate_drop']) {
    await sql`
      insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw, status)
      values (1, 'waits', 'x', ${title}, ${title.toLowerCase()}, 'Harbour Post', 'en', '2020-01-01', 'item', '{}', ${status})`;
    expect([status, await found(one), await found(other), await found(none)]).toEqual([status, [title], [title], []]);
    await sql`delete from titles where title_hash = 'waits'`;
  }
});

test('an outlet is found by its name from its first title to its last', async () => {
  const names = async () => [(await findOutlets(sql, 'phare', 5)).map(({ outlet }) => outlet), await outletsNamed(sql, 'le pharé')];
  expect(await names()).toEqual([[], []]);
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw)
    select 1, 'pharé ' || n, 'x', 'x', 'x', 'Le Pharé', 'fr', now(), 'item', '{}' from generate_series(1, 2) n`;
  expect(await names()).toEqual([['Le Pharé'], ['Le Pharé']]);
  await sql`delete from titles where publisher_name = 'Le Pharé'`;
  expect(await names()).toEqual([[], []]);
});
