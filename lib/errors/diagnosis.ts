// What is found of an error: one of five classes, and what follows from it for the item and for the run.

export const errorClasses = ['transient', 'item_specific', 'temporal', 'systemic', 'code_bug'] as const;
export type ErrorClass = (typeof errorClasses)[number];

export interface Diagnosis {
  errorClass: ErrorClass;
  /** Whether trying the item again can help. */
  retry: boolean;
  /** `run`: nothing will work now, end the run and keep the items; `item`: the others are fine. */
  scope: 'item' | 'run';
  /** Whether a rule knew the error. */
  known: boolean;
  /** What happened, in general words; empty for what no rule knows. */
  why: string;
  /** With scope `run`: starting again soon cannot help, so the phase is to be paused. */
  pauses?: true;
  /** When it is over, where that is known. */
  until?: Date;
}

/** What is done about an error nobody knows. */
export const unknown: Diagnosis = { errorClass: 'item_specific', retry: true, scope: 'item', known: false, why: '' };
