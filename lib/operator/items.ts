// What an operator does to items of a phase's backlog: try again, begin anew, change the order. One statement each, which names the states
// it leaves, and writes who and why. A worker that holds an item that is taken from it settles nothing: its token no longer holds.
import type { Sql } from 'postgres';
import type { ItemId } from '../work.js';
import { type Asker, noted } from './log.js';

/** Which items; null for no such limit. */
interface Which {
  ids: readonly ItemId[] | null;
  errorClass: string | null;
  /** What the doctor knows the error by. */
  signature?: string | null;
}

/** Before all that was not retried. */
const retriedFirst = -1;

/** Makes items that failed, or wait for their next try, ready now and first, with no try counted. Returns their ids. */
export async function retry(sql: Sql, phase: string, { ids, errorClass, signature = null }: Which, asker: Asker): Promise<ItemId[]> {
  const rows = await sql<{ item_id: ItemId }[]>`
    with changed as (
      update work
      set state = 'ready', attempts = 0, deaths = 0, not_before = now(), priority = least(priority, ${retriedFirst}),
          error_class = null, error = null, error_signature = null
      where phase = ${phase} and (state = 'failed' or (state = 'ready' and error is not null))
        and (${ids as string[] | null}::bigint[] is null or item_id = any(${ids as string[] | null}::bigint[]))
        and (${errorClass}::text is null or error_class = ${errorClass})
        and (${signature}::text is null or error_signature = ${signature})
      returning item_id
    ), logged as (${noted(sql, { act: 'retry', phase, said: signature ?? errorClass ?? '', ...asker })})
    select item_id from changed order by item_id`;
  return rows.map((row) => row.item_id);
}

/**
 * Puts quarantined items back to be worked as if they had never failed: all of a phase, or those that failed for one signature. One that
 * killed its workers is still claimed alone. Returns how many.
 */
export async function clearErrors(sql: Sql, phase: string, signature: string | null, asker: Asker): Promise<number> {
  const rows = await sql`
    with changed as (
      update work
      set state = 'ready', attempts = 0, deaths = 0, not_before = now(), error_class = null, error = null, error_signature = null
      where phase = ${phase} and state = 'failed' and (${signature}::text is null or error_signature = ${signature})
      returning item_id
    ), logged as (${noted(sql, { act: 'clear-errors', phase, said: signature ?? '', ...asker })})
    select item_id from changed`;
  return rows.length;
}

/** Puts items back as if nobody had worked them: also those a worker holds, which loses them. What is done stays done. Returns their ids. */
export async function reset(sql: Sql, phase: string, ids: readonly ItemId[], asker: Asker): Promise<ItemId[]> {
  const rows = await sql<{ item_id: ItemId }[]>`
    with changed as (
      update work
      set state = 'ready', attempts = 0, deaths = 0, not_before = now(), company = null, lease_token = null, worker = null,
          lease_expires_at = null, error_class = null, error = null, error_signature = null
      where phase = ${phase} and item_id = any(${ids as string[]}::bigint[]) and state in ('ready', 'leased', 'failed')
      returning item_id
    ), logged as (${noted(sql, { act: 'reset', phase, ...asker })})
    select item_id from changed order by item_id`;
  return rows.map((row) => row.item_id);
}

/** Gives items of the backlog a place: the lowest is taken first. What is done has none. Returns their ids. */
export async function prioritize(sql: Sql, phase: string, priority: number, ids: readonly ItemId[], asker: Asker): Promise<ItemId[]> {
  const rows = await sql<{ item_id: ItemId }[]>`
    with changed as (
      update work set priority = ${priority}
      where phase = ${phase} and item_id = any(${ids as string[]}::bigint[]) and state in ('ready', 'leased', 'failed')
      returning item_id
    ), logged as (${noted(sql, { act: 'priority', phase, said: String(priority), ...asker })})
    select item_id from changed order by item_id`;
  return rows.map((row) => row.item_id);
}

/** The state of those of the ids that are in the backlog, or were. */
export function statesOf(sql: Sql, phase: string, ids: readonly ItemId[]): Promise<{ itemId: ItemId; state: string }[]> {
  return sql<{ itemId: ItemId; state: string }[]>`
    select item_id as "itemId", state from work where phase = ${phase} and item_id = any(${ids as string[]}::bigint[]) order by item_id`;
}
