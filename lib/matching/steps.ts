// What happened to the titles of a claim on the way into their families, as it is kept.
import type { Model, ModelVerdict } from './decision.js';

export interface Reason extends ModelVerdict {
  model: Model;
  /** Ids of the two titles that are most alike, one of each side. */
  through: readonly [string, string];
  /** Words as the first of the two has them, then what the gate found in both; each the rarest first. */
  shared: string[];
}

/** A side of a merge: families of the database that were in it, and titles of the claim. */
interface MergedSide {
  families: string[];
  titles: string[];
}

export type GroupingStep =
  | { act: 'found'; title: string }
  /** An operator has said that it stays with another title. */
  | { act: 'ruled'; title: string; through: string }
  | ({ act: 'join'; title: string } & Reason)
  /** `judgedBy`: the model that was asked, where what follows alone did not decide. */
  | ({ act: 'merge'; one: MergedSide; other: MergedSide; judgedBy?: string } & Reason)
  /**
   * Its family was cut in two. `between`: the titles, in order of time, between which the cut runs. `score`: how alike both parts are, as a share
   * of how alike the titles of each are, 0 to 1; `features`, hours and likenesses, are what it was cut by and made of.
   */
  | ({ act: 'cut'; between: readonly [string, string]; score: number; features: Record<string, number> } & Pick<
      Reason,
      'through' | 'shared'
    >);

/** Two clusters that were judged to be two, each by one of its titles, with the titles that both had together. */
export interface Distinction {
  one: string;
  other: string;
  titles: number;
  by?: string | undefined;
}
