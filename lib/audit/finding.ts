// What an audit finds wrong with something that is stored.

/** A family or a narrative by the ids of `sni show`; a title where it is one that has no family. */
export type Audited = `ef:${string}` | `narrative:${string}` | `title:${string}`;

export const auditRules = {
  claim: 'a sentence says what its headlines do not',
  shape: 'a field is missing, too long or not one of its values',
  actor: 'an actor that the vocabulary does not know',
  duplicate: 'two families say the same, or have the same titles',
  repeated: 'two narratives of a family say the same',
  unplaced: 'a strategic title has waited for a family for more than a day',
} as const;
export type AuditRule = keyof typeof auditRules;

export interface Finding {
  of: Audited;
  /** The family it belongs to; null of a title without one. */
  ef: string | null;
  rule: AuditRule;
  /** The field as its column is called, with the place in it: `statements.2`; empty where it is about the whole. */
  field: string;
  /** What stands there; empty where nothing does. */
  text: string;
  reason: string;
}
