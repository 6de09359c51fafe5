// The way back out of quarantine, `failed` to `ready`, for items that were not at fault. An operator's ways stand in lib/operator.
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
