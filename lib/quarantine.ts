// The way back out of quarantine, `failed` to `ready`: for items that were not at fault, and for all that an operator clears.
import type { Sql } from 'postgres';
import type { ItemId } from './work.js';

/**
 * Puts back what was quarantined for a fault that was not the items': those that have attempts left, which stay counted, so that an item
 * that is at fault after all is quarantined in the end. Returns how many.
 */
export async function revive(sql: Sql, phase: string, itemIds: readonly ItemId[], signature: string, maxAttempts: number): Promise<number> {
  const rows = await sql`
    update work set state = 'ready', not_before = now()
    where phase = ${phase} and item_id = any(${itemIds as string[]}::bigint[]) and state = 'failed'
      and error_signature = ${signature} and attempts < ${maxAttempts}
    returning item_id`;
  return rows.count;
}

/**
 * Puts quarantined items back to be worked as if they had never failed: all of a phase, or those that failed for one signature. One that
 * killed its workers is still claimed alone. Returns how many.
 */
export async function clearErrors(sql: Sql, phase: string, signature: string | null): Promise<number> {
  const rows = await sql`
    update work
    set state = 'ready', attempts = 0, deaths = 0, not_before = now(), error_class = null, error = null, error_signature = null
    where phase = ${phase} and state = 'failed' and (${signature}::text is null or error_signature = ${signature})
    returning item_id`;
  return rows.count;
}
