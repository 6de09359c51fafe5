// "Attentat déjoué à Oslo", "foils bomb attack": an attack that somebody kept from happening is none.
import { forceful, helpful } from './actions.js';
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** The acts without the attacks told by a noun in a clause in which something is foiled, and without what is made of the foiling itself. */
export function withoutFoiled(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  // "fängt Rakete ab": what is shot out of the sky is seized by nobody.
  if (words.some((word) => isIn(word, 'flying')) && words.some((word) => isIn(word, 'catching')))
    return acts.filter(({ action }) => action !== 'seize_or_occupy' && action !== 'restrict');
  if (!acts.some(({ action }) => forceful.has(action))) return acts;
  const foiled = words.findIndex((word) => isIn(word, 'foiling') || isIn(word, 'anniversary'));
  if (foiled < 0) return acts;
  const past = isIn(words[foiled] as Word, 'anniversary');
  let [from, to] = [foiled, foiled];
  while (from > 0 && !isEdge(words[from - 1])) from--;
  while (to + 1 < words.length && !isEdge(words[to + 1])) to++;
  const [first, last] = [words[from]?.start ?? 0, words[to]?.end ?? 0];
  const isInside = ({ start }: Act): boolean => start >= first && start < last;
  const isFoiled = (act: Act): boolean =>
    isInside(act) && forceful.has(act.action) && (past || words.find(({ start }) => start === act.start)?.role?.class === 'noun');
  const foiling = words[foiled]?.start;
  return acts.some(isFoiled) ? acts.filter((act) => !isFoiled(act) && act.start !== foiling) : acts;
}

function isEdge(word: Word | undefined): boolean {
  return word === undefined || /[:;,.?!]/.test(word.mark) || word.role?.class === 'after' || word.role?.class === 'despite';
}

/** "暂停对白俄罗斯军售": help and arms that are halted are held back from whose they would be; "暂停遣返移民": nobody is sent home. */
export function withoutHalted(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  const mayBeHalted = ({ action, mode }: Act): boolean => mode === 'done' && (helpful.has(action) || action === 'expel');
  const halt = acts.some(mayBeHalted) ? words.findIndex((word) => isIn(word, 'halting')) : -1;
  if (halt < 0) return acts;
  const edge = words.findIndex((word, at) => at > halt && isEdge(word));
  const [first, last] = [words[halt]?.start ?? 0, words[edge]?.start ?? Number.POSITIVE_INFINITY];
  const isHalted = (act: Act): boolean => mayBeHalted(act) && act.start > first && act.start < last;
  if (!acts.some(isHalted)) return acts;
  return acts
    .filter((act) => (act.action !== 'restrict' || act.target !== null) && !(act.action === 'expel' && isHalted(act)))
    .map((act) => (isHalted(act) ? { ...act, action: 'restrict' } : act));
}
