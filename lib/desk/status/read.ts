// How each phase stands, by a handful of statements that read no row of work: as quick with millions of items as with ten.
import type { Sql } from 'postgres';
import { isPaused } from '../../errors/paused.js';
import type { Thresholds } from '../../food.js';
import { sumUpCounts, workCounts } from '../../kept-counts.js';
import { spentToday } from '../../spending/ledger.js';
import { isSurelyDead } from '../../worker.js';
import { etaMinutes, perMinute } from './rate.js';
import { readWaiting, type Waiting } from './waiting.js';

export interface PhaseStatus {
  name: string;
  /** In the tables and not yet in the backlog: what the next run finds. */
  waiting: number;
  /** More wait than were counted. */
  waitingMore: boolean;
  /** In the backlog, to be claimed. */
  ready: number;
  leased: number;
  done: number;
  failed: number;
  /** Done by another version than the newest run's. */
  stale: number;
  perMinute: number;
  /** For all that waits and is ready, as far as it was counted; null while nothing says how fast it goes. */
  etaMinutes: number | null;
  /** Why it is paused; null when it is not. */
  paused: string | null;
  spentTodayUsd: number;
  /** When the pause ends by itself; null when it does not, or there is none. */
  pausedUntil: Date | null;
  lastRun: LastRun | null;
}

export interface LastRun {
  /** Its process is known to be dead, whatever the row says. */
  dead: boolean;
  startedAt: Date;
  finishedAt: Date | null;
  heartbeatAt: Date;
  exit: string | null;
  /** What its end said; null for nothing. */
  reason?: string | null;
}

interface Row extends Omit<PhaseStatus, 'waiting' | 'waitingMore' | 'perMinute' | 'etaMinutes' | 'spentTodayUsd' | 'lastRun'> {
  at: Date;
  finished: number;
  activeSeconds: number;
  lastRun: {
    worker: string;
    startedAt: string;
    finishedAt: string | null;
    heartbeatAt: string;
    silentSeconds: number;
    exit: string | null;
    reason: string | null;
  } | null;
}

/**
 * How the phases stand, in the order their food flows; `only` one of them where named, `sources` those the settings name. `at` is the database's time. Counts of the
 * backlog are exact. The rate takes the runs that were alive in the last hour and began in the last day; runs side by side count their time once.
 */
export async function readPhases(
  sql: Sql,
  timeZone: string,
  only: string | null,
  sources = 0,
  ofStages: ReadonlyMap<string, Waiting> = new Map(),
  thresholds: Thresholds = {},
): Promise<{ at: Date; phases: PhaseStatus[] }> {
  await sumUpCounts(sql);
  const [rows, spent, found] = await Promise.all([
    readRows(sql, only),
    spentToday(sql, timeZone),
    readWaiting(sql, only, sources, thresholds),
  ]);
  const phases = rows.map(({ finished, activeSeconds, lastRun, name, ready, leased, done, failed, stale, paused, pausedUntil }) => {
    const rate = perMinute(finished, activeSeconds);
    const { count: waiting, more: waitingMore } = found.get(name) ?? ofStages.get(name) ?? { count: 0, more: false };
    return {
      name,
      waiting,
      waitingMore,
      ready,
      leased,
      done,
      failed,
      stale,
      perMinute: rate,
      etaMinutes: etaMinutes(waiting + ready, rate),
      paused,
      spentTodayUsd: spent.get(name) ?? 0,
      pausedUntil,
      lastRun: lastRun && {
        dead: lastRun.finishedAt === null && isSurelyDead(lastRun.worker, lastRun.silentSeconds),
        startedAt: new Date(lastRun.startedAt),
        finishedAt: lastRun.finishedAt === null ? null : new Date(lastRun.finishedAt),
        heartbeatAt: new Date(lastRun.heartbeatAt),
        exit: lastRun.exit,
        reason: lastRun.reason,
      },
    };
  });
  return { at: rows[0]?.at ?? new Date(), phases };
}

/** `float8` so that counts arrive as numbers. */
function readRows(sql: Sql, only: string | null): Promise<Row[]> {
  return sql<Row[]>`
    with counts as (
      select g.phase,
        coalesce(sum(items) filter (where state = 'ready'), 0) as ready,
        coalesce(sum(items) filter (where state = 'leased'), 0) as leased,
        coalesce(sum(items) filter (where state = 'done'), 0) as done,
        coalesce(sum(items) filter (where state = 'failed'), 0) as failed,
        coalesce(sum(items) filter (where state = 'done' and g.version is distinct from p.version), 0) as stale
      from ${workCounts(sql)} g join phases p on p.name = g.phase
      where ${only}::text is null or g.phase = ${only}
      group by g.phase
    )
    select now() as at, p.name,
      coalesce(c.ready, 0)::float8 as ready, coalesce(c.leased, 0)::float8 as leased, coalesce(c.done, 0)::float8 as done,
      coalesce(c.failed, 0)::float8 as failed, coalesce(c.stale, 0)::float8 as stale,
      case when paused.now then coalesce(p.pause_reason, 'no reason given') end as paused,
      case when paused.now then p.paused_until end as "pausedUntil",
      coalesce(recent.finished, 0)::float8 as finished, coalesce(recent.active_seconds, 0)::float8 as "activeSeconds",
      last.run as "lastRun"
    from phases p
    cross join lateral (select ${isPaused(sql)} as now) paused
    left join counts c on c.phase = p.name
    left join lateral (
      select sum(r.done) as finished,
        (select sum(extract(epoch from upper(span) - lower(span)))
         from unnest(range_agg(tstzrange(r.started_at, greatest(r.started_at, coalesce(r.finished_at, r.heartbeat_at)), '[]'))) span
        ) as active_seconds
      from runs r
      where r.phase = p.name and r.started_at > now() - interval '1 day' and r.claimed > 0
        and coalesce(r.finished_at, r.heartbeat_at) > now() - interval '1 hour'
    ) recent on true
    left join lateral (
      select jsonb_build_object('worker', r.worker, 'startedAt', r.started_at, 'finishedAt', r.finished_at, 'heartbeatAt', r.heartbeat_at,
        'silentSeconds', extract(epoch from now() - r.heartbeat_at), 'exit', r.exit, 'reason', r.reason) as run
      from runs r
      where r.phase = p.name
      order by r.started_at desc
      limit 1
    ) last on true
    where ${only}::text is null or p.name = ${only}
    order by p.position`;
}
