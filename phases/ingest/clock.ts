// The time by Postgres, carried on by this process's stopwatch. A machine whose own clock is wrong, or is set meanwhile, dates no title
// and puts off no feed.
import type { Sql } from 'postgres';
import type { Log } from '../../lib/app.js';

export type Clock = () => Date;

/** A clock that was right at `startedAt`, in milliseconds of performance.now(). */
export function clockFrom(now: Date, startedAt = performance.now()): Clock {
  return () => new Date(now.getTime() + performance.now() - startedAt);
}

/** Asks the database once. */
export async function readClock(sql: Sql): Promise<Clock> {
  const [row] = await sql<{ now: Date }[]>`select clock_timestamp() as now`;
  if (!row) throw new Error('The database does not say what time it is. Try again; if it goes on, look into its log.');
  return clockFrom(row.now);
}

const offMostSeconds = 60;

/** Says so where this machine's own clock is more than a minute off. */
export function tellOfClock(clock: Clock, log: Pick<Log, 'warn'>): void {
  const aheadSeconds = Math.round((Date.now() - clock().getTime()) / 1000);
  if (Math.abs(aheadSeconds) <= offMostSeconds) return;
  const how = `${inWords(Math.abs(aheadSeconds))} ${aheadSeconds > 0 ? 'ahead of' : 'behind'}`;
  log.warn({
    event: 'clock is off',
    aheadSeconds,
    reason: `This machine's clock is ${how} the database's, which is the one that counts. Set it right (timedatectl shows it): servers' certificates are judged by it.`,
  });
}

function inWords(seconds: number): string {
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} min`;
  return seconds < 2 * 86_400 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86_400)} days`;
}
