// Titles by words and filters, the newest first, page by page. Words that few titles have are looked for in all at once, others in ever longer
// spans back: a word that stands in every tenth title does not fetch them all to show twenty.
import type { Fragment, Sql } from 'postgres';
import { cursorOf, keysOf, shapes } from './cursor.js';
import type { Found, Paging } from './families.js';
import { allOf, type Filter, type Resolved, resolved } from './filter.js';
import { titlesWith } from './query.js';

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
const spansDays = [2, 8, 32, 128];
const mostFew = 200;

/** Throws SearchError for a name that is not known and a cursor of another list. `minOutlets` and `minTitles` say nothing of titles. */
export async function findTitles(sql: Sql, filter: Filter, { limit, after }: Paging): Promise<Found<TitleHit>> {
  const wanted = await resolved(sql, filter);
  if (wanted.query === null) return { hits: [], next: null };
  const keys = after === undefined ? undefined : keysOf(after, 'titles', [shapes.time, shapes.number]);
  const end = keys?.[0] ?? (await newest(sql, filter.until));
  if (end === null) return { hits: [], next: null };
  const past = keys === undefined ? null : sql`(t.published_at, t.title_id) < (${keys[0] ?? ''}::timestamptz, ${keys[1] ?? ''}::bigint)`;
  const { query } = wanted;
  const few = query === undefined ? null : await latestOfFew(sql, query, allOf(sql, [...conditions(sql, wanted), past]), limit + 1);
  let rows = few === null ? [] : await read(sql, sql`t.title_id = any(${few}::bigint[])`, limit + 1);
  for (const days of few === null ? [...spansDays, null] : []) {
    const from = days === null ? null : sql`t.published_at >= ${end}::timestamptz - ${days} * interval '1 day'`;
    const where = allOf(sql, [...conditions(sql, wanted), past, from]);
    rows = await read(sql, query === undefined ? where : foundFirst(sql, query, where, limit + 1), limit + 1);
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
    const rows: { id: string }[] = await sql<{ id: string }[]>`
      select t.title_id::text as id from ${titlesWith(sql, wanted.query)} t
      where ${allOf(sql, [...conditions(sql, wanted), past])} order by t.title_id desc limit ${size}`;
    if (rows.length > 0) yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < size) return;
  }
}

/** The ids of the latest of those that fit, where few do; null where they are many. */
async function latestOfFew(sql: Sql, query: string, where: Fragment, limit: number): Promise<string[] | null> {
  const found = await sql<{ id: string; atUs: number }[]>`
    select t.title_id::text as id, (extract(epoch from t.published_at) * 1000000)::bigint::float8 as "atUs"
    from ${titlesWith(sql, query)} t where ${where} limit ${mostFew + 1}`;
  if (found.length > mostFew) return null;
  const latest = [...found].sort((a, b) => b.atUs - a.atUs || Number(b.id) - Number(a.id));
  return latest.slice(0, limit).map(({ id }) => id);
}

/** All that fit are found before they are put in order: the planner would rather walk all in order, and fold the words of each on the way. */
function foundFirst(sql: Sql, query: string, where: Fragment, limit: number): Fragment {
  return sql`t.title_id in (
    select m.title_id from (select t.title_id, t.published_at from ${titlesWith(sql, query)} t where ${where} offset 0) m
    order by m.published_at desc, m.title_id desc limit ${limit})`;
}

async function newest(sql: Sql, until: Date | undefined): Promise<string | null> {
  const [row] = await sql<{ at: string }[]>`
    select to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from titles
    where ${until === undefined ? sql`true` : sql`published_at < ${until}`}
    order by published_at desc limit 1`;
  return row?.at ?? null;
}

function read(sql: Sql, where: Fragment, limit: number): Promise<Row[]> {
  return sql<Row[]>`
    select title_id::float8 as id, title_display as title, publisher_name as publisher, lang, status, strategic_tier as "strategicTier",
      gate_score as "gateScore", published_at as "publishedAt", ingested_at as "ingestedAt", ef_id::float8 as "familyId", url,
      reading ->> 'theater' as theater, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from titles t
    where ${where}
    order by published_at desc, title_id desc
    limit ${limit}`;
}

function conditions(sql: Sql, { filter, actorIds, outlets }: Resolved): (Fragment | null)[] {
  const { status, theater, type, lang, country, owner, tier, since, until, act } = filter;
  return [
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
