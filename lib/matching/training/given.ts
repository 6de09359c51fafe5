// Weights that are set by hand, for rows cannot teach them: they call two headlines of which nobody has judged whether they are one happening
// two. No row holds these features, and training adds them to what it finds.
import type { Model } from '../decision.js';

export const given: Readonly<Record<Model, Readonly<Record<string, number>>>> = {
  join: {
    /** Rows of one window know only that: where families are small and many headlines are open, what looks like one is more often by chance. */
    lonely: -0.5,
  },
  merge: {
    /** Other languages inflect more than English, so that their headlines share fewer words; where no time tells, the same likeness says more. */
    abroad: 3,
    lonely: -0.5,
  },
  bridge: {},
};
