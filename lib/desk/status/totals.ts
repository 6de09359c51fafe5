// How much the tables hold, by status. No title is read: their counts are kept as they change.
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
      t.titles, t.pending as "titlesPending", t.placed as "titlesInFamilies", t.waiting as "titlesWaiting",
      coalesce(f.seed, 0)::float8 as "familiesSeed", coalesce(f.active, 0)::float8 as "familiesActive",
      coalesce(f.merged, 0)::float8 as "familiesMerged", coalesce(f.recycled, 0)::float8 as "familiesRecycled",
      (select coalesce(sum(items), 0) from narrative_counts)::float8 as narratives
    from (
      select sum(items) filter (where status = 'seed') as seed, sum(items) filter (where status = 'active') as active,
        sum(items) filter (where status = 'merged') as merged, sum(items) filter (where status = 'recycled') as recycled
      from family_counts
    ) f
    cross join (
      select coalesce(sum(items), 0)::float8 as titles, coalesce(sum(items) filter (where status = 'pending'), 0)::float8 as pending,
        coalesce(sum(items) filter (where placed), 0)::float8 as placed,
        coalesce(sum(items) filter (where status = 'gate_keep' and tiered and not placed), 0)::float8 as waiting
      from title_counts
    ) t`;
  if (!row) throw new Error('The database gave no counts of its tables. Try again; if it goes on, look into its log.');
  return { ...row, titlesDropped: row.titles - row.titlesPending - row.titlesInFamilies - row.titlesWaiting };
}
