// Reads titles: their acts here, or on a second thread where there are many and a second core; the rest always here. Of the rules each thread
// then needs its half only, which takes as long as the other.
import { availableParallelism } from 'node:os';
import type { ToldActs } from '../../lib/reading/read.js';
import type { GatedTitle, ReadAll } from './decide.js';
import type { ReadingThread } from './thread.js';
import type { StoredReading } from './told.js';

/** Once this thread has begun to read acts, it goes on with them up to so many titles: a run that has no more ends sooner than a second thread has learnt to. */
const few = 500;
/** With so many in the first group that thread reads acts from the beginning, and this one never learns to: a fifteenth of a run of 10,000. */
const manyAtFirst = 60;

interface Readers {
  acts: (asked: readonly GatedTitle[]) => ToldActs[];
  /** All that is not an act, once these are read. */
  rest: (asked: readonly GatedTitle[], acts: readonly ToldActs[]) => StoredReading[];
  /** Starts the thread; null where there is none to be had. */
  thread: (() => Pick<ReadingThread, 'hasEnded' | 'read'>) | null;
}

/** What reads titles for this run, in their order; the thread is started once there have been many. */
export function makeReadAll({ acts, rest, thread: start }: Readers, cores: number = availableParallelism()): ReadAll<StoredReading> {
  let thread: ReturnType<NonNullable<typeof start>> | null = null;
  let titles = 0;
  return async (asked) => {
    const isMany = titles === 0 && asked.length >= manyAtFirst;
    titles += asked.length;
    if (cores > 1 && (isMany || titles >= few)) thread ??= start?.() ?? null;
    return rest(asked, thread === null || thread.hasEnded ? acts(asked) : await thread.read(asked));
  };
}
