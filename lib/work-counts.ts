// How many rows of `work` there are by phase, state and version, as triggers keep it (sql/024): exact, and no row of work is read.
import type { Fragment, Sql } from 'postgres';

/** More rows than this are put together by whoever reads them. */
const many = 1000;

/** Rows of `phase`, `state`, `version` and `items`; for a statement to stand in. */
export function workCounts(sql: Sql): Fragment {
  return sql`(select phase, state, version, sum(items)::float8 as items from work_counts group by phase, state, version having sum(items) <> 0)`;
}

/** Puts together what many statements left. Whoever does the same at once waits and finds nothing to do; readers see no difference. */
export async function sumUpWorkCounts(sql: Sql): Promise<void> {
  await sql`
    with gone as (
      delete from work_counts where (select count(*) from work_counts) > ${many} returning phase, state, version, items
    )
    insert into work_counts
    select phase, state, version, sum(items) from gone group by phase, state, version having sum(items) <> 0`;
}
