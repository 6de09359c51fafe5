// Heartbeats of the process whose turn it is. When none comes through in time it gives the turn up before anybody else may take it, by a
// clock that runs on while the process is frozen.
import type { Sql } from 'postgres';
import { beat } from './row.js';

interface Hold {
  sql: Sql;
  turnId: string;
  /** When what made it ours was sent, as performance.now() has it. */
  since: number;
  leaseMs: number;
  beatMs: number;
  /** Told once, when it is no longer ours. */
  lost: (why: Error) => void;
}

/** Keeps the turn alive until `stop`, which gives nothing back: the row stays. */
export function holdTurn({ sql, turnId, since, leaseMs, beatMs, lost }: Hold) {
  let validUntil = since + leaseMs;
  let answered = false;
  let over = false;
  const stop = (): void => {
    over = true;
    clearInterval(beating);
    clearTimeout(expiring);
  };
  const lose = (why: string): void => {
    if (over) return;
    stop();
    lost(new Error(why));
  };
  const expire = (): NodeJS.Timeout =>
    setTimeout(() => lose(`the database has not confirmed it for ${leaseMs / 1000} s`), validUntil - performance.now()).unref();
  let expiring = expire();
  const keep = async (): Promise<void> => {
    const sentAt = performance.now();
    const told = answered;
    answered = false;
    try {
      const still = await beat(sql, turnId, told);
      if (over) return;
      if (!still) return lose('this process was not heard of in time, so that others may have it');
      validUntil = sentAt + leaseMs;
      clearTimeout(expiring);
      expiring = expire();
    } catch {
      // The next may come through; when none does in time, the turn is lost with a sentence.
      answered ||= told;
    }
  };
  const beating = setInterval(() => void keep(), beatMs).unref();
  return {
    /** False also where its loss is not told yet: a process that was frozen wakes up with its timers due. */
    isOurs: (): boolean => !over && performance.now() < validUntil,
    /** An answer came: who waits hears that the turn is of use. */
    answered: (): void => {
      answered = true;
    },
    stop,
  };
}
