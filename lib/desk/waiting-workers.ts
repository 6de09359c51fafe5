// How a phase stands for whoever pauses or wakes it: runs under way, workers asleep between two batches, the pause, the wish to be woken.
import type { Sql } from 'postgres';
import type { PhaseName } from '../config/phases.js';
import { isPaused } from '../errors/paused.js';
import { isSurelyDead } from '../worker.js';

export interface PhaseState {
  /** Runs heard of within a minute, whose process is not known to be dead. */
  runs: number;
  /** Workers that sleep in `sni wait`. */
  waitingWorkers: number;
  /** Why it is paused; null when it is not. */
  paused: string | null;
  /** When the pause ends by itself; null for never, or no pause. */
  pausedUntil: Date | null;
  /** When it was last asked to go on, while no run has started since; null otherwise. */
  wokenAt: Date | null;
  /** The database's time. */
  at: Date;
}

/** How a worker that sleeps calls itself in pg_stat_activity. */
export function waitingWorkerName(phase: PhaseName): string {
  return `sni-wait-${phase}`;
}

/** One statement over small or indexed rows, cheap enough for once a second. */
export async function readPhaseState(sql: Sql, phase: PhaseName): Promise<PhaseState> {
  const [row] = await sql<(Omit<PhaseState, 'runs'> & { workers: { worker: string; silentSeconds: number }[] })[]>`
    select now() as at,
      array(select jsonb_build_object('worker', worker, 'silentSeconds', extract(epoch from now() - heartbeat_at)) from runs
            where phase = p.name and finished_at is null and started_at > now() - interval '1 day'
              and heartbeat_at > now() - interval '1 minute') as workers,
      (select count(*) from pg_stat_activity where datname = current_database() and application_name = ${waitingWorkerName(phase)})::int as "waitingWorkers",
      case when held.now then coalesce(p.pause_reason, 'no reason given') end as paused,
      case when held.now then p.paused_until end as "pausedUntil",
      case when p.woken_at > coalesce((select max(started_at) from runs where phase = p.name), '-infinity') then p.woken_at end as "wokenAt"
    from phases p
    cross join lateral (select ${isPaused(sql)} as now) held
    where p.name = ${phase}`;
  if (!row) throw new Error(`The table phases has no row of ${phase}. Run "sni migrate"; if it goes on, restore the table from a backup.`);
  const { workers, ...state } = row;
  return { ...state, runs: workers.filter(({ worker, silentSeconds }) => !isSurelyDead(worker, silentSeconds)).length };
}
