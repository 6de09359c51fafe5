// What headlines of a family answer differently: whether it is true, who did it, how many, and what was hit. Only plain contradictions
// count: a toll that rises is a course, and what two sides do to each other are two acts.
import type { StoredAct } from './acts.js';
import type { Dispute } from './disputed/answers.js';
import { tollsThatDiffer } from './disputed/counts.js';
import { accusationsDenied, actsDenied } from './disputed/denials.js';
import { blame, doersOf } from './disputed/doers.js';
import { hitOf } from './disputed/hit.js';
import type { SeedMember } from './family.js';

interface Told {
  members: readonly SeedMember[];
  acts: readonly StoredAct[];
}

/** At most four; empty where nothing is disputed. `nameOf` gives actors' English names. */
export function disputesOf({ members, acts }: Told, nameOf: (id: string) => string): Dispute[] {
  const denied = actsDenied(acts, nameOf);
  return [
    ...denied.map(({ dispute }) => dispute),
    ...accusationsDenied(members, acts, new Set(denied.map(({ by }) => by)), nameOf),
    ...doersOf(members, acts, nameOf),
    ...blame(acts, nameOf),
    ...hitOf(members, nameOf),
    ...tollsThatDiffer(members),
  ].slice(0, 4);
}
