// Who says in a sentence what he will do himself, where a title tells that he plans, offers or threatens it.
import { scopesOf, within } from './scopes.js';
import type { Told } from './told.js';
import { isYet } from './yet.js';

const ownPlan =
  /\b(?:said|says|told)\s(?:\S+\s){0,3}?(?:that\s)?(?:he|she|it|they)\s(?:would|will|is\s(?:ready|willing|prepared)|was\s(?:ready|willing|prepared)|plans?|planned|intends?|intended|wants?|wanted)\b/i;

/** "Putin said he would meet him" of "Putin willing to meet him": who plans, offers or threatens says so. */
export function tellsOwnPlan(own: Told, ids: readonly string[], titles: readonly Told[]): boolean {
  if (!ownPlan.test(own.text)) return false;
  return titles.some((title) =>
    scopesOf(title).some((scope) => isYet(scope) && within(scope, title.actors)[0]?.ids.some((id) => ids.includes(id))),
  );
}
