// A sentence about a family, and what it stands on.

/** Without cites it speaks of the family as a whole. */
export interface Sentence {
  text: string;
  /** Title ids. */
  cites: string[];
}
