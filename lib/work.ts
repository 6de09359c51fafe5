// The state machine of `work` rows: discover, claim, extend, settle, fail, release; of dead workers' items work/suspects.ts. One statement each,
// so that a backend that dies leaves all or nothing. Every change of a leased row is fenced by its lease_token: a worker that lost its
// lease changes nothing. Only Postgres's now() counts.
import type { Fragment, Sql } from 'postgres';

/** A title, a family or a feed by the id of its row: a bigint of Postgres as text, which is how the driver gives it and JSON keeps it. */
export type ItemId = string;

/** Items held by one claim. `itemIds` are in claim order; `attempts` counts this one. */
export interface Lease {
  phase: string;
  token: string;
  itemIds: ItemId[];
}

export interface ClaimOptions {
  worker: string;
  limit: number;
  leaseSeconds: number;
}

/** Why an item failed, and whether trying again could help. */
interface Failure {
  errorClass: string;
  error: string;
  retry: boolean;
  /** What the doctor knows the error by. */
  signature?: string;
}

/** At most this many new items enter the backlog in one run, whatever its batch; the rest is found by the next. */
const discoverLimit = 50_000;

/** First wait after a failure; doubles with each attempt up to `backoffCapSeconds`, with a jitter of a quarter either way. */
const backoffSeconds = 30;
const backoffCapSeconds = 6 * 3600;

/**
 * Brings the phase's food into `work`: what is not there is added, what was done and is named again is reopened.
 * Both compare with the snapshot the food was read from, so an item that another worker settles meanwhile is not reopened.
 * At most `most` items, those that come first. `found`: how many are new to the backlog; none of those that another worker brings in at the same
 * time. `isCut`: there were `most`, so more may wait.
 */
export async function discover(sql: Sql, phase: string, food: Fragment, most = discoverLimit): Promise<{ found: number; isCut: boolean }> {
  const limit = Math.min(most, discoverLimit);
  const rows = await sql<{ found: number; seen: number }[]>`
    with food as materialized (
      select f.item_id, f.priority
      from (${food}) f
      where not exists (
        select from work w
        where w.phase = ${phase} and w.item_id = f.item_id and w.state <> 'done')
      order by f.priority, f.item_id
      limit ${limit}
    ), reopened as (
      update work w
      set state = 'ready', priority = food.priority, attempts = 0, not_before = now(),
          error_class = null, error = null, finished_at = null, discovered_at = now(), company = null, deaths = 0
      from food
      where w.phase = ${phase} and w.item_id = food.item_id and w.state = 'done'
      returning w.item_id
    ), added as (
      insert into work (phase, item_id, priority)
      select ${phase}, food.item_id, food.priority
      from food
      where not exists (select from work w where w.phase = ${phase} and w.item_id = food.item_id)
      order by food.priority, food.item_id
      on conflict (phase, item_id) do nothing
      returning item_id
    )
    select ((select count(*) from reopened) + (select count(*) from added))::int as found, (select count(*) from food)::int as seen`;
  const [{ found, seen } = { found: 0, seen: 0 }] = rows;
  return { found, isCut: seen >= limit };
}

/**
 * Takes up to `limit` ready items that are not suspected, lowest priority first, then oldest, under one fresh token. Skips what others are
 * taking. Returns null when nothing is ready.
 */
export async function claim(sql: Sql, phase: string, options: ClaimOptions): Promise<Lease | null> {
  const rows = await sql<{ item_id: ItemId; lease_token: string }[]>`
    with token as materialized (select gen_random_uuid() as id),
    next as (
      select item_id, priority
      from work
      where phase = ${phase} and state = 'ready' and company is null and not_before <= now()
      order by priority, item_id
      limit ${options.limit}
      for update skip locked
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

/** Prolongs what the token still holds; returns how many items that is. Fewer than claimed: some were lost. */
export async function extend(sql: Sql, lease: Lease, leaseSeconds: number): Promise<number> {
  const rows = await sql`
    update work set lease_expires_at = now() + make_interval(secs => ${leaseSeconds})
    where lease_token = ${lease.token}
    returning item_id`;
  return rows.count;
}

interface Settlement {
  /** The items to close; null for all that the token holds. */
  itemIds: readonly ItemId[] | null;
  version: string;
  /** CTEs that write the output, joined to `closed (item_id)`; the last is named `made`. */
  written: Fragment;
  /** A phase whose groups must see each other's settles: the `phases.revision` its work was based on. */
  basedOn?: string | undefined;
}

/** `closed` items are done; `made` is what was written. `superseded`: another settle came first, nothing was changed. */
interface Settled {
  closed: number;
  made: number;
  superseded: boolean;
}

/**
 * Closes items and writes their output in one statement. What the token no longer holds is neither closed nor written.
 * The comparison is on the token alone: a further condition on state costs half the throughput.
 */
export async function settle(sql: Sql, lease: Lease, settlement: Settlement): Promise<Settled> {
  const { itemIds, basedOn } = settlement;
  const rows = await sql<{ closed: number; made: number; current: number }[]>`
    with current as (
      ${
        basedOn === undefined
          ? sql`select 1`
          : sql`update phases set revision = revision + 1 where name = ${lease.phase} and revision = ${basedOn} returning 1`
      }
    ), closed as (
      update work
      set state = 'done', lease_token = null, worker = null, lease_expires_at = null,
          error_class = null, error = null, version = ${settlement.version}, finished_at = now()
      where lease_token = ${lease.token}
        ${itemIds ? sql`and item_id = any(${itemIds as string[]}::bigint[])` : sql``}
        ${basedOn === undefined ? sql`` : sql`and exists (select from current)`}
      returning item_id
    ), ${settlement.written}
    select (select count(*) from closed)::int as closed, (select count(*) from made)::int as made,
           (select count(*) from current)::int as current`;
  const row = rows[0];
  return { closed: row?.closed ?? 0, made: row?.made ?? 0, superseded: row?.current === 0 };
}

/**
 * Puts held items back with a growing, jittered wait, or quarantines them as failed: at once when a retry cannot help, else
 * when `maxAttempts` are used up. Returns how many were quarantined.
 */
export async function fail(
  sql: Sql,
  lease: Lease,
  itemIds: readonly ItemId[],
  failure: Failure,
  maxAttempts: number,
): Promise<{ failed: number; retried: number }> {
  const rows = await sql<{ state: string }[]>`
    update work
    set state = case when ${failure.retry} and attempts < ${maxAttempts} then 'ready' else 'failed' end,
        not_before = now() + make_interval(secs =>
          least(${backoffCapSeconds}, ${backoffSeconds} * power(2, least(attempts - 1, 20))) * (0.75 + random() / 2)),
        lease_token = null, worker = null, lease_expires_at = null,
        error_class = ${failure.errorClass}, error = ${failure.error.slice(0, 2000)}, error_signature = ${failure.signature ?? null}
    where lease_token = ${lease.token} and item_id = any(${itemIds as string[]}::bigint[])
    returning state`;
  const failed = rows.filter((row) => row.state === 'failed').length;
  return { failed, retried: rows.length - failed };
}

/** Gives back what the token still holds and was not worked; the attempt is not counted. Returns how many. */
export async function release(sql: Sql, lease: Lease): Promise<number> {
  const rows = await sql`
    update work
    set state = 'ready', attempts = attempts - 1, lease_token = null, worker = null, lease_expires_at = null
    where lease_token = ${lease.token}
    returning item_id`;
  return rows.count;
}
