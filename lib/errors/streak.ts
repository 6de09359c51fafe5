// Counts failures and successes of a run, and tells when it is no longer the items: when so many different ones have failed alike, with
// no success between, that chance would do so less than once in 100,000 times.
import type { DecidedBy } from './diagnoses.js';
import type { ErrorClass } from './diagnosis.js';

/** Five: at the usual rate of odd items, one in ten, five in a row are an accident of one in a hundred thousand. */
const itemsInARow = 5;
/** Fewer where the error itself says that it is not the item: twice may be one odd source, three times is none. */
const itemsInARowIfNotTheirFault = 3;
/** A streak that would happen by itself more often than this, at the rate at which items fail so in this run, says nothing. */
const accident = 1e-5;

type Verdict = 'go on' | 'pause' | 'call human';

export type Failed = { signature: string; errorClass: ErrorClass; decidedBy: DecidedBy };

interface Streak {
  /** Some items were worked to their end. */
  succeeded: (items: number) => void;
  /**
   * One failure, of one item or of a group that failed as a whole (`itemIds`, counted as one). `amongSuccesses`: others of its group were
   * worked to their end, so it is in no row.
   */
  failed: (itemIds: readonly string[], of: Failed, amongSuccesses?: boolean) => Verdict;
  /** Which items have failed so since the last success. */
  itemsOf: (signature: string) => string[];
}

/** Nothing has failed at first; one is made a run. */
export function makeStreak(): Streak {
  /** By signature: who failed so since the last success, the key of each failure its first item. */
  const rows = new Map<string, Map<string, readonly string[]>>();
  /** By signature: failures before the present row. */
  const earlier = new Map<string, number>();
  let successes = 0;
  return {
    succeeded: (items) => {
      successes += items;
      for (const [signature, row] of rows) earlier.set(signature, (earlier.get(signature) ?? 0) + row.size);
      rows.clear();
    },
    failed: (itemIds, { signature, errorClass, decidedBy }, amongSuccesses = false) => {
      const pauses = errorClass === 'systemic' || errorClass === 'temporal';
      if (decidedBy === 'operator' && pauses) return 'pause';
      const before = earlier.get(signature) ?? 0;
      if (amongSuccesses) {
        earlier.set(signature, before + 1);
        return 'go on';
      }
      const row = rows.get(signature) ?? new Map<string, readonly string[]>();
      rows.set(signature, row.set(itemIds[0] ?? '', itemIds));
      const enough = pauses || errorClass === 'code_bug' ? itemsInARowIfNotTheirFault : itemsInARow;
      if (row.size < Math.max(enough, noAccident(before, successes))) return 'go on';
      return errorClass === 'code_bug' ? 'call human' : 'pause';
    },
    itemsOf: (signature) => [...(rows.get(signature)?.values() ?? [])].flat(),
  };
}

/** How long a row must be to be no accident, where items fail so at this rate anyway; 0 where none did before. */
function noAccident(failures: number, successes: number): number {
  return failures === 0 ? 0 : Math.ceil(Math.log(accident) / Math.log(failures / (failures + successes)));
}
