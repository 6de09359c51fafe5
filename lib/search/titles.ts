// Titles by words and filters, the newest first, page by page.
import type { Fragment, Sql } from 'postgres';
import { cursorOf, keysOf, shapes } from './cursor.js';
import type { FoundPage, Paging } from './families.js';
import { allOf, type Filter, type Resolved, resolved } from './filter.js';
import { inTime, latestWith, titlesWith } from './title-words.js';

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

type Row = TitleHit & { at: string; found?: number };

/** Throws SearchError for a name that is not known and a cursor of another list. `minOutlets` and `minTitles` say nothing of titles. */
export async function findTitles(sql: Sql, filter: Filter, { limit, after }: Paging): Promise<FoundPage<TitleHit>> {
  const wanted = await resolved(sql, filter);
  if (wanted.query === null) return { hits: [], next: null };
  const [at = '', id = ''] = after === undefined ? [] : keysOf(after, 'titles', [shapes.time, shapes.number]);
  const within = { ...filter, past: after === undefined ? undefined : { at, id } };
  const asked = conditions(sql, wanted);
  const { query } = wanted;
  const rows =
    query === undefined
      ? await sql<Row[]>`
          select ${columns(sql)} from titles t where ${allOf(sql, [...asked, inTime(sql, sql`t`, within)])}
          order by published_at desc, title_id desc limit ${limit + 1}`
      : await latestWith<Row>(sql, query, { within, asked, limit: limit + 1 }, columns(sql));
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  const hits = rows.slice(0, limit).map(({ at: _at, found: _found, ...hit }) => hit);
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
      where ${allOf(sql, [...conditions(sql, wanted), inTime(sql, sql`t`, filter), past])} order by t.title_id desc limit ${size}`;
    if (rows.length > 0) yield rows.map(({ id }) => id);
    after = rows.at(-1)?.id ?? null;
    if (rows.length < size) return;
  }
}

function columns(sql: Sql): Fragment {
  return sql`
    t.title_id::float8 as id, title_display as title, publisher_name as publisher, lang, status, strategic_tier as "strategicTier",
    gate_score as "gateScore", published_at as "publishedAt", ingested_at as "ingestedAt", ef_id::float8 as "familyId", url,
    reading ->> 'theater' as theater, to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;
}

/** All but the time. */
function conditions(sql: Sql, { filter, actorIds, outlets }: Resolved): (Fragment | null)[] {
  const { status, theater, type, lang, country, owner, tier, act } = filter;
  return [
    status === undefined ? null : sql`t.status = ${status}`,
    theater === undefined ? null : sql`t.reading ->> 'theater' = ${theater}`,
    type === undefined ? null : sql`t.reading ->> 'eventType' = ${type}`,
    actorIds.length === 0 ? null : sql`t.actors @> ${actorIds}::text[]`,
    outlets.length === 0 ? null : sql`t.publisher_name = any(${outlets}::text[])`,
    lang === undefined ? null : sql`t.lang = ${lang}`,
    country === undefined
      ? null
      : sql`(t.feed_id, t.publisher_name) in (select feed_id, publisher_name from feeds where country = ${country})`,
    owner === undefined ? null : sql`(t.feed_id, t.publisher_name) in (select feed_id, publisher_name from feeds where owner = ${owner})`,
    tier === undefined ? null : sql`t.strategic_tier = ${tier}`,
    act === undefined ? null : sql`t.reading -> 'acts' @> jsonb_build_array(jsonb_build_object('action', ${act}::text))`,
  ];
}
