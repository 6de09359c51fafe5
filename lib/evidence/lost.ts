// What the titles only ask for, plan or threaten is not done.
import { marksIn, type Scope, scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { about, isToCome, isYet } from './yet.js';

/** A deed told as done that some clause of the titles only asks for, plans or threatens, and none tells of otherwise. */
export function lostPlan(own: Told, scopes: readonly Scope[]): string | null {
  const mine = scopesOf(own);
  if (mine.some((scope) => isYet(scope) || isToCome(scope)) || about.test(own.text)) return null;
  const done = new Set(own.hits.flatMap(({ row, from }) => (/ed$/.test(own.words[from]?.plain ?? '') ? [row] : [])));
  const open = scopes.filter((scope) => isYet(scope, mine) && marksIn(scope, 'not', 'refuse').length === 0);
  const settled = new Set(scopes.filter((scope) => !isYet(scope)).flatMap((scope) => within(scope, scope.told.hits).map(({ row }) => row)));
  for (const scope of open) {
    const [mark] = marksIn(scope, 'yet');
    const deed = mark && within(scope, scope.told.hits).find(({ row, start }) => start >= mark.end && done.has(row) && !settled.has(row));
    if (deed) return `states as done what is not done yet in "${scope.told.text}"`;
  }
  return null;
}
