// Counts what a run did and tells of it: the runs row and a heartbeat line, with rate and ETA. A beat that says nothing new is debug.
import type { Sql } from 'postgres';
import type { Log } from '../app.js';
import { isPaused } from '../errors/paused.js';
import type { PaceKeeper } from './pace.js';

export type Exit = 'done' | 'nothing' | 'paused' | 'busy' | 'stopped' | 'failed' | 'outage';

/** How a run ended, and what an operator should know of it, in a sentence. */
export interface Ending {
  exit: Exit;
  reason?: string;
  /** Where the batch was used up: how much waits for the next run. */
  left?: number;
}

export interface ItemCounts {
  /** Items ready when the run began, at most its batch. */
  total: number;
  claimed: number;
  done: number;
  /** Items whose work failed, whether they wait for another try or are quarantined. */
  failed: number;
  /** Items given back unworked, or lost with a lease. */
  released: number;
  /** What the phase wrote: titles, families, narratives. */
  made: number;
  /** Questions to a model, or to the offline rules, that came back. */
  answered: number;
}

/** All zero. */
export function noCounts(): ItemCounts {
  return { total: 0, claimed: 0, done: 0, failed: 0, released: 0, made: 0, answered: 0 };
}

/** How far a run is and how fast it goes. */
export interface Pace {
  /** Items done or failed. */
  finished: number;
  perMinute: number;
  /** Until all of the batch is finished; null while nothing says how fast it goes. */
  etaMinutes: number | null;
}

function paceOf(counts: ItemCounts, minutes: number): Pace {
  const finished = counts.done + counts.failed;
  const perMinute = minutes > 0 ? finished / minutes : 0;
  return { finished, perMinute, etaMinutes: perMinute > 0 ? Math.max(0, counts.total - finished) / perMinute : null };
}

export interface RunId {
  runId: string;
  phase: string;
}

/** The run's row, without an end: who finds it later without a heartbeat knows that it died. */
export async function noteStart(sql: Sql, run: RunId & { worker: string; host: string; pid: number; batch: number }): Promise<void> {
  await sql`
    insert into runs (run_id, phase, worker, host, pid, batch)
    values (${run.runId}, ${run.phase}, ${run.worker}, ${run.host}, ${run.pid}, ${run.batch})`;
}

/** Why a run is to claim nothing more. */
interface Beat {
  /** An operator has paused the phase meanwhile. */
  paused: boolean;
  /** A newer program has migrated the database meanwhile. */
  migrated: boolean;
}

/** Writes the counts; returns what has changed meanwhile. `migrations`: how many files of sql/ this program knows. */
async function noteBeat(sql: Sql, run: RunId, counts: ItemCounts, migrations: number): Promise<Beat> {
  const [beat] = await sql<Beat[]>`
    with beat as (
      update runs
      set heartbeat_at = now(), total = ${counts.total}, claimed = ${counts.claimed}, done = ${counts.done},
          failed = ${counts.failed}, released = ${counts.released}, made = ${counts.made}
      where run_id = ${run.runId} and finished_at is null
    )
    select ${isPaused(sql)} as paused, (select count(*) from migrations) > ${migrations} as migrated
    from phases where name = ${run.phase}`;
  return beat ?? { paused: false, migrated: false };
}

/** A run that was taken for dead, because it was frozen, has ended nevertheless. */
export async function noteEnd(sql: Sql, run: RunId, counts: ItemCounts, { exit, reason = '' }: Ending): Promise<void> {
  await sql`
    update runs
    set heartbeat_at = now(), finished_at = now(), total = ${counts.total}, claimed = ${counts.claimed}, done = ${counts.done},
        failed = ${counts.failed}, released = ${counts.released}, made = ${counts.made}, exit = ${exit},
        reason = nullif(${reason}, '')
    where run_id = ${run.runId} and (finished_at is null or exit = 'died')`;
}

/**
 * Ends in the books the runs of a phase that never ended: of processes known to be dead, and those that were not heard of for an hour, which
 * may be of another host. They ended when they were heard of last. Returns how many.
 */
export async function noteDeaths(sql: Sql, phase: string, isDead: (worker: string, silentSeconds: number) => boolean): Promise<number> {
  const open = await sql<{ worker: string; silentSeconds: number }[]>`
    select worker, extract(epoch from now() - max(heartbeat_at))::float8 as "silentSeconds"
    from runs where phase = ${phase} and finished_at is null group by worker`;
  if (open.length === 0) return 0;
  const dead = open.filter((run) => isDead(run.worker, run.silentSeconds)).map((run) => run.worker);
  const rows = await sql`
    update runs set finished_at = heartbeat_at, exit = 'died', lanes = null
    where phase = ${phase} and finished_at is null and (worker = any(${dead}) or heartbeat_at < now() - interval '1 hour')
    returning run_id`;
  return rows.count;
}

/** Why a phase is paused, or null when it is not. */
export async function pauseOf(sql: Sql, phase: string): Promise<{ reason: string; until: Date | null } | null> {
  const rows = await sql<{ pause_reason: string | null; paused_until: Date | null }[]>`
    select pause_reason, paused_until from phases
    where name = ${phase} and ${isPaused(sql)}`;
  const row = rows[0];
  return row ? { reason: row.pause_reason ?? 'no reason given', until: row.paused_until } : null;
}

const lineEverySeconds = 30;

/** Beats until `stop`. Tells of each beat that the database has answered, of a pause by an operator, and of a beat that failed. */
export function startHeartbeat(
  sql: Sql,
  log: Log,
  run: RunId,
  { counts, pace: written, everySeconds, migrations }: { counts: ItemCounts; pace: PaceKeeper; everySeconds: number; migrations: number },
  on: { beat: (pace: Pace) => void; pause: () => void; migrated: () => void; lost: (error: unknown) => void },
): { stop: () => void } {
  const startedAt = performance.now();
  let told = -1;
  const pace = (): Pace => paceOf(counts, (performance.now() - startedAt) / 60_000);
  const lines = setInterval(() => {
    const { finished, perMinute, etaMinutes } = pace();
    log[finished === told ? 'debug' : 'info']({
      event: 'heartbeat',
      progress: `${finished}/${counts.total}`,
      perMinute: Math.round(perMinute * 10) / 10,
      etaMinutes: etaMinutes === null ? null : Math.round(etaMinutes * 10) / 10,
    });
    told = finished;
  }, lineEverySeconds * 1000);
  let beating = false;
  const note = async (): Promise<void> => {
    if (beating) return;
    beating = true;
    try {
      const { paused, migrated } = await noteBeat(sql, run, counts, migrations);
      on.beat(pace());
      if (paused) on.pause();
      if (migrated) on.migrated();
      await written.write(sql);
    } catch (error) {
      on.lost(error);
    } finally {
      beating = false;
    }
  };
  const notes = setInterval(() => void note(), everySeconds * 1000);
  return {
    stop: () => {
      clearInterval(lines);
      clearInterval(notes);
    },
  };
}
