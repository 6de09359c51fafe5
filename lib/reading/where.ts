// "Caracas: protesters attack embassy": a capital before a colon says where it is, where a crowd acts behind it or who holds the town does.
import type { Clause } from './clauses.js';
import { isOfCrowd } from './crowds.js';
import type { Word } from './words.js';

/** Who rules in a capital that is not the capital of his state as others see it. */
const holders: ReadonlyMap<string, string> = new Map([
  ['AF', 'TALIBAN'],
  ['YE', 'HOUTHIS'],
]);
/** Words within which the one who acts is named: an article, a number. */
const furthest = 3;

/** Whether a state's town before a colon is only where the clause behind happened. */
export function isOnlyWhere(before: readonly Word[], clause: Clause | undefined): boolean {
  const naming = before[0]?.naming;
  if (before.length !== 1 || !naming?.state || naming.sort !== 'name' || clause === undefined) return false;
  const front = clause.words.slice(0, furthest);
  const ruled = naming.ids.map((id) => holders.get(id));
  return front.some((word) => isOfCrowd(word) || word.naming?.ids.some((id) => ruled.includes(id)));
}
