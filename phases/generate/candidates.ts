// Takes new titles, leaves the families that may take them in: those still open and near in time, with all their titles.
import type { Sql } from 'postgres';
import type { ItemId } from '../../lib/run.js';
import type { NewsTitle } from './features.js';
import { type KnownFamily, longestEventHours } from './group.js';

/** A family of the database, as read: `titleSet` is what it must still hold when it is written again. */
export interface StoredFamily extends KnownFamily {
  titleSet: string;
}

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
}

/** Reads titles that are still food, in order of id; ids that are not any more are left out. */
export async function readFood(sql: Sql, itemIds: readonly ItemId[]): Promise<NewsTitle[]> {
  const rows = await sql<TitleRow[]>`
    select title_id, title_hash, title_display, lang, publisher_name, published_at, actors, mechanisms, strategic_tier
    from titles
    where title_id = any(${itemIds}::bigint[]) and status = 'gate_keep' and strategic_tier is not null and ef_id is null
    order by title_id`;
  return rows.map(titleOf);
}

/** Families that end at most 72 hours before the first title or begin at most 72 hours after the last, in order of id. */
export async function readCandidates(sql: Sql, titles: readonly NewsTitle[]): Promise<StoredFamily[]> {
  const times = titles.map((title) => title.at.getTime());
  if (times.length === 0) return [];
  const reach = longestEventHours * 3_600_000;
  const from = new Date(Math.min(...times) - reach).toISOString();
  const to = new Date(Math.max(...times) + reach).toISOString();
  const families = await sql<{ ef_id: ItemId; title_set: string }[]>`
    select ef_id, title_set
    from event_families
    where status in ('seed', 'active') and last_at >= ${from} and first_at <= ${to}
    order by ef_id`;
  const members = await sql<(TitleRow & { ef_id: ItemId })[]>`
    select ef_id, title_id, title_hash, title_display, lang, publisher_name, published_at, actors, mechanisms, strategic_tier
    from titles
    where ef_id = any(${families.map((family) => family.ef_id)}::bigint[])
    order by title_id`;
  const byFamily = new Map<string, NewsTitle[]>(families.map((family) => [family.ef_id, []]));
  for (const row of members) byFamily.get(row.ef_id)?.push(titleOf(row));
  return families.map((family) => ({ efId: family.ef_id, titleSet: family.title_set, members: byFamily.get(family.ef_id) ?? [] }));
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
  };
}
