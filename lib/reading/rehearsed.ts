// "China simulates strikes on Taiwan", "übt die Blockade": a blow that is only practised is none. That it is practised is an exercise.
import { forceful } from './actions.js';
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/**
 * The acts without the blows and blockades that the clause tells as practised. An exercise stands in the place of the first whose doer is named
 * before the word for practising, where no other act is one; nothing where the doer is not sure.
 */
export function withoutRehearsed(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (!acts.some(isBlow)) return acts;
  const rehearsing = words.findIndex((word) => isIn(word, 'rehearsing'));
  if (rehearsing < 0) return acts;
  const rehearsed = acts.filter((act) => isBlow(act) && isObject(act, words, rehearsing));
  if (rehearsed.length === 0) return acts;
  const left = acts.filter((act) => !rehearsed.includes(act));
  const named = words.slice(0, rehearsing).flatMap(({ naming }) => naming?.ids ?? []);
  const blow = rehearsed.find(({ source }) => source !== null && named.includes(source));
  if (blow === undefined || left.some(({ action }) => action === 'mobilise_or_drill')) return left;
  return [...left, { ...blow, action: 'mobilise_or_drill', target: null }];
}

function isBlow({ action }: Act): boolean {
  return forceful.has(action) || action === 'restrict';
}

/** Whether the act is what is practised: told by the word itself or behind it, with no other act, mark or turn between. */
function isObject({ start }: Act, words: readonly Word[], rehearsing: number): boolean {
  for (let at = rehearsing; at < words.length; at++) {
    const word = words[at] as Word;
    if (word.start === start) return true;
    if (
      at > rehearsing &&
      (isPredicate(word.role) || word.role?.class === 'noun' || word.role?.class === 'after' || /[:;,.?!]/.test(word.mark))
    )
      return false;
  }
  return false;
}
