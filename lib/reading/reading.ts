// What one headline says, as every phase uses it: acts, and what stands beside them.
import type { Action, Mode } from './actions.js';

/** Who does what to whom. `start` and `end` are UTF-16 units of the title as given, around the words of the act. */
export interface Act {
  /** Actor id; null where nobody, or nobody of the vocabulary, is named. */
  source: string | null;
  action: Action;
  target: string | null;
  mode: Mode;
  /** Who says so, where somebody does: the outlet does not vouch for it. */
  saidBy: string | null;
  start: number;
  end: number;
}
