// Titles by words and filters, the newest first, page by page. Looked for in ever longer spans back, so that a word that stands in every
// tenth title does not fetch them all to show twenty.
import type { Fragment, Sql } from 'postgres';
import { cursorOf, keysOf, shapes } from './cursor.js';
import type { Found, Paging } from './families.js';
import { allOf, type Filter, type Resolved, resolved } from './filter.js';
import { titleMatches } from './query.js';

export interface TitleHit {
  id: number;
  title: string;
  publisher: string;
  lang: string;
  status: string;
  strategicTier: number | null;
  gateScore: number | null;
  publishedAt: Date;
  ingestedAt: Date;
  familyId: number | null;
  url: string | null;
  theater: string | null;
}

type Row = TitleHit & { at: string };

/** Days back from the newest, or from the cursor; then all. */
const spansDays = [2, 20, 200];

/** Throws SearchError for a name that is not known and a cursor of another list. `minOutlets` and `minTitles` say nothing of titles. */
export async function findTitles(sql: Sql, filter: Filter, { limit, after }: Paging): Promise<Found<TitleHit>> {
  const wanted = await resolved(sql, filter);
  if (wanted.query === null) return { hits: [], next: null };
  const keys = after === undefined ? undefined : keysOf(after, 'titles', [shapes.time, shapes.number]);
  const end = keys?.[0] ?? (await newest(sql, filter.until));
  if (end === null) return { hits: [], next: null };
  const past = keys === undefined ? null : sql`(t.published_at, t.title_id) < (${keys[0] ?? ''}::timestamptz, ${keys[1] ?? ''}::bigint)`;
  let rows: Row[] = [];
  for (const days of [...spansDays, null]) {
    const from = days === null ? null : sql`t.published_at >= ${end}::timestamptz - ${days} * interval '1 day'`;
    rows = await read(sql, parts(sql, wanted, [past, from]), limit + 1);
    if (rows.length > limit) break;
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const hits = rows.slice(0, limit).map(({ at: _, ...hit }) => hit);
  return { hits, next: last === undefined ? null : cursorOf('titles', [last.at, last.id]) };
}

/** The ids of all that there are now, the last stored first, in pages: each a statement of its own, so that nothing is held open meanwhile. */
export async function* everyTitle(sql: Sql, filter: Filter, size: number): AsyncGenerator<string[]> {
  const wanted = await resolved(sql, filter);
  if (wanted.query === null) return;
  let after: string | null = null;
  for (;;) {
    const past: Fragment | null = after === null ? null : sql`t.title_id < ${after}::bigint`;
    const lists = parts(sql, wanted, [past]).map(
      (where) => sql`(select t.title_id from titles t where ${where} order by t.title_id desc limit ${size})`,
    );
    const rows: { id: string }[] = await sql<{ id: string }[]>`
      select title_id::text as id from (${together(sql, lists)}) as found order by title_id desc limit ${size}`;
    if (rows.length > 0) yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < size) return;
  }
}

async function newest(sql: Sql, until: Date | undefined): Promise<string | null> {
  const [row] = await sql<{ at: string }[]>`
    select to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from titles
    where ${until === undefined ? sql`true` : sql`published_at < ${until}`}
    order by published_at desc limit 1`;
  return row?.at ?? null;
}

function read(sql: Sql, wheres: readonly Fragment[], limit: number): Promise<Row[]> {
  const lists = wheres.map(
    (where) => sql`(select * from titles t where ${where} order by published_at desc, title_id desc limit ${limit})`,
  );
  return sql<Row[]>`
    select title_id::float8 as id, title_display as title, publisher_name as publisher, lang, status, strategic_tier as "strategicTier",
      gate_score as "gateScore", published_at as "publishedAt", ingested_at as "ingestedAt", ef_id::float8 as "familyId", url,
      reading ->> 'theater' as theater, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from (${together(sql, lists)}) as found
    order by published_at desc, title_id desc
    limit ${limit}`;
}

function together(sql: Sql, lists: readonly Fragment[]): Fragment {
  return lists.reduce((all, list) => sql`${all} union all ${list}`);
}

/** Conditions, of which a title fits one. The index of words holds no pending titles: those are few, and are looked through one by one. */
function parts(sql: Sql, wanted: Resolved, more: readonly (Fragment | null)[]): Fragment[] {
  const { status } = wanted.filter;
  const isDecided = sql`t.status <> 'pending'`;
  const isPending = sql`t.status = 'pending'`;
  const byWords = typeof wanted.query === 'string';
  const states = !byWords ? [null] : status === undefined ? [isDecided, isPending] : status === 'pending' ? [isPending] : [isDecided];
  return states.map((state) => allOf(sql, [...conditions(sql, wanted), state, ...more]));
}

function conditions(sql: Sql, { filter, query, actorIds, outlets }: Resolved): (Fragment | null)[] {
  const { status, theater, type, lang, country, owner, tier, since, until, act } = filter;
  return [
    typeof query === 'string' ? titleMatches(sql, query) : null,
    status === undefined ? null : sql`t.status = ${status}`,
    theater === undefined ? null : sql`t.reading ->> 'theater' = ${theater}`,
    type === undefined ? null : sql`t.reading ->> 'eventType' = ${type}`,
    actorIds.length === 0 ? null : sql`t.actors @> ${actorIds}::text[]`,
    outlets.length === 0 ? null : sql`t.publisher_name = any(${outlets}::text[])`,
    lang === undefined ? null : sql`t.lang = ${lang}`,
    country === undefined ? null : sql`t.feed_id in (select feed_id from feeds where country = ${country})`,
    owner === undefined ? null : sql`t.feed_id in (select feed_id from feeds where owner = ${owner})`,
    tier === undefined ? null : sql`t.strategic_tier = ${tier}`,
    act === undefined ? null : sql`t.reading -> 'acts' @> jsonb_build_array(jsonb_build_object('action', ${act}::text))`,
    since === undefined ? null : sql`t.published_at >= ${since}`,
    until === undefined ? null : sql`t.published_at < ${until}`,
  ];
}
