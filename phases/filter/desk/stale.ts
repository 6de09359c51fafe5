// The gate's decisions by what made them: how many are stale, and their titles made pending again, in batches along the key. What is in a
// family stays as it is; P3 lets go of it, where that is asked for.
import type { Fragment, Sql } from 'postgres';
import type { ItemId } from '../../../lib/run.js';

export interface StaleWanted {
  /** Decisions of this version are fresh. */
  version: string;
  /** Fresh ones too. */
  all: boolean;
  /** Only of these titles; null: of any. */
  ids: readonly ItemId[] | null;
  /** Only those decided since then; null: whenever. */
  since: Date | null;
}

/** A condition over a title: it is one of those that were named. */
function isNamed(sql: Sql, { ids, since }: Pick<StaleWanted, 'ids' | 'since'>): Fragment {
  return sql`
    (${ids as string[] | null}::bigint[] is null or title_id = any(${ids as string[] | null}::bigint[]))
    and (${since?.toISOString() ?? null}::timestamptz is null or gated_at >= ${since?.toISOString() ?? null})`;
}

/** Titles a statement changes at most: well under a second, and no long locks for the phases beside it. */
const batchSize = 20_000;

/** How many decisions are stale, of free titles and of titles in families. A decision without a work row was made by nobody knows what. */
export async function countStale(sql: Sql, { version, all, ...named }: StaleWanted): Promise<{ free: number; inFamilies: number }> {
  const [row] = await sql<{ free: number; inFamilies: number }[]>`
    select (count(*) filter (where t.ef_id is null))::float8 as free, count(t.ef_id)::float8 as "inFamilies"
    from titles t
    left join work w on w.phase = 'filter' and w.item_id = t.title_id
    where t.status in ('gate_keep', 'gate_drop') and (${all} or w.version is distinct from ${version}) and ${isNamed(sql, named)}`;
  return row ?? { free: 0, inFamilies: 0 };
}

/** Makes the titles of no family pending; returns how many. What P3 holds at the moment is no longer its food when it settles. */
export async function reopenFree(sql: Sql, { version, all, ...named }: StaleWanted): Promise<number> {
  let reopened = 0;
  for (let after: ItemId | null = '0'; after !== null; ) {
    const rows: { titles: number; last: ItemId | null }[] = await sql<{ titles: number; last: ItemId | null }[]>`
      with stale as materialized (
        select t.title_id
        from titles t
        left join work w on w.phase = 'filter' and w.item_id = t.title_id
        where t.title_id > ${after} and t.status in ('gate_keep', 'gate_drop') and t.ef_id is null and (${all} or w.version is distinct from ${version})
          and ${isNamed(sql, named)}
        order by t.title_id
        limit ${batchSize}
      ), reopened as (
        update titles t
        set status = 'pending', strategic_tier = null, gate_score = null, gate = null, actors = null, mechanisms = null, reading = null,
            gated_at = null
        from stale
        where t.title_id = stale.title_id and t.status in ('gate_keep', 'gate_drop') and t.ef_id is null
        returning t.title_id
      )
      select (select count(*) from reopened)::float8 as titles, (select max(title_id) from stale) as last`;
    reopened += rows[0]?.titles ?? 0;
    after = rows[0]?.last ?? null;
  }
  return reopened;
}

/** Readings of this version are fresh; `force`: titles in families are gated again too. */
interface WantedReadings extends StaleWanted {
  reader: string;
  /**
   * The vocabulary of now: a title in a family that an earlier one decided keeps its reading, and stays stale, until it is gated again; read
   * anew alone, its decision would count as fresh.
   */
  vocabulary: string;
  force: boolean;
}

/** How many readings of kept titles another version made, beside those of titles that will be gated again anyway. */
export async function countStaleReadings(sql: Sql, { version, all, reader, vocabulary, force, ...named }: WantedReadings): Promise<number> {
  const [row] = await sql<{ titles: number }[]>`
    select count(*)::float8 as titles
    from titles t
    left join work w on w.phase = 'filter' and w.item_id = t.title_id
    where t.status = 'gate_keep' and t.reading is not null and (${all} or t.reading ->> 'version' is distinct from ${reader})
      and t.gate ->> 'vocabulary' is not distinct from ${vocabulary}
      and ${isNamed(sql, named)}
      and not ((t.ef_id is null or ${force}) and (${all} or w.version is distinct from ${version}))`;
  return row?.titles ?? 0;
}

/** Takes those readings away, so that the next run reads the titles anew; nothing else of them changes. Returns how many. */
export async function dropReadings(
  sql: Sql,
  { reader, vocabulary, all, ...named }: Omit<WantedReadings, 'version' | 'force'>,
): Promise<number> {
  let dropped = 0;
  for (let after: ItemId | null = '0'; after !== null; ) {
    const rows: { titles: number; last: ItemId | null }[] = await sql<{ titles: number; last: ItemId | null }[]>`
      with stale as materialized (
        select title_id from titles
        where title_id > ${after} and status = 'gate_keep' and reading is not null
          and (${all} or reading ->> 'version' is distinct from ${reader}) and gate ->> 'vocabulary' is not distinct from ${vocabulary}
          and ${isNamed(sql, named)}
        order by title_id
        limit ${batchSize}
      ), dropped as (
        update titles t set reading = null from stale where t.title_id = stale.title_id returning t.title_id
      )
      select (select count(*) from dropped)::float8 as titles, (select max(title_id) from stale) as last`;
    dropped += rows[0]?.titles ?? 0;
    after = rows[0]?.last ?? null;
  }
  return dropped;
}
