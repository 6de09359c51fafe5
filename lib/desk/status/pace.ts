// How each phase goes beyond its counts: what it finished in ten minutes, an hour and a day, how long an item takes, what has waited longest,
// and who works it now. Read from the runs and the backlog's head alone: a few milliseconds, however many items there are.
import type { Sql } from 'postgres';
import { isSurelyDead } from '../../worker.js';

interface Pace {
  phase: string;
  /** Items finished in the last ten minutes, hour and day; a run's items count evenly over the time it took. */
  finished: { tenMinutes: number; hour: number; day: number };
  /** The same in each of the last 24 hours, the oldest first. */
  hourly: number[];
  /** Seconds an item took, by the runs of the last day; null where none finished anything. */
  itemSeconds: { p50: number; p90: number } | null;
  /** What could be worked and has waited longest; null where nothing waits. */
  oldest: { itemId: string; since: Date } | null;
  /** Runs that were heard of within a minute. */
  workers: Worker[];
}

interface Worker {
  host: string;
  pid: number;
  startedAt: Date;
  heartbeatAt: Date;
  done: number;
  /** What the run took on. */
  total: number;
}

/** A run that was not heard of for so long is dead; it says something every 5 seconds. */
const silentSeconds = 60;

/** In the order of the phases; `only` one of them where named. */
export async function readPace(sql: Sql, only: string | null): Promise<Pace[]> {
  const [phases, workers] = await Promise.all([readRates(sql, only), readWorkers(sql, only)]);
  return phases.map(({ p50, p90, oldestId, oldestSince, hourly, tenMinutes, hour, day, phase }) => ({
    phase,
    finished: { tenMinutes: Math.round(tenMinutes), hour: Math.round(hour), day: Math.round(day) },
    hourly: hourly.map(Math.round),
    itemSeconds: p50 === null || p90 === null ? null : { p50, p90 },
    oldest: oldestId === null || oldestSince === null ? null : { itemId: oldestId, since: oldestSince },
    workers: workers
      .filter((worker) => worker.phase === phase && !isSurelyDead(worker.worker))
      .map(({ phase: _, worker: __, ...told }) => told),
  }));
}

interface Rates {
  phase: string;
  tenMinutes: number;
  hour: number;
  day: number;
  hourly: number[];
  p50: number | null;
  p90: number | null;
  oldestId: string | null;
  oldestSince: Date | null;
}

function readRates(sql: Sql, only: string | null): Promise<Rates[]> {
  return sql<Rates[]>`
    with spans as materialized (
      select phase, done, started_at as began, greatest(coalesce(finished_at, heartbeat_at), started_at + interval '1 ms') as ended
      from runs
      where started_at > now() - interval '2 days' and done > 0 and (${only}::text is null or phase = ${only})
        and coalesce(finished_at, heartbeat_at) > now() - interval '1 day'
    ), parts as (
      select s.phase, b.at, sum(s.done * extract(epoch from least(s.ended, b.ends) - greatest(s.began, b.begins)) / extract(epoch from s.ended - s.began)) as done
      from spans s
      join (
        select h as at, now() - make_interval(hours => 24 - h) as begins, now() - make_interval(hours => 23 - h) as ends from generate_series(0, 23) h
        union all
        select -1, now() - interval '10 minutes', now()
      ) b on s.began < b.ends and s.ended > b.begins
      group by s.phase, b.at
    ), ranked as (
      select phase, extract(epoch from ended - began) / done as seconds,
        sum(done) over (partition by phase order by extract(epoch from ended - began) / done) as up_to, sum(done) over (partition by phase) as in_all
      from spans
    ), lasting as (
      select phase, min(seconds) filter (where up_to >= in_all * 0.5) as p50, min(seconds) filter (where up_to >= in_all * 0.9) as p90
      from ranked group by phase
    )
    select p.name as phase,
      coalesce((select done from parts where phase = p.name and at = -1), 0)::float8 as "tenMinutes",
      coalesce((select done from parts where phase = p.name and at = 23), 0)::float8 as hour,
      coalesce((select sum(done) from parts where phase = p.name and at >= 0), 0)::float8 as day,
      array(select coalesce(o.done, 0)::float8 from generate_series(0, 23) h left join parts o on o.phase = p.name and o.at = h order by h) as hourly,
      l.p50::float8 as p50, l.p90::float8 as p90, w.item_id as "oldestId", w.discovered_at as "oldestSince"
    from phases p
    left join lasting l on l.phase = p.name
    left join lateral (
      select item_id, discovered_at from work
      where phase = p.name and state = 'ready' and not_before <= now()
      order by discovered_at limit 1
    ) w on true
    where ${only}::text is null or p.name = ${only}
    order by p.position`;
}

function readWorkers(sql: Sql, only: string | null): Promise<(Worker & { phase: string; worker: string })[]> {
  return sql<(Worker & { phase: string; worker: string })[]>`
    select phase, worker, host, pid, started_at as "startedAt", heartbeat_at as "heartbeatAt", done, total
    from runs
    where finished_at is null and heartbeat_at > now() - make_interval(secs => ${silentSeconds}) and (${only}::text is null or phase = ${only})
    order by started_at`;
}
