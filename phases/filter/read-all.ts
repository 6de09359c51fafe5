// Reads titles here, or on a second thread where there are many and a second core: while the thread is at work on what it was given, the next are
// read here, some at a time, until it may be given the rest.
import { availableParallelism } from 'node:os';
import { setImmediate } from 'node:timers/promises';
import type { Asked, ReadAll } from './decide.js';
import type { ReadingThread } from './thread.js';
import type { Told } from './told.js';

/** Below so many titles a run ends sooner than a second thread has learnt to read. */
const few = 500;
/** So many batches wait at the thread: one that it reads, and the next. */
const ahead = 2;
/** So many are read here before the thread is asked again whether it may have the rest. */
const atOnce = 50;

interface Readers {
  here: (asked: readonly Asked[]) => Told[];
  /** Starts the thread; null where there is none to be had. */
  thread: (() => Pick<ReadingThread, 'underWay' | 'read'>) | null;
}

/** What reads titles for this run, in their order; the thread is started once there have been many. */
export function makeReadAll({ here, thread: start }: Readers, cores: number = availableParallelism()): ReadAll<Told> {
  let thread: ReturnType<NonNullable<typeof start>> | null = null;
  let titles = 0;
  return async (asked) => {
    titles += asked.length;
    if (cores > 1 && titles >= few) thread ??= start?.() ?? null;
    if (thread === null) return here(asked);
    const told: Told[] = [];
    while (told.length < asked.length) {
      const rest = asked.slice(told.length);
      if (thread.underWay < ahead) return [...told, ...(await thread.read(rest))];
      told.push(...here(rest.slice(0, atOnce)));
      // What the thread has answered is taken between two turns of this one.
      await setImmediate();
    }
    return told;
  };
}
