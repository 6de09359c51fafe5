// "Attentat déjoué à Oslo", "foils bomb attack": an attack that somebody kept from happening is none.
import { forceful } from './actions.js';
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** The acts without the attacks told by a noun in a clause in which something is foiled, and without what is made of the foiling itself. */
export function withoutFoiled(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (!acts.some(({ action }) => forceful.has(action))) return acts;
  // "fängt Rakete ab": what is shot out of the sky is seized by nobody.
  if (words.some((word) => isIn(word, 'flying')) && words.some((word) => isIn(word, 'catching')))
    return acts.filter(({ action }) => action !== 'seize_or_occupy');
  const foiled = words.findIndex((word) => isIn(word, 'foiling'));
  if (foiled < 0) return acts;
  let [from, to] = [foiled, foiled];
  while (from > 0 && !isEdge(words[from - 1])) from--;
  while (to + 1 < words.length && !isEdge(words[to + 1])) to++;
  const [first, last] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
  const isInside = ({ start }: Act): boolean => start >= first && start < last;
  const isFoiled = (act: Act): boolean =>
    isInside(act) && forceful.has(act.action) && words.find(({ start }) => start === act.start)?.role?.class === 'noun';
  const foiling = words[foiled]?.start;
  return acts.some(isFoiled) ? acts.filter((act) => !isFoiled(act) && act.start !== foiling) : acts;
}

function isEdge(word: Word | undefined): boolean {
  return word === undefined || /[:;,.?!]/.test(word.mark) || word.role?.class === 'after' || word.role?.class === 'despite';
}
