// How many rows of work, titles and event families there are by where they are, and how many narratives, as triggers keep it (sql/024, sql/029,
// sql/038): exact, and none of the rows themselves is read.
import type { Fragment, Sql } from 'postgres';

/** More rows than this are put together by whoever reads them. */
const many = 1000;

/** Rows of `phase`, `state`, `version` and `items`; for a statement to stand in. */
export function workCounts(sql: Sql): Fragment {
  return sql`(select phase, state, version, sum(items)::float8 as items from work_counts group by phase, state, version having sum(items) <> 0)`;
}

/**
 * Puts together what many statements left. Whoever does the same at once waits and finds nothing to do; readers see no difference. A role that
 * may only read leaves it to the next who may write.
 */
export async function sumUpCounts(sql: Sql): Promise<void> {
  const [found] = await sql<{ due: boolean }[]>`
    select greatest((select count(*) from work_counts), (select count(*) from title_counts), (select count(*) from family_counts),
      (select count(*) from narrative_counts)) > ${many}
      and has_table_privilege('work_counts', 'delete') and has_table_privilege('title_counts', 'delete')
      and has_table_privilege('family_counts', 'delete') and has_table_privilege('narrative_counts', 'delete') as due`;
  if (!found?.due) return;
  await sql`
    with work_gone as (
      delete from work_counts where (select count(*) from work_counts) > ${many} returning phase, state, version, items
    ), titles_gone as (
      delete from title_counts where (select count(*) from title_counts) > ${many} returning status, tiered, placed, items
    ), families_gone as (
      delete from family_counts where (select count(*) from family_counts) > ${many} returning status, items
    ), narratives_gone as (
      delete from narrative_counts where (select count(*) from narrative_counts) > ${many} returning items
    ), titles_kept as (
      insert into title_counts select status, tiered, placed, sum(items) from titles_gone group by 1, 2, 3 having sum(items) <> 0
    ), families_kept as (
      insert into family_counts select status, sum(items) from families_gone group by 1 having sum(items) <> 0
    ), narratives_kept as (
      insert into narrative_counts select sum(items) from narratives_gone having sum(items) <> 0
    )
    insert into work_counts select phase, state, version, sum(items) from work_gone group by 1, 2, 3 having sum(items) <> 0`;
}
