// What a matcher is made with.
import type { MatchingWeights } from './decision.js';
import type { MeaningsOf } from './meanings.js';
import type { Witness } from './merging.js';

export interface MatcherOptions {
  weights: MatchingWeights;
  /** False: headlines have no time, nothing is too far apart. */
  timed?: boolean;
  witness?: Witness;
  /** Without it nothing is known of what words mean, and headlines are alike only by the words themselves. */
  meaningsOf?: MeaningsOf | undefined;
  /** How many logits short of what is asked a merge is doubtful, where somebody judges that. Then only the sure is done unasked: a wrong join is never mended. */
  unsure?: number | undefined;
}
