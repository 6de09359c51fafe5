// The order of claims: which of them hold items that come before one's own, which others hold any, and who is about to claim first.
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

/** The workers of a phase whose runs go on and began before this one's, at most so many seconds ago: they may not have claimed yet. */
export async function begunBefore(sql: Sql, phase: string, worker: string, seconds: number): Promise<string[]> {
  const rows = await sql<{ worker: string }[]>`
    select r.worker
    from runs r
    where r.phase = ${phase} and r.finished_at is null and r.worker <> ${worker}
      and r.started_at > now() - make_interval(secs => ${seconds})
      and (r.started_at, r.run_id) < (
        select m.started_at, m.run_id
        from runs m
        where m.phase = ${phase} and m.finished_at is null and m.worker = ${worker}
        order by m.started_at desc
        limit 1
      )`;
  return rows.map((row) => row.worker);
}
