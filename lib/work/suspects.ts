// Items whose worker died: who held leases, what becomes of them, how they are claimed again. What kills its process is found by halving:
// what was held is split death by death until the culprit stands alone, and those beside it are done. A death costs no item a try.
import type { Sql } from 'postgres';
import type { ClaimOptions, ItemId, Lease } from '../work.js';

/** Who holds leases of a phase now and is dead, each worker once. `isDead` is told for how long nothing was heard of its runs; 0 where no run of it is known. */
export async function deadHolders(sql: Sql, phase: string, isDead: (worker: string, silentSeconds: number) => boolean): Promise<string[]> {
  const rows = await sql<{ worker: string; silentSeconds: number }[]>`
    select worker, coalesce(extract(epoch from now() - heard.at), 0)::float8 as "silentSeconds"
    from (select distinct worker from work where phase = ${phase} and lease_token is not null) w
    cross join lateral (select max(heartbeat_at) as at from runs r where r.phase = ${phase} and r.worker = w.worker) heard`;
  return rows.filter(({ worker, silentSeconds }) => isDead(worker, silentSeconds)).map(({ worker }) => worker);
}

/** How many items are free again to be claimed, and which are quarantined. */
interface Recovered {
  freed: number;
  quarantined: string[];
}

/**
 * Frees what dead workers hold: leases that ran out, and at once those of `deadWorkers` (known to be dead by whoever calls). One death may be
 * anybody's doing, and the items come again in their order. At the second, what a lease still held is suspected, in halves, and halved again
 * at each further one. An item that was claimed alone when `mostDeaths` workers died is quarantined.
 */
export async function recover(sql: Sql, phase: string, mostDeaths: number, deadWorkers: readonly string[] = []): Promise<Recovered> {
  const rows = await sql<{ item_id: ItemId; state: string }[]>`
    with dead as materialized (
      select lease_token, count(*) as items
      from work
      where phase = ${phase} and lease_token is not null
        and (lease_expires_at < now() or worker = any(${deadWorkers as string[]}))
      group by lease_token
    ), verdicts as materialized (
      select w.item_id, w.lease_token, halved.company,
        case when halved.company is not distinct from w.company then w.deaths + 1 else 0 end as deaths,
        coalesce(w.company = 1 and w.deaths + 1 >= ${mostDeaths}, false) as guilty
      from work w join dead using (lease_token)
      cross join lateral (
        select case when w.company is not null or w.deaths > 0 then ceil(dead.items / 2.0)::int end as company
      ) halved
      where w.phase = ${phase}
    )
    update work w
    set state = case when v.guilty then 'failed' else 'ready' end,
        company = v.company, deaths = v.deaths, attempts = case when v.guilty then v.deaths else w.attempts - 1 end,
        error_class = case when v.guilty then 'worker_died' else w.error_class end,
        error_signature = case when not v.guilty then w.error_signature end,
        error = case when v.guilty
          then 'Its worker died or lost its lease ' || v.deaths || ' times while it worked on nothing else; look at the log of '
            || w.worker || ', then retry it.'
          else w.error end,
        lease_token = null, worker = null, lease_expires_at = null
    from verdicts v
    where w.phase = ${phase} and w.item_id = v.item_id and w.lease_token = v.lease_token
      and (w.lease_expires_at < now() or w.worker = any(${deadWorkers as string[]}))
    returning w.item_id, w.state`;
  const quarantined = rows.filter((row) => row.state === 'failed').map((row) => row.item_id);
  return { freed: rows.length - quarantined.length, quarantined };
}

/** How many suspected items are ready, counted no further than `most`. */
export async function suspectsUpTo(sql: Sql, phase: string, most: number): Promise<number> {
  const rows = await sql<{ ready: number }[]>`
    select count(*)::int as ready
    from (select from work where phase = ${phase} and state = 'ready' and company is not null and not_before <= now() limit ${most}) w`;
  return rows[0]?.ready ?? 0;
}

/**
 * Takes suspected items that may be worked together, at most `limit`: the least suspected first, so that deaths which none of them brings
 * about are spread over all. Not for a worker that has other work under way: its death would say nothing. Null when none is ready.
 */
export async function claimSuspects(sql: Sql, phase: string, options: ClaimOptions): Promise<Lease | null> {
  const rows = await sql<{ item_id: ItemId; lease_token: string }[]>`
    with token as materialized (select gen_random_uuid() as id),
    least as materialized (
      select company, deaths
      from work
      where phase = ${phase} and state = 'ready' and company is not null and not_before <= now()
      order by company desc, deaths, priority, item_id
      limit 1
      for update skip locked
    ), next as (
      select w.item_id
      from work w, least
      where w.phase = ${phase} and w.state = 'ready' and w.company is not null and w.not_before <= now()
        and w.company = least.company and w.deaths = least.deaths
      order by w.priority, w.item_id
      limit (select least(${options.limit}::int, company) from least)
      for update of w skip locked
    )
    update work w
    set state = 'leased', attempts = w.attempts + 1, lease_token = token.id, worker = ${options.worker},
        lease_expires_at = now() + make_interval(secs => ${options.leaseSeconds})
    from next, token
    where w.phase = ${phase} and w.item_id = next.item_id
    returning w.item_id, w.lease_token`;
  const first = rows[0];
  return first ? { phase, token: first.lease_token, itemIds: rows.map((row) => row.item_id) } : null;
}
