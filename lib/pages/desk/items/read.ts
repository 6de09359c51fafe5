// Items of a phase by state, a page at a time, and how many there are of what is filtered. Each list goes along an index of `work`, so that three
// million rows cost no more than a page.
import type { Fragment, Sql } from 'postgres';
import type { PhaseName } from '../../../config/phases.js';
import { workCounts } from '../../../kept-counts.js';
import type { ItemId } from '../../../work.js';

/** `retried`: ready, after it has failed; `stale`: done by another version than the newest run’s. */
export const itemStates = ['failed', 'retried', 'leased', 'ready', 'done', 'stale'] as const;
type ItemState = (typeof itemStates)[number];

export interface Filtered {
  phase: PhaseName;
  state: ItemState;
  errorClass: string | null;
  /** The whole of it. */
  signature: string | null;
}

export interface ListedItem {
  id: ItemId;
  attempts: number;
  priority: number;
  since: Date;
  notBefore: Date;
  finishedAt: Date | null;
  worker: string | null;
  errorClass: string | null;
  error: string | null;
  version: string | null;
}

export const perPage = 50;
/** Counted no further. */
const mostCounted = 10_000;

/** By number; `after` is the last of the page before. */
export function readItems(sql: Sql, filtered: Filtered, after: ItemId): Promise<ListedItem[]> {
  return sql<ListedItem[]>`
    select item_id as id, attempts, priority, discovered_at as since, not_before as "notBefore", finished_at as "finishedAt", worker,
      error_class as "errorClass", error, version
    from work
    where phase = ${filtered.phase} and ${isMeant(sql, filtered)} and item_id > ${after}
    order by item_id
    limit ${perPage}`;
}

/** Null where there are too many to count for a page. What is done was counted as it came. */
export async function countItems(sql: Sql, filtered: Filtered): Promise<number | null> {
  if (filtered.state === 'done' || filtered.state === 'stale') return countDone(sql, filtered);
  const [row] = await sql<{ items: number }[]>`
    select count(*)::int as items from (
      select from work where phase = ${filtered.phase} and ${isMeant(sql, filtered)} limit ${mostCounted + 1}
    ) w`;
  const items = row?.items ?? 0;
  return items > mostCounted ? null : items;
}

async function countDone(sql: Sql, { phase, state }: Filtered): Promise<number> {
  const [row] = await sql<{ items: number }[]>`
    select coalesce(sum(items), 0)::float8 as items
    from ${workCounts(sql)} w
    where phase = ${phase} and state = 'done' and (${state === 'done'} or version is distinct from (select version from phases where name = ${phase}))`;
  return row?.items ?? 0;
}

function isMeant(sql: Sql, { phase, state, errorClass, signature }: Filtered): Fragment {
  const kind = sql`
    (${errorClass}::text is null or error_class = ${errorClass}) and (${signature}::text is null or error_signature = ${signature})`;
  if (state === 'failed') return sql`state = 'failed' and ${kind}`;
  if (state === 'retried') return sql`state = 'ready' and error is not null and ${kind}`;
  if (state === 'leased') return sql`state = 'leased' and lease_token is not null`;
  if (state === 'stale') return sql`state = 'done' and version is distinct from (select version from phases where name = ${phase})`;
  return state === 'ready' ? sql`state = 'ready'` : sql`state = 'done'`;
}
