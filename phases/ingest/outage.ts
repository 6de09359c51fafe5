// Tells whether this machine is cut off from the web. What no feed can help is then held against none; else all of them would be read
// late for hours after a night without network.
import type { ProblemKind } from '../../lib/feeds/fetch/problem.js';

/** Whose fault a failure seems: the feed's, or that of an outage that is noticed with it or was before. */
type Blame = 'feed' | 'begins' | 'goes on';

export interface Network {
  /** A feed was not read; `kind` is what its fetch says. */
  failed: (url: string, kind: ProblemKind) => Blame;
  /** A server was heard, whatever it said. */
  answered: () => void;
  /** Whether an outage goes on. */
  isDown: () => boolean;
  /** Feeds so far: whose server was heard, whose was not, and those that were not asked or not well enough to tell. */
  sum: () => { answered: number; unreached: number; others: number };
}

/** So many hosts in a row that cannot be reached are an outage: fewer may be gone by chance. */
export const hostsOfOutage = 5;

/** One is made a run: no host has failed yet. */
export function watchNetwork(): Network {
  const unreached = new Set<string>();
  const sum = { answered: 0, unreached: 0, others: 0 };
  return {
    failed(url, kind) {
      sum[!unheard.has(kind) ? 'answered' : unasked.has(kind) ? 'others' : 'unreached']++;
      if (!unheard.has(kind)) {
        unreached.clear();
        return 'feed';
      }
      const before = unreached.size;
      if (cutOff.has(kind)) unreached.add(new URL(url).host);
      if (unreached.size < hostsOfOutage) return 'feed';
      return before < hostsOfOutage ? 'begins' : 'goes on';
    },
    answered: () => {
      sum.answered++;
      unreached.clear();
    },
    isDown: () => unreached.size >= hostsOfOutage,
    sum: () => ({ ...sum }),
  };
}

/** Nothing came of the host. */
const cutOff: ReadonlySet<ProblemKind> = new Set(['offline', 'dns', 'connect']);
/** It was not asked. */
const unasked: ReadonlySet<ProblemKind> = new Set(['private', 'address', 'resting']);
/** The host was not heard, or not well enough to tell: a slow one, one that cuts, one that is not asked. */
const unheard: ReadonlySet<ProblemKind> = new Set([...cutOff, ...unasked, 'deadline', 'reset']);
