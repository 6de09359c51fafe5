// Takes the domain's tables; leaves how much they hold by status. One statement that reads indexes, not titles: a million titles are
// a few gigabytes, their ids a few megabytes.
import type { Sql } from 'postgres';

export interface Totals {
  feeds: number;
  /** Listed feeds whose last reading failed. */
  feedsFailing: number;
  /** Listed feeds that were never read; what stands in sni.yaml comes here with the first run of P1. */
  feedsUnread: number;
  titles: number;
  titlesPending: number;
  /** Kept and in a family. */
  titlesInFamilies: number;
  /** Kept and waiting for a family. */
  titlesWaiting: number;
  /** The rest. The gate gives every title it keeps a tier, so none of it is kept. */
  titlesDropped: number;
  familiesSeed: number;
  familiesActive: number;
  familiesMerged: number;
  familiesRecycled: number;
  narratives: number;
}

/** Exact counts; all 0 in an empty database. */
export async function readTotals(sql: Sql): Promise<Totals> {
  const [row] = await sql<Omit<Totals, 'titlesDropped'>[]>`
    select
      (select count(*) from feeds where listed)::float8 as feeds,
      (select count(*) from feeds where listed and last_error is not null)::float8 as "feedsFailing",
      (select count(*) from feeds where listed and kind <> 'hand' and succeeded_at is null)::float8 as "feedsUnread",
      (select count(*) from titles)::float8 as titles,
      (select count(*) from titles where status = 'pending')::float8 as "titlesPending",
      (select count(*) from titles where ef_id is not null)::float8 as "titlesInFamilies",
      (select count(*) from titles where status = 'gate_keep' and strategic_tier is not null and ef_id is null)::float8 as "titlesWaiting",
      coalesce(f.seed, 0)::float8 as "familiesSeed", coalesce(f.active, 0)::float8 as "familiesActive",
      coalesce(f.merged, 0)::float8 as "familiesMerged", coalesce(f.recycled, 0)::float8 as "familiesRecycled",
      (select count(*) from framed_narratives)::float8 as narratives
    from (
      select count(*) filter (where status = 'seed') as seed, count(*) filter (where status = 'active') as active,
        count(*) filter (where status = 'merged') as merged, count(*) filter (where status = 'recycled') as recycled
      from event_families
    ) f`;
  if (!row) throw new Error('The database gave no counts of its tables. Try again; if it goes on, look into its log.');
  return { ...row, titlesDropped: row.titles - row.titlesPending - row.titlesInFamilies - row.titlesWaiting };
}
