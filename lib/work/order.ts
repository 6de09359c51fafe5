// The order of claims: which of them hold items that come before one's own.
import type { Sql } from 'postgres';
import type { Lease } from '../work.js';

/** Tokens of live claims on the same phase that hold an item before the first of this one; none where it is the first. */
export async function claimsBefore(sql: Sql, lease: Lease): Promise<string[]> {
  const rows = await sql<{ lease_token: string }[]>`
    with mine as (
      select priority, item_id from work where lease_token = ${lease.token} order by priority, item_id limit 1
    )
    select distinct w.lease_token
    from work w, mine
    where w.lease_token is not null and w.lease_token <> ${lease.token} and w.phase = ${lease.phase} and w.lease_expires_at > now()
      and (w.priority, w.item_id) < (mine.priority, mine.item_id)`;
  return rows.map((row) => row.lease_token);
}
