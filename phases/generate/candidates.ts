// Reads titles that want a family, and the families that may take them in: those that are open and near in time to any of them.
import type { Sql } from 'postgres';
import type { NewsTitle } from '../../lib/matching/features.js';
import type { KnownFamily } from '../../lib/matching/group.js';
import { longestEventHours } from '../../lib/matching/span.js';
import { readingOf } from '../../lib/reading/stored.js';
import type { ItemId } from '../../lib/run.js';
import { windowsAround } from './windows.js';

interface TitleRow {
  title_id: ItemId;
  title_hash: string;
  title_display: string;
  lang: string;
  publisher_name: string;
  published_at: Date;
  actors: string[] | null;
  mechanisms: string[] | null;
  strategic_tier: number;
  reading: unknown;
}

/** Reads titles that are still food, in order of time; ids that are not any more are left out. */
export async function readFood(sql: Sql, itemIds: readonly ItemId[]): Promise<NewsTitle[]> {
  const rows = await sql<TitleRow[]>`
    select title_id, title_hash, title_display, lang, publisher_name, published_at, actors, mechanisms, strategic_tier, reading
    from titles
    where title_id = any(${itemIds}::bigint[]) and status = 'gate_keep' and strategic_tier is not null and ef_id is null
    order by published_at, title_hash`;
  return rows.map(titleOf);
}

/**
 * Families that end at most 72 hours before one of the titles or begin at most 72 hours after it - of a stray the nearest -, and those of titles from which an operator
 * has ruled one of them is not to be parted; in order of id.
 */
export async function readOpenFamilies(sql: Sql, titles: readonly NewsTitle[]): Promise<(KnownFamily & { lookedAt: number })[]> {
  const rows = await sql<{ ef_id: ItemId; title_set: string; doubted_at_count: number }[]>`
    with near as (
      select e.ef_id
      from jsonb_to_recordset(${JSON.stringify(windowsAround(titles))}::text::jsonb)
        as w ("from" timestamptz, "to" timestamptz, "at" timestamptz, most integer)
      cross join lateral (
        select ef_id from event_families
        where last_at >= w."from" and last_at <= w."to" + make_interval(hours => ${longestEventHours})
          and status in ('seed', 'active') and first_at <= w."to"
        order by abs(extract(epoch from last_at - w."at")), ef_id
        limit w.most
      ) e
      union
      select t.ef_id
      from title_rulings mine
      join title_rulings theirs on theirs.log_id = mine.log_id
      join titles t on t.title_id = theirs.title_id
      where mine.title_id = any(${titles.map(({ titleId }) => titleId)}::bigint[]) and mine.rule = 'together' and t.ef_id is not null
    )
    select e.ef_id, e.title_set, e.doubted_at_count
    from near join event_families e on e.ef_id = near.ef_id
    where e.status in ('seed', 'active')
    order by e.ef_id`;
  return rows.map(({ ef_id, title_set, doubted_at_count }) => ({ efId: ef_id, titleSet: title_set, lookedAt: doubted_at_count }));
}

/** The titles of families, in order of time; a family without titles is not in it. */
export async function readMembers(sql: Sql, efIds: readonly ItemId[]): Promise<Map<ItemId, NewsTitle[]>> {
  const members = new Map<ItemId, NewsTitle[]>();
  if (efIds.length === 0) return members;
  const rows = await sql<(TitleRow & { ef_id: ItemId })[]>`
    select ef_id, title_id, title_hash, title_display, lang, publisher_name, published_at, actors, mechanisms, strategic_tier, reading
    from titles
    where ef_id = any(${efIds as ItemId[]}::bigint[])
    order by published_at, title_hash`;
  for (const row of rows) {
    const own = members.get(row.ef_id) ?? [];
    own.push(titleOf(row));
    members.set(row.ef_id, own);
  }
  return members;
}

/** Which of these keys, bare or with a number from 2 to 20 after a dash, are taken, by families of any status. */
export async function readTakenKeys(sql: Sql, keys: readonly string[]): Promise<Set<string>> {
  const rows = await sql<{ ef_key: string }[]>`
    select e.ef_key
    from unnest(${keys as string[]}::text[]) as wanted(ef_key)
    cross join (select '' as suffix union all select '-' || number from generate_series(2, 20) as number) as numbered
    join event_families e on e.ef_key = wanted.ef_key || numbered.suffix`;
  return new Set(rows.map((row) => row.ef_key));
}

function titleOf(row: TitleRow): NewsTitle {
  const { kind = 'news', acts = [], figures = [], wording = null, theater = null, eventType = null } = readingOf(row.reading) ?? {};
  return {
    titleId: row.title_id,
    titleHash: row.title_hash,
    text: row.title_display,
    lang: row.lang,
    publisher: row.publisher_name,
    at: row.published_at,
    actors: row.actors ?? [],
    mechanisms: row.mechanisms ?? [],
    tier: row.strategic_tier,
    kind,
    acts,
    figures,
    loaded: wording?.loaded ?? [],
    ascribed: wording?.quotedLoaded ?? [],
    theater,
    eventType,
  };
}
