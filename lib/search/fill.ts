// Fills tables that a migration has made for rows which were there before. Steps of a moment's length, while all phases write: a migration that
// did it would keep them waiting. Safe to be killed, and to be done by several processes at once.
import type { Sql } from 'postgres';

/** Titles in one step. */
const stepTitles = 2000;

/** The share of the titles that searches find by now, 0 to 1; null where all are found. */
export async function filledShare(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ share: number }[]>`
    select least(1, up_to::float8 / greatest(1, (select max(title_id) from titles))) as share from fills where filled_at is null`;
  return row?.share ?? null;
}

/** Of a share that is not all. */
export function notAll(share: number): string {
  return `Since the last upgrade words are searched in ${Math.floor(share * 100)} % of the titles that were there before; the rest comes.`;
}

/** Until all is filled, or `signal` is aborted; false where that was before the end. */
export async function fill(sql: Sql, signal: AbortSignal, onStep: (share: number) => void): Promise<boolean> {
  for (let filled = (await filledShare(sql)) !== null ? await step(sql) : null; filled !== null; filled = await step(sql)) {
    if (filled) {
      await sql`analyze title_search`;
      return true;
    }
    if (signal.aborted) return false;
    onStep((await filledShare(sql)) ?? 1);
  }
  return true;
}

/** Whether this was the last one; null where another process had done that. What changes beside it changes title_search by the triggers of titles. */
async function step(sql: Sql): Promise<boolean | null> {
  const [row] = await sql<{ last: boolean }[]>`
    with fill as (
      select up_to from fills where name = 'title_search' and filled_at is null for update
    ), step as materialized (
      select t.title_id, t.status, t.published_at, t.title_norm from titles t, fill
      where t.title_id > fill.up_to order by t.title_id limit ${stepTitles} for key share of t
    ), put as (
      insert into title_search
      select title_id, published_at, to_tsvector('simple', search_fold(title_norm)) from step where status <> 'pending'
      on conflict (title_id) do nothing
    )
    update fills f
    set up_to = greatest(f.up_to, (select max(title_id) from step)),
        filled_at = case when (select count(*) from step) < ${stepTitles} then now() end
    from fill
    where f.name = 'title_search'
    returning f.filled_at is not null as last`;
  return row?.last ?? null;
}
