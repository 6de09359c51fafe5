// How a phase gets on: how fast over ten minutes, an hour and a day, hour by hour, how long an item takes, what has waited longest, who
// works. `sni status` and the pages of the desk read it here.
import type { Sql } from 'postgres';
import type { OldestFood } from '../../food.js';
import { isSurelyDead } from '../../worker.js';

export interface PhasePace {
  /** Items finished a minute, by the clock, over the last ten minutes, the last hour and the last day. */
  perMinute: { tenMinutes: number; hour: number; day: number };
  /** Items finished in each of the last 24 hours, the oldest first. */
  hours: number[];
  /** From an item's claim to its settle, over the last day; null while nothing was finished in it. */
  secondsAnItem: { p50: number; p90: number } | null;
  /** Which of what could be worked now, in the backlog or the tables, has waited longest. */
  oldest: { itemId: string; since: Date } | null;
  /** Runs that have not ended and were heard of in the last hour, the latest heard of first. */
  workers: Worker[];
}

interface Worker {
  host: string;
  pid: number;
  startedAt: Date;
  heartbeatAt: Date;
  /** Its process is known to be gone. */
  dead: boolean;
  claimed: number;
  done: number;
  failed: number;
}

/** Of those that came first: a million items that wait cost no more than these. */
const mostLookedAt = 2000;

interface Row {
  name: string;
  tenMinutes: number;
  hour: number;
  day: number;
  hours: number[];
  p50: number | null;
  p90: number | null;
  oldest: { itemId: string; since: string } | null;
  workers: (Omit<Worker, 'startedAt' | 'heartbeatAt' | 'dead'> & {
    worker: string;
    silentSeconds: number;
    startedAt: string;
    heartbeatAt: string;
  })[];
}

/** By the name of the phase, in their order; `only` one of them where named. `food` is what waits in the tables beyond the backlog. */
export async function readPace(
  sql: Sql,
  only: string | null,
  food: Promise<ReadonlyMap<string, OldestFood>>,
): Promise<Map<string, PhasePace>> {
  const [rows, inTables] = await Promise.all([readRows(sql, only), food]);
  return new Map(
    rows.map(({ name, tenMinutes, hour, day, hours, p50, p90, oldest, workers }) => [
      name,
      {
        perMinute: { tenMinutes: tenths(tenMinutes / 10), hour: tenths(hour / 60), day: tenths(day / 1440) },
        hours,
        secondsAnItem: p50 === null || p90 === null ? null : { p50: thousandths(p50), p90: thousandths(p90) },
        oldest: olderOf(oldest && { itemId: oldest.itemId, since: new Date(oldest.since) }, inTables.get(name)),
        workers: workers.map(({ worker, silentSeconds, startedAt, heartbeatAt, ...rest }) => ({
          ...rest,
          startedAt: new Date(startedAt),
          heartbeatAt: new Date(heartbeatAt),
          dead: isSurelyDead(worker, silentSeconds),
        })),
      },
    ]),
  );
}

function readRows(sql: Sql, only: string | null): Promise<Row[]> {
  return sql<Row[]>`
    select p.name, speed.*, hours.counts as hours, took.p50, took.p90, waits.oldest, runs.workers
    from phases p
    cross join lateral (
      select coalesce(sum(done) filter (where minute > now() - interval '10 minutes'), 0)::float8 as "tenMinutes",
        coalesce(sum(done) filter (where minute > now() - interval '1 hour'), 0)::float8 as hour, coalesce(sum(done), 0)::float8 as day
      from paces where phase = p.name and minute > now() - interval '1 day'
    ) speed
    cross join lateral (
      select array_agg(coalesce(c.done, 0) order by h.ago desc) as counts
      from generate_series(0, 23) h (ago)
      left join (
        select floor(extract(epoch from now() - minute) / 3600)::integer as ago, sum(done)::float8 as done
        from paces where phase = p.name and minute > now() - interval '1 day' group by 1
      ) c on c.ago = h.ago
    ) hours
    cross join lateral (
      select percentile_cont(0.5) within group (order by s) as p50, percentile_cont(0.9) within group (order by s) as p90
      from paces, unnest(seconds) s
      where phase = p.name and minute > now() - interval '1 day'
    ) took
    left join lateral (
      select jsonb_build_object('itemId', item_id::text, 'since', since) as oldest
      from (
        select item_id, greatest(not_before, discovered_at) as since from work
        where phase = p.name and state = 'ready' and not_before <= now() order by discovered_at limit ${mostLookedAt}
      ) ends
      order by since, item_id
      limit 1
    ) waits on true
    cross join lateral (
      select coalesce(jsonb_agg(jsonb_build_object('worker', worker, 'host', host, 'pid', pid, 'startedAt', started_at, 'heartbeatAt', heartbeat_at,
        'silentSeconds', extract(epoch from now() - heartbeat_at), 'claimed', claimed, 'done', done, 'failed', failed) order by heartbeat_at desc), '[]') as workers
      from runs
      where phase = p.name and finished_at is null and heartbeat_at > now() - interval '1 hour' and started_at > now() - interval '7 days'
    ) runs
    where ${only}::text is null or p.name = ${only}
    order by p.position`;
}

function olderOf(ready: PhasePace['oldest'], food: OldestFood | undefined): PhasePace['oldest'] {
  if (food === undefined || (ready !== null && ready.since <= food.since)) return ready;
  return { itemId: food.itemId, since: food.since };
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000;
}
