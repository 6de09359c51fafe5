// "Modi visit to China confirmed", "US arms sale to Taiwan approved", "Confirmada la visita": a noun tells of an act, and the participle behind
// it, or right before it, that it is still to come.
import type { Action } from './actions.js';
import type { Draft } from './drafts.js';
import { isIn } from './groups.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** What is confirmed or approved before it is done; a blow that is confirmed has been. */
const coming: ReadonlySet<Action> = new Set<Action>(['visit_or_meet', 'mobilise_or_drill', 'supply_arms', 'negotiate']);

/** Tells each act of a noun as planned of which the clause says behind it, and behind whom it meets, that it is planned or agreed. */
export function putOffAwaited({ words, drafts, policy }: State): void {
  for (const draft of drafts) {
    if (!(draft.noun || policy.prepositionsFirst) || draft.mode !== 'done') continue;
    const noun = words.findIndex(({ start }) => start === draft.start);
    if (!isPlain(policy) && (isToCome(words[noun - 1], draft) || (isArticle(words[noun - 1]) && isToCome(words[noun - 2], draft))))
      draft.mode = 'planned';
    const at = words.findIndex((word, next) => next > noun && isPredicate(word));
    const next = words[at + 1];
    if (at < 0 || (next !== undefined && next.role?.class !== 'prep')) continue;
    if (isToCome(words[at], draft)) draft.mode = 'planned';
  }
}

/** Whether a word tells that an act is planned, or confirmed where it can only be still to come. */
function isToCome(word: Word | undefined, { action }: Draft): boolean {
  return isIn(word, 'awaited') || (coming.has(action) && isIn(word, 'confirmed'));
}

function isArticle(word: Word | undefined): boolean {
  return word?.role?.class === 'the';
}

function isPredicate(word: Word): boolean {
  const name = word.role?.class;
  return isIn(word, 'awaited') || isIn(word, 'confirmed') || name === 'verb' || name === 'not' || name === 'say' || name === 'light';
}
