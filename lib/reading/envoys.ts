// Whose envoys are sent or called home.
import type { Draft } from './drafts.js';
import { isIn } from './groups.js';
import type { Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "expels two diplomats from Minsk": a state's envoys come from its capital. True where whose they are was told. */
export function giveEnvoys(
  { words, last, policy }: State,
  draft: Draft,
  preps: readonly Prep[],
  { actors, head, mixed, to, from }: Phrase,
): boolean {
  const comes =
    policy.spaced && !policy.idafa && !policy.cases && (preps.includes('from') || (policy.adjectiveAfter && preps.includes('of')));
  if (!comes || draft.action !== 'expel' || draft.passive || draft.noun || !draft.filled || draft.target || draft.via) return false;
  const envoy = last !== null && envoys.test(words[last.to - 1]?.text ?? '');
  if (!envoy || head !== 'actor' || mixed || actors.length !== 1 || to !== from + 1) return false;
  Object.assign(draft, { target: actors });
  return true;
}

/** "Посол Колумбии отозван из Кито": whose envoy or soldiers are called home has called them, from where they were. True where both were told. */
export function callHome({ words, policy }: State, draft: Draft, preps: readonly Prep[], phrase: Phrase): boolean {
  const { action, passive, noun, source, target, start } = draft;
  if (action !== 'withdraw_or_yield' || !passive || noun || source !== null || target?.length !== 1) return false;
  if (!preps.includes('from') && !preps.includes('in')) return false;
  const sent = (word: Word) =>
    isIn(word, 'envoy') || envoys.test(word.text) || (policy.cases && draft.frame.includes('from') && word.role?.class === 'official');
  if (!words.some((word) => word.start < start && sent(word)) || phrase.head !== 'actor' || phrase.mixed || phrase.actors.length !== 1)
    return false;
  Object.assign(draft, { source: target, target: phrase.actors, filled: true });
  return true;
}

const envoys = /^(?:diplomat|envoy|attach|consul|konsul|gesandt|botschaft|ambassad|embajad|c[oó]nsul|diplom|дипломат|поверенн)/;
