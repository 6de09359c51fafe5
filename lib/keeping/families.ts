// Families whose last headline is older than titles are kept, with their titles, narratives, log and work; those merged into them go with
// them, and a later family that continued one of them begins its chain.
import type { TransactionSql } from 'postgres';
import { type ArchivedTitle, archivedColumns, cutoff, type KeepingRule } from './rule.js';
import { deleteTitles } from './titles.js';

/** Families of one step: each may have hundreds of titles. */
const stepFamilies = 200;

/** Headlines that were imported late are as young as their family. What is at work now stays. */
const old = (sql: TransactionSql | Parameters<KeepingRule['waiting']>[0], days: number) => sql`
  e.last_at < ${cutoff(sql, days)} and e.generated_at < ${cutoff(sql, days)} and not exists (
    select from work w where w.phase in ('enrich', 'narrate') and w.item_id = e.ef_id and w.state = 'leased')`;

export const familyRule: KeepingRule = {
  kind: 'titles',
  what: 'families, with their titles',
  waiting: async (sql, days) => {
    const [row] = await sql<{ waiting: number }[]>`select count(*)::int as waiting from event_families e where ${old(sql, days)}`;
    return row?.waiting ?? 0;
  },
  step: (sql, days, _after, archive) =>
    sql.begin(async (tx) => {
      const oldest = await tx<{ id: string }[]>`
        select ef_id as id from event_families
        where ef_id in (${oldestOf(tx, days, 'read')} union all ${oldestOf(tx, days, 'ended')})
        order by last_at limit ${stepFamilies} for update skip locked`;
      if (oldest.length === 0) return { gone: 0, next: null };
      const ids = await withMerged(
        tx,
        oldest.map(({ id }) => id),
      );
      const titles = await tx<(ArchivedTitle & { id: string })[]>`
        select title_id as id, ${archivedColumns(tx)} from titles where ef_id = any(${ids}::bigint[]) order by title_id for update`;
      await archive(titles);
      await deleteTitles(
        tx,
        titles.map(({ id }) => id),
      );
      await tx`update event_families set continues = null where continues = any(${ids}::bigint[])`;
      await tx`delete from work where phase in ('enrich', 'narrate') and item_id = any(${ids}::bigint[])`;
      const { count } = await tx`delete from event_families where ef_id = any(${ids}::bigint[])`;
      return { gone: count, next: oldest.length === stepFamilies ? 'more' : null };
    }),
};

/** Those that are read and those that are not, each in the order of an index of their own: sorting all of them took each step a second at 600,000. */
function oldestOf(sql: TransactionSql, days: number, which: 'read' | 'ended') {
  const ofThem = which === 'read' ? sql`status in ('seed', 'active')` : sql`status in ('merged', 'recycled')`;
  return sql`(select ef_id from event_families e where ${ofThem} and ${old(sql, days)} order by last_at limit ${stepFamilies})`;
}

/** The families, and all that were merged into them, also by way of others. */
async function withMerged(sql: TransactionSql, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }[]>`
    with recursive gone (ef_id) as (
      select unnest(${ids}::bigint[])
      union
      select e.ef_id from event_families e join gone g on e.merged_into = g.ef_id
    )
    select ef_id as id from gone order by 1`;
  return rows.map(({ id }) => id);
}
