// "Nigerian troops free hostages": a state holds no hostages. Whoever frees those whom somebody else holds yields nothing.
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** Who is held against the law, and by whom. */
const hostages =
  /^(?:hostages?|captives|otages?|rehenes|rehén|refé(?:m|ns)|ostagg[io]|заложни[а-я]*|похищен[а-я]*|kidnapped|abducted|pirates)$/;

const isState = /^[A-Z]{2}$/;

/** The acts without the yielding of a state that frees hostages; the same acts where nobody is freed. */
export function withoutRescues(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (!acts.some(isFreeing) || !words.some(({ text }) => hostages.test(text))) return acts;
  return acts.filter((act) => !isFreeing(act) || !frees.test(words.find(({ start }) => start === act.start)?.text ?? ''));
}

function isFreeing({ action, source, mode }: Act): boolean {
  return action === 'withdraw_or_yield' && source !== null && isState.test(source) && (mode === 'done' || mode === 'claimed');
}

const frees = /^(?:fre[ei]|release|rescue|lib[eéè]r|liber|освобо)/;
