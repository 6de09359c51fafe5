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
/** Titles to be decided about of which so many are read: the gate keeps about half. */
export const manyToDecide = 2 * manyAtFirst;

type Thread = Pick<ReadingThread, 'hasEnded' | 'read'>;

/** The thread of a run, which is started once that pays. */
export class LateThread {
  private thread: Thread | null = null;
  private titles = 0;

  /** `start` makes the thread; null where there is none to be had. */
  constructor(
    private readonly start: (() => Thread) | null,
    private readonly cores: number = availableParallelism(),
  ) {}

  /** So many titles will be decided about: where they are many the thread begins to load what it needs before there is anything to read. */
  expect(titles: number): void {
    if (titles >= manyToDecide) this.begin();
  }

  /** What is to read so many titles more; null where they are better read here. */
  for(titles: number): Thread | null {
    const isMany = this.titles === 0 && titles >= manyAtFirst;
    this.titles += titles;
    if (isMany || this.titles >= few) this.begin();
    return this.thread?.hasEnded ? null : this.thread;
  }

  private begin(): void {
    if (this.cores > 1) this.thread ??= this.start?.() ?? null;
  }
}

interface Readers {
  acts: (asked: readonly GatedTitle[]) => ToldActs[];
  /** All that is not an act, once these are read. */
  rest: (asked: readonly GatedTitle[], acts: readonly ToldActs[]) => StoredReading[];
  thread: LateThread;
}

/** What reads titles for this run, in their order. */
export function makeReadAll({ acts, rest, thread }: Readers): ReadAll<StoredReading> {
  return async (asked) => {
    const reader = thread.for(asked.length);
    return rest(asked, reader === null ? acts(asked) : await reader.read(asked));
  };
}
