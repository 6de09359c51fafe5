// "Nigerian troops free hostages": a state holds no hostages. Whoever frees those whom somebody else holds yields nothing.
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

const isState = /^[A-Z]{2}$/;

/** The acts without the yielding of a state that frees hostages; the same acts where nobody is freed. */
export function withoutRescues(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (!acts.some(isFreeing) || !words.some((word) => isIn(word, 'hostage'))) return acts;
  return acts.filter((act) => !isFreeing(act) || !frees.test(words.find(({ start }) => start === act.start)?.text ?? ''));
}

function isFreeing({ action, source, mode }: Act): boolean {
  return action === 'withdraw_or_yield' && source !== null && isState.test(source) && (mode === 'done' || mode === 'claimed');
}

const frees = /^(?:fre[ei]|release|rescue|lib[eéè]r|liber|освобо)/;
