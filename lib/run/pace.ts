// How much a run finishes in each minute, for `sni status` and the watchdog: kept here until it is written down with a beat.
import type { Sql } from 'postgres';

/** Of the items settled between two beats, how many tell how long they took. */
const samplesKept = 10;
/** Of those of a minute. */
const samplesOfMinute = 10;
/** As long as anybody asks for. */
const keptDays = 8;

export interface PaceKeeper {
  /** So many items were closed, so many seconds after their claim. */
  settled: (items: number, seconds: number) => void;
  /** So many tries have failed. */
  failed: (items: number) => void;
  /** Adds what has gathered to this minute. What cannot be written is kept for the next time. */
  write: (sql: Sql) => Promise<void>;
}

interface Gathered {
  done: number;
  failed: number;
  seconds: number[];
  /** Settles that could have given a sample. */
  seen: number;
}

/** Nothing is finished yet; what is written down is counted anew. */
export function keepPace(phase: string): PaceKeeper {
  let now = nothing();
  return {
    settled: (items, seconds) => {
      now.done += items;
      if (items > 0) sample(now, seconds);
    },
    failed: (items) => {
      now.failed += items;
    },
    write: async (sql) => {
      const { done, failed, seconds } = now;
      if (done === 0 && failed === 0) return;
      const before = now;
      now = nothing();
      try {
        await sql`
          insert into paces (phase, minute, done, failed, seconds)
          values (${phase}, date_trunc('minute', now()), ${done}, ${failed}, ${seconds}::real[])
          on conflict (phase, minute) do update set done = paces.done + excluded.done, failed = paces.failed + excluded.failed,
            seconds = (paces.seconds || excluded.seconds)[1:${samplesOfMinute}]`;
      } catch (error) {
        now = together(before, now);
        throw error;
      }
    },
  };
}

/** Lets go of what nobody asks for any more. */
export async function forgetPaces(sql: Sql, phase: string): Promise<void> {
  await sql`delete from paces where phase = ${phase} and minute < now() - make_interval(days => ${keptDays})`;
}

function nothing(): Gathered {
  return { done: 0, failed: 0, seconds: [], seen: 0 };
}

/** Each settle is as likely to be among the samples as any other. */
function sample(of: Gathered, seconds: number): void {
  of.seen++;
  const place = of.seconds.length < samplesKept ? of.seconds.length : Math.floor(Math.random() * of.seen);
  if (place < samplesKept) of.seconds[place] = Math.round(seconds * 1000) / 1000;
}

function together(a: Gathered, b: Gathered): Gathered {
  return {
    done: a.done + b.done,
    failed: a.failed + b.failed,
    seconds: [...a.seconds, ...b.seconds].slice(0, samplesKept),
    seen: a.seen + b.seen,
  };
}
