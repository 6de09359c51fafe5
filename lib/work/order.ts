// The order of claims: which of them hold items that come before one's own, and which others hold any.
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

/** The live claims on a phase that other workers hold, and whether anything is ready to be claimed. */
export async function claimsOfOthers(
  sql: Sql,
  phase: string,
  worker: string,
): Promise<{ claims: { token: string; worker: string }[]; isAnyReady: boolean }> {
  const rows = await sql<{ token: string | null; worker: string | null; ready: boolean }[]>`
    select c.token, c.worker, r.ready
    from (
      select exists (
        select from work where phase = ${phase} and state = 'ready' and company is null and not_before <= now()
      ) as ready
    ) r
    left join (
      select distinct lease_token::text as token, worker
      from work
      where lease_token is not null and phase = ${phase} and worker <> ${worker} and lease_expires_at > now()
    ) c on true`;
  const claims = rows.flatMap(({ token, worker }) => (token === null || worker === null ? [] : [{ token, worker }]));
  return { claims, isAnyReady: rows[0]?.ready ?? false };
}
