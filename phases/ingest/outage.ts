// Takes how the questions of a run to the web came out; leaves whether this machine seems cut off from it. Guards the schedule: what no
// feed can help is held against none, else all of them would be read late for hours after a night without network.
import type { ProblemKind } from './fetch/problem.js';

/** Whose fault a failure seems: the feed's, or that of an outage that is noticed with it or was before. */
export type Blame = 'feed' | 'begins' | 'goes on';

export interface Network {
  /** A feed was not read; `kind` is what its fetch says. */
  failed: (url: string, kind: ProblemKind) => Blame;
  /** A server was heard, whatever it said. */
  answered: () => void;
}

/** So many hosts in a row that cannot be reached are an outage: fewer may be gone by chance. */
export const hostsOfOutage = 5;

export function watchNetwork(): Network {
  const unreached = new Set<string>();
  return {
    failed(url, kind) {
      if (!unheard.has(kind)) {
        unreached.clear();
        return 'feed';
      }
      const before = unreached.size;
      if (cutOff.has(kind)) unreached.add(new URL(url).host);
      if (unreached.size < hostsOfOutage) return 'feed';
      return before < hostsOfOutage ? 'begins' : 'goes on';
    },
    answered: () => unreached.clear(),
  };
}

/** Nothing came of the host. */
const cutOff: ReadonlySet<ProblemKind> = new Set(['offline', 'dns', 'connect']);
/** The host was not heard, or not well enough to tell: a slow one, one that cuts, one that is not asked. */
const unheard: ReadonlySet<ProblemKind> = new Set([...cutOff, 'deadline', 'reset', 'private', 'address', 'resting']);
