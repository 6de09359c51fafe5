// Event families by words and filters, in one of four orders, page by page. Found in the narrow table that Postgres keeps up (017), so that
// nothing of a family is read that is not shown.
import type { Fragment, Sql } from 'postgres';
import { cursorOf, keysOf, shapes } from './cursor.js';
import { allOf, type Filter, type Resolved, resolved } from './filter.js';
import { expectedOf, frequentShare } from './frequent.js';

export interface FamilyHit {
  id: number;
  key: string;
  status: string;
  title: string;
  theater: string;
  eventType: string;
  strategicTier: number;
  titles: number;
  outlets: number;
  narratives: number;
  /** Names. */
  actors: string[];
  langs: string[];
  firstAt: Date;
  lastAt: Date;
  mergedInto: number | null;
  whyStrategic: string | null;
  /** 0 to 100; null until the family was enriched. */
  importance: number | null;
}

/** `day`: the newest day first, within a day the largest. */
export const familySorts = ['day', 'time', 'size', 'importance'] as const;
export type FamilySort = (typeof familySorts)[number];

const mostFew = 600;
/** Families of so many days and fewer are looked through before all are. */
const [mostDays, timesMoreDays] = [100, 4];

export interface Paging {
  limit: number;
  /** `next` of the page before. */
  after?: string | undefined;
}

export interface FoundPage<Hit> {
  hits: Hit[];
  /** Where the next page begins; null where this is the last. */
  next: string | null;
}

interface Row extends FamilyHit {
  at: string;
  day: string;
  weight: number;
}

/** Throws SearchError for a name that is not known and a cursor of another list. */
export async function findFamilies(
  sql: Sql,
  filter: Filter,
  { sort = 'day', limit, after }: Paging & { sort?: FamilySort | undefined },
): Promise<FoundPage<FamilyHit>> {
  const wanted = await resolved(sql, filter);
  if (wanted.query === null) return { hits: [], next: null };
  const past = after === undefined ? null : beyond(sql, sort, after);
  const rows = await firstOf(sql, wanted, { sort, past, most: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const hits = rows.slice(0, limit).map(({ at: _at, day: _day, weight: _weight, ...hit }) => hit);
  return { hits, next: last === undefined ? null : cursorOf(`families ${sort}`, [...orders(sql)[sort].keys(last), last.id]) };
}

interface Part {
  sort: FamilySort;
  past: Fragment | null;
  most: number;
}

/** Those with frequent words among the families of the last days where these are enough; else by the index of the order, or of the words. */
async function firstOf(sql: Sql, wanted: Resolved, part: Part): Promise<Row[]> {
  const { query } = wanted;
  if (typeof query !== 'string') return await read(sql, sql`where ${allOf(sql, [...conditions(sql, wanted), part.past])}`, part);
  const { share, rowsPerDay } = await expectedOf(sql, 'family_search', query);
  const isByDay = part.sort === 'day' || part.sort === 'time';
  if (isByDay && share !== null)
    for (let days = Math.ceil((6 * part.most) / (share * rowsPerDay)); days < mostDays; days *= timesMoreDays) {
      const rows = await read(
        sql,
        sql`where ${allOf(sql, [...conditions(sql, wanted), part.past, ofDays(sql, part, days)])} offset 0`,
        part,
      );
      if (rows.length === part.most) return rows;
    }
  const few = share !== null && share >= frequentShare ? null : await fewWith(sql, query);
  if (few?.length === 0) return [];
  return await read(sql, sql`where ${allOf(sql, [...conditions(sql, wanted, few), part.past])}`, part);
}

/** That a family is of the last so many days, in words that the index of words knows (036). */
function ofDays(sql: Sql, { sort, past }: Part, days: number): Fragment {
  const newest = sql`select s.day from family_search s where ${allOf(sql, [sql`s.status in ('seed', 'active')`, past])} order by ${orders(sql)[sort].order} limit 1`;
  return sql`array[s.day] && array(select n.day - back from (${newest}) n, generate_series(0, ${days}::int) back)`;
}

/** The first in their order. `where`: of a family `s`; with "offset 0" all that fit are found before they are put in order. */
async function read(sql: Sql, where: Fragment, { sort, most }: Part): Promise<Row[]> {
  const { order } = orders(sql)[sort];
  return await sql<Row[]>`
    with listed as materialized (
      select * from (
        select s.ef_id, s.outlet_count, s.title_count, s.langs, s.last_at, s.day, s.weight from family_search s ${where}
      ) s
      order by ${order}
      limit ${most}
    )
    select f.ef_id::float8 as id, f.ef_key as key, f.status, f.title, f.theater, f.event_type as "eventType", f.strategic_tier as "strategicTier",
      f.title_count as titles, s.outlet_count::float8 as outlets,
      (select count(*) from framed_narratives n where n.ef_id = f.ef_id)::float8 as narratives,
      array(select coalesce(a.name, k.id) from unnest(f.key_actors) with ordinality k (id, place) left join actors a on a.actor_id = k.id order by k.place) as actors,
      s.langs, f.first_at as "firstAt", f.last_at as "lastAt", f.merged_into::float8 as "mergedInto", f.why_strategic as "whyStrategic", f.importance,
      to_char(s.last_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, to_char(s.day, 'YYYY-MM-DD') as day, s.weight
    from listed s join event_families f using (ef_id)
    order by ${order}`;
}

/** All families with the words, where they are few: to walk a list in its order for these would be to walk all of it. Null: they are many. */
async function fewWith(sql: Sql, query: string): Promise<string[] | null> {
  const found = await sql<{ id: string }[]>`
    select s.ef_id::text as id from family_search s where s.words @@ to_tsquery('simple', ${query}) limit ${mostFew + 1}`;
  return found.length > mostFew ? null : found.map(({ id }) => id);
}

/**
 * That a family `ef` of another statement fits one of the filters; where none are given none does. Names that are not known are no error.
 * In an object, for a fragment that is awaited would be put to the database.
 */
export async function fitsAny(sql: Sql, filters: readonly Filter[]): Promise<{ where: Fragment }> {
  const wanted = await Promise.all(filters.map((filter) => resolved(sql, filter, { isLenient: true })));
  const each = wanted
    .filter(({ query }) => query !== null)
    .map((one) => sql`ef.ef_id in (select s.ef_id from family_search s where ${allOf(sql, conditions(sql, one))})`);
  return { where: sql`(${each.reduce((any, one) => sql`${any} or ${one}`, sql`false`)})` };
}

/** How many there are, counted no further than `most`. */
export async function countFamilies(sql: Sql, filter: Filter, most: number): Promise<number> {
  const wanted = await resolved(sql, filter);
  if (wanted.query === null) return 0;
  const [row] = await sql<{ all: number }[]>`
    select count(*)::int as all from (select from family_search s where ${allOf(sql, conditions(sql, wanted))} limit ${most}) f`;
  return row?.all ?? 0;
}

/** The ids of all that there are now, the last founded first, in pages: each a statement of its own, so that nothing is held open meanwhile. */
export async function* everyFamily(sql: Sql, filter: Filter, size: number): AsyncGenerator<string[]> {
  const wanted = await resolved(sql, filter);
  if (wanted.query === null) return;
  let after: string | null = null;
  for (;;) {
    const past: Fragment | null = after === null ? null : sql`s.ef_id < ${after}::bigint`;
    const rows: { id: string }[] = await sql<{ id: string }[]>`
      select s.ef_id::text as id from family_search s where ${allOf(sql, [...conditions(sql, wanted), past])} order by s.ef_id desc limit ${size}`;
    if (rows.length > 0) yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < size) return;
  }
}

/** `few`: the families with the words, where they were found before. */
function conditions(sql: Sql, { filter, query, actorIds, outlets }: Resolved, few: string[] | null = null): (Fragment | null)[] {
  const { status, theater, type, lang, country, owner, tier, since, until, minOutlets, minTitles, act } = filter;
  return [
    // As a list it would not be seen to be that of the indexes.
    status === undefined ? sql`s.status in ('seed', 'active')` : sql`s.status = ${status}`,
    few !== null ? sql`s.ef_id = any(${few}::bigint[])` : typeof query === 'string' ? sql`s.words @@ to_tsquery('simple', ${query})` : null,
    theater === undefined ? null : sql`s.theater = ${theater}`,
    type === undefined ? null : sql`s.event_type = ${type}`,
    actorIds.length === 0 ? null : sql`s.actors @> ${actorIds}::text[]`,
    outlets.length === 0 ? null : sql`s.outlets && ${outlets}::text[]`,
    lang === undefined ? null : sql`s.langs @> ${[lang]}::text[]`,
    country === undefined ? null : sql`s.countries @> ${[country]}::text[]`,
    owner === undefined ? null : sql`s.owners @> ${[owner]}::text[]`,
    tier === undefined ? null : sql`s.tier = ${tier}`,
    act === undefined
      ? null
      : sql`s.ef_id in (select a.ef_id from event_families a where a.acts @> jsonb_build_array(jsonb_build_object('action', ${act}::text)))`,
    since === undefined ? null : sql`s.last_at >= ${since}`,
    until === undefined ? null : sql`s.first_at < ${until}`,
    minOutlets === undefined ? null : sql`s.outlet_count >= ${minOutlets}`,
    minTitles === undefined ? null : sql`s.title_count >= ${minTitles}`,
  ];
}

interface Order {
  order: Fragment;
  /** What stands before the id in a cursor. */
  keys: (row: Row) => (string | number)[];
}

function orders(sql: Sql): Record<FamilySort, Order> {
  return {
    day: { order: sql`s.day desc, s.title_count desc, s.ef_id desc`, keys: ({ day, titles }) => [day, titles] },
    time: { order: sql`s.last_at desc, s.ef_id desc`, keys: ({ at }) => [at] },
    size: { order: sql`s.title_count desc, s.ef_id desc`, keys: ({ titles }) => [titles] },
    importance: { order: sql`s.weight desc, s.ef_id desc`, keys: ({ weight }) => [weight] },
  };
}

/** What comes behind a cursor. */
function beyond(sql: Sql, sort: FamilySort, cursor: string): Fragment {
  const { number, day, time } = shapes;
  const expected = { day: [day, number, number], time: [time, number], size: [number, number], importance: [number, number] };
  const [first = '', second = '', third = ''] = keysOf(cursor, `families ${sort}`, expected[sort]);
  if (sort === 'day') return sql`(s.day, s.title_count, s.ef_id) < (${first}::date, ${second}::int, ${third}::bigint)`;
  if (sort === 'time') return sql`(s.last_at, s.ef_id) < (${first}::timestamptz, ${second}::bigint)`;
  if (sort === 'size') return sql`(s.title_count, s.ef_id) < (${first}::int, ${second}::bigint)`;
  return sql`(s.weight, s.ef_id) < (${first}::smallint, ${second}::bigint)`;
}
