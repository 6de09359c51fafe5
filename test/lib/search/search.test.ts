// Search over families and titles in any language, page by page; what is only like the words where nothing has them.
import { beforeAll, describe, expect, test } from 'vitest';
import { findActors } from '../../../lib/search/actors.js';
import { type FamilySort, findFamilies } from '../../../lib/search/families.js';
import type { Filter } from '../../../lib/search/filter.js';
import { findNames } from '../../../lib/search/names.js';
import { nearFamilies } from '../../../lib/search/near.js';
import { findOutlets } from '../../../lib/search/outlets.js';
import { everyTitle, findTitles } from '../../../lib/search/titles.js';
import { makeTestWorld } from '../../support/in-test.js';
import { type Given, story } from './fixture.js';

const { sql } = await makeTestWorld();
const given: Given[] = [
  {
    ...{ title: 'Iran seizes tanker in Strait of Hormuz', theater: 'IRAN_NUCLEAR', type: 'Strategy/Tactics', tier: 1, importance: 60 },
    actors: ['IR'],
    titles: [
      ['Iran seizes tanker near Hormuz', 'Harbour Post', 'en', '2026-03-10T10:00:00Z'],
      ['El petrolero fue capturado por Irán', 'La Ría', 'es', '2026-03-10T11:00:00Z'],
      ['Iran seizes a tanker', 'Harbour Post', 'en', '2026-03-11T10:00:00Z'],
    ],
  },
  {
    ...{ title: 'Russia strikes Kyiv', theater: 'UKRAINE', type: 'Strategy/Tactics', tier: 1, importance: 80 },
    actors: ['RU', 'UA'],
    titles: [
      ['俄罗斯袭击基辅', '海湾报', 'zh', '2026-03-11T08:00:00Z'],
      ['Взрывы в Киеве', 'Novy Bereg', 'ru', '2026-03-11T09:00:00Z'],
    ],
  },
  {
    ...{ title: 'New sanctions on Russian oil', theater: 'UKRAINE', type: 'Sanctions/Economy', tier: 2, importance: null },
    actors: ['RU'],
    titles: [['Neue Sanktionen gegen Öl', 'Hafenblatt', 'de', '2026-03-12T08:00:00Z']],
  },
];

beforeAll(async () => {
  await sql`insert into actors (actor_id, name, kind) values ('IR', 'Iran', 'state'), ('RU', 'Russia', 'state'), ('UA', 'Ukraine', 'state')`;
  await story(sql, given);
});

const familiesOf = async (filter: Filter, sort: FamilySort = 'time') =>
  (await findFamilies(sql, filter, { sort, limit: 10 })).hits.map(({ id }) => id);
const titlesOf = async (filter: Filter) => (await findTitles(sql, filter, { limit: 10 })).hits.map(({ id }) => id);

describe('families are found', () => {
  test.each([
    ['by a word of their title, whatever its case', 'HORMUZ', [1]],
    ['by a word of any headline', 'petrolero', [1]],
    ['by a word without its accents', 'iran ol', []],
    ['by words of different headlines', 'petrolero seizes', [1]],
    ['by the beginning of a word', 'sanct', [3]],
    ['not by a letter that begins a word', 'h', []],
    ['by two Chinese letters within a headline', '基辅', [2]],
    ['not by Chinese letters that stand apart', '俄基', []],
    ['in Cyrillic', 'киев', [2]],
    ['with and without the umlaut', 'ol gegen', [3]],
    ['by a phrase', '"strait of hormuz"', [1]],
    ['not by its words in another order', '"hormuz of strait"', []],
    ['without a word that must not be there', 'russia -sanctions', [2]],
    ['by the name of an actor that no headline has', 'ukraine', [2]],
    ['not by signs alone', "!!! & | ' \\ :* <->", []],
    ['not by a word that must not be there alone', '-russia', []],
  ])('%s: %s', async (_, search, ids) => {
    expect(await familiesOf({ search })).toEqual(ids);
  });

  test.each<[string, Filter, number[]]>([
    ['theater', { theater: 'UKRAINE' }, [3, 2]],
    ['type', { type: 'Sanctions/Economy' }, [3]],
    ['tier', { tier: 2 }, [3]],
    ['actor by id', { actor: ['UA'] }, [2]],
    ['actor by name', { actor: ['russia'] }, [3, 2]],
    ['actors together', { actor: ['RU', 'Ukraine'] }, [2]],
    ['language', { lang: 'es' }, [1]],
    ['outlet, whatever its case', { outlet: 'harbour post' }, [1]],
    ['country of an outlet', { country: 'CN' }, [2]],
    ['owner of an outlet', { owner: 'state' }, [2]],
    ['least outlets', { minOutlets: 2 }, [1, 2]],
    ['least titles', { minTitles: 3 }, [1]],
    ['since', { since: new Date('2026-03-11T09:30:00Z') }, [3, 1]],
    ['until', { until: new Date('2026-03-11T08:00:00Z') }, [1]],
    ['all together', { search: 'iran', lang: 'en', theater: 'IRAN_NUCLEAR', minTitles: 2 }, [1]],
    ['a status', { status: 'merged' }, []],
  ])('by %s', async (_, filter, ids) => {
    expect(await familiesOf(filter)).toEqual(ids);
  });

  test.each<[FamilySort, number[]]>([
    ['day', [3, 1, 2]],
    ['time', [3, 1, 2]],
    ['size', [1, 2, 3]],
    ['importance', [2, 1, 3]],
  ])('in the order of %s, and page by page the same', async (sort, ids) => {
    expect(await familiesOf({}, sort)).toEqual(ids);
    const paged: number[] = [];
    for (let after: string | undefined; ; ) {
      const { hits, next } = await findFamilies(sql, {}, { sort, limit: 1, after });
      paged.push(...hits.map(({ id }) => id));
      if (next === null) break;
      after = next;
    }
    expect(paged).toEqual(ids);
  });
});

test('what is not known is said, and a cursor of another list is refused', async () => {
  await expect(familiesOf({ actor: ['Atlantis'] })).rejects.toThrow('No actor is called Atlantis');
  await expect(familiesOf({ outlet: 'Nobody' })).rejects.toThrow('No outlet is called Nobody');
  const { next } = await findFamilies(sql, {}, { sort: 'size', limit: 1 });
  for (const after of [next ?? '', 'x', 'W10', Buffer.from('["families time","now","1"]').toString('base64url')]) {
    await expect(findFamilies(sql, {}, { sort: 'time', limit: 1, after })).rejects.toThrow('no cursor of this list');
  }
});

test('titles are found by words and filters, newest first, page by page, dropped ones too', async () => {
  expect(await titlesOf({ search: 'tanker' })).toEqual([3, 1]);
  expect(await titlesOf({ search: '袭击' })).toEqual([4]);
  expect(await titlesOf({ search: 'tanker', until: new Date('2026-03-11T00:00:00Z') })).toEqual([1]);
  expect(await titlesOf({ outlet: 'Harbour Post' })).toEqual([3, 1]);
  expect(await titlesOf({ country: 'CN' })).toEqual([4]);
  expect(await titlesOf({ status: 'pending' })).toEqual([]);
  const first = await findTitles(sql, {}, { limit: 4 });
  const second = await findTitles(sql, {}, { limit: 4, after: first.next ?? '' });
  expect([...first.hits, ...second.hits].map(({ id }) => id)).toEqual([6, 3, 5, 4, 2, 1]);
  expect(second.next).toBeNull();
});

test('pending titles are found by words among those that are decided about, newest first, page by page', async () => {
  const world = (await makeTestWorld()).sql;
  await story(world, given);
  await world`update titles set ef_id = null, status = 'pending', gated_at = null where title_norm = 'iran seizes a tanker'`;
  const idsOf = async (filter: Filter) =>
    (await findTitles(world, { search: 'tanker', ...filter }, { limit: 10 })).hits.map(({ id }) => id);
  expect(await idsOf({})).toEqual([3, 1]);
  expect(await idsOf({ status: 'pending' })).toEqual([3]);
  expect(await idsOf({ status: 'gate_keep' })).toEqual([1]);
  const first = await findTitles(world, { search: 'tanker' }, { limit: 1 });
  const second = await findTitles(world, { search: 'tanker' }, { limit: 1, after: first.next ?? '' });
  expect([first, second].map(({ hits }) => hits.map(({ id }) => id))).toEqual([[3], [1]]);
  const pages: string[][] = [];
  for await (const page of everyTitle(world, { search: 'tanker' }, 1)) pages.push(page);
  expect(pages).toEqual([['3'], ['1']]);
});

test('actors are found by name and id, outlets by a part of their name', async () => {
  expect(await findActors(sql, 'ukr', 10)).toEqual([{ id: 'UA', name: 'Ukraine', kind: 'state' }]);
  expect((await findActors(sql, 'ru', 10)).map(({ id }) => id)).toEqual(['RU']);
  expect((await findOutlets(sql, 'ria', 10)).map(({ outlet }) => outlet)).toEqual(['La Ría']);
  expect(await findOutlets(sql, '海湾', 10)).toMatchObject([{ outlet: '海湾报', country: 'CN', owner: 'state' }]);
  expect(await findOutlets(sql, '', 10)).toEqual([]);
  for (const words of ['ukr', 'ru', 'ria', '海湾', 'post', '']) {
    const [actors, outlets] = [await findActors(sql, words, 10), await findOutlets(sql, words, 10)];
    expect([words, await findNames(sql, words, 10)]).toEqual([words, { actors: [...actors], outlets: [...outlets] }]);
  }
});

test('a family that grows, merges or is renamed is found by what it is now', async () => {
  await story(sql, [
    { ...(given[2] as Given), title: 'Grain corridor opens', titles: [['Corridor opens', 'La Ría', 'es', '2026-03-13T08:00:00Z']] },
  ]);
  expect(await familiesOf({ search: 'corridor' })).toEqual([4]);
  await sql`update event_families set title = 'Wheat lane opens' where ef_id = 4`;
  expect(await familiesOf({ search: 'wheat' })).toEqual([4]);
  expect(await familiesOf({ search: 'grain' })).toEqual([]);
  await sql`
    with merged as (update event_families set status = 'merged', merged_into = 3 where ef_id = 4),
      moved as (update titles set ef_id = 3 where ef_id = 4)
    update event_families set title_set = 'more', title_count = 2, last_at = '2026-03-13T08:00:00Z' where ef_id = 3`;
  expect(await familiesOf({ search: 'corridor' })).toEqual([3]);
  expect(await familiesOf({ lang: 'es', theater: 'UKRAINE' })).toEqual([3]);
  await sql`delete from titles where ef_id = 4`;
});

test('what is only like the words is found by its letters, and where Postgres cannot it is said', async () => {
  expect(await nearFamilies(sql, 'hormus')).toMatchObject({ how: 'like', hits: [{ id: 1 }] });
  const some = await nearFamilies(sql, 'hormuz xyzzyq');
  expect([some.how, some.hits.map(({ id }) => id)]).toEqual([
    'some',
    (await findFamilies(sql, { search: 'hormuz' }, { sort: 'time', limit: 10 })).hits.map(({ id }) => id),
  ]);

  await sql`drop extension pg_trgm cascade`;
  expect(await nearFamilies(sql, 'hormus')).toMatchObject({ hits: [], isPossible: false });
});

test('an empty database has nothing, and says so in every list', async () => {
  const empty = (await makeTestWorld()).sql;
  expect(await findFamilies(empty, { search: 'x' }, { limit: 1 })).toEqual({ hits: [], next: null });
  expect(await findTitles(empty, { search: 'tanker' }, { limit: 1 })).toEqual({ hits: [], next: null });
  expect(await findOutlets(empty, 'post', 1)).toEqual([]);
  expect(await nearFamilies(empty, 'tanker')).toMatchObject({ hits: [], isPossible: true });
});

test('what very many have is found as what few have is: all of it, the latest first, page by page', async () => {
  await sql`
    insert into event_families (ef_key, status, title, summary, theater, event_type, key_actors, mechanisms, strategic_tier, first_at, last_at, timeline,
      title_count, title_set, described_by)
    select 'many ' || n, 'active', 'Manifold ' || n, '', 'GLOBAL', 'x', '{}', '{}', 1, '2020-01-01', '2020-01-01'::timestamptz + n * interval '1 day', '[]', 0, 's', '{}'
    from generate_series(1, 650) n`;
  await sql`
    insert into titles (feed_id, title_hash, title_original, title_display, title_norm, publisher_name, lang, published_at, published_at_from, raw)
    select 1, 'many ' || n, 'x', 'Manifold ' || n, 'manifold ' || n, 'Harbour Post', 'en', '2020-01-01'::timestamptz + n * interval '1 day', 'item', '{}'
    from generate_series(1, 650) n`;
  const all = async (find: (after?: string) => Promise<{ hits: { title: string }[]; next: string | null }>) => {
    const titles: string[] = [];
    for (let page = await find(); ; page = await find(page.next ?? '')) {
      titles.push(...page.hits.map(({ title }) => title));
      if (page.next === null) return titles;
    }
  };
  const expected = Array.from({ length: 650 }, (_, at) => `Manifold ${650 - at}`);
  expect(await all((after) => findFamilies(sql, { search: 'manifold' }, { sort: 'time', limit: 100, after }))).toEqual(expected);
  expect(await all((after) => findTitles(sql, { search: 'manifold' }, { limit: 100, after }))).toEqual(expected);
});
