// The one line in which questions wait for a lane, the oldest first. An asker that leaves takes its question out of it.
import { setMaxListeners } from 'node:events';
import type { Served } from './call.js';
import type { WaitingQuestion } from './choose.js';
import type { Job } from './job.js';
import type { Lane } from './lane.js';

export interface InLine extends WaitingQuestion {
  job: Job;
  signal: AbortSignal | undefined;
  resolve: (served: Served) => void;
  reject: (error: unknown) => void;
  /** When it came into the line, this time, and how long it stood in it before. Milliseconds. */
  enteredAt: number;
  waitedMs: number;
  /** How often it timed out, and how often its answer broke off. */
  timeouts: number;
  failures: number;
}

/** `left` is told when an asker has left. */
export function makeLine(left: () => void) {
  const waiting: InLine[] = [];
  const leaving = new Map<InLine, () => void>();
  const remove = (one: InLine): void => {
    waiting.splice(waiting.indexOf(one), 1);
    const leave = leaving.get(one);
    leaving.delete(one);
    if (leave) one.signal?.removeEventListener('abort', leave);
  };
  /** To its place by its age: what comes back after a fault is not last. */
  const enter = (one: InLine): void => {
    one.enteredAt = Date.now();
    waiting.splice(waiting.findLastIndex(({ since }) => since <= one.since) + 1, 0, one);
    if (!one.signal) return;
    const leave = (): void => {
      remove(one);
      one.reject(one.signal?.reason);
      left();
    };
    leaving.set(one, leave);
    // A whole group waits on one signal; from eleven listeners on Node would warn of a leak.
    setMaxListeners(0, one.signal);
    one.signal.addEventListener('abort', leave, { once: true });
  };
  return {
    waiting: waiting as readonly InLine[],
    remove,
    enter,
    enterNew: (job: Job, signal: AbortSignal | undefined, resolve: InLine['resolve'], reject: InLine['reject']): void => {
      const counts = { timeouts: 0, failures: 0, enteredAt: 0, waitedMs: 0 };
      const since = job.since ?? Date.now();
      enter({ job, makers: job.makers, signal, resolve, reject, since, notBefore: new Map(), without: new Set(), ...counts });
    },
    rejectAll: (reason: unknown): void => {
      for (const one of [...waiting]) {
        remove(one);
        one.reject(reason);
      }
    },
    /** The first moment after `now`, within a second, at which one of them may be taken by a lane that now does not take it. */
    nextMoment: (lanes: readonly Lane[], now: number): number => {
      let next = now + 1000;
      const consider = (at: number): void => {
        if (at > now && at < next) next = at;
      };
      for (const { makers, notBefore } of waiting) {
        for (const at of notBefore.values()) consider(at);
        for (const { engine, model } of makers) consider(lanes.find(({ server }) => server.engine === engine)?.mayAt(model) ?? 0);
      }
      return next;
    },
  };
}
