// "US aid to Colombia cut", "Kenya sanctions on Uganda lifted by court": a noun tells of an act, and the participle behind it that it is over.
import type { Action } from './actions.js';
import { isIn } from './groups.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** What goes on till somebody ends it: a blow or a visit has been, whatever comes of it. */
const lasting: ReadonlySet<Action> = new Set<Action>([
  'aid',
  'supply_arms',
  'sanction',
  'restrict',
  'trade_deal',
  'negotiate',
  'mobilise_or_drill',
  'support_or_recognise',
  'mediate',
]);

/** Drops each act of a noun whose end the clause tells right behind it and whom it meets: it is not done, and who ended it nobody says. */
export function dropUndone({ words, drafts, policy }: State): void {
  if (!isPlain(policy)) return;
  for (const draft of drafts) {
    if (!draft.noun || draft.mode === 'denied' || !lasting.has(draft.action)) continue;
    const behind = words.slice(words.findIndex(({ start }) => start === draft.start) + 1);
    const end = behind.findIndex((word) => isPredicate(word));
    if (end >= 0 && isIn(behind[end], 'undone') && isAtRest(behind[end + 1])) draft.dropped = true;
  }
}

/** Whether a word tells what becomes of what is named before it: "was", "has been" and "to be" only lead to it. */
function isPredicate(word: Word): boolean {
  const name = word.role?.class;
  return isIn(word, 'undone') || name === 'verb' || name === 'not' || name === 'say' || name === 'light';
}

/** Whether a participle has no object behind it: "aid cut after vote", and not "aid cut costs". */
function isAtRest(next: Word | undefined): boolean {
  return next === undefined || next.role?.class === 'prep';
}
