// "Modi visit to China confirmed", "US arms sale to Taiwan approved": a noun tells of an act, and the participle behind it that it is still to come.
import type { Action } from './actions.js';
import { isIn } from './groups.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** What is confirmed or approved before it is done; a blow that is confirmed has been. */
const coming: ReadonlySet<Action> = new Set<Action>(['visit_or_meet', 'mobilise_or_drill', 'supply_arms', 'negotiate']);

/** Tells each act of a noun as planned of which the clause says behind it, and behind whom it meets, that it is planned or agreed. */
export function putOffAwaited({ words, drafts, policy }: State): void {
  if (!isPlain(policy)) return;
  for (const draft of drafts) {
    if (!draft.noun || draft.mode !== 'done') continue;
    const behind = words.slice(words.findIndex(({ start }) => start === draft.start) + 1);
    const at = behind.findIndex((word) => isPredicate(word));
    const next = behind[at + 1];
    if (at < 0 || (next !== undefined && next.role?.class !== 'prep')) continue;
    if (isIn(behind[at], 'awaited') || (coming.has(draft.action) && isIn(behind[at], 'confirmed'))) draft.mode = 'planned';
  }
}

function isPredicate(word: Word): boolean {
  const name = word.role?.class;
  return isIn(word, 'awaited') || isIn(word, 'confirmed') || name === 'verb' || name === 'not' || name === 'say' || name === 'light';
}
