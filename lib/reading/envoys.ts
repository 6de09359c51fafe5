// Whose envoys are sent home, where only the capital that they come from is told.
import type { Draft } from './drafts.js';
import type { Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';

/** "expels two diplomats from Minsk": a state's envoys come from its capital. True where whose they are was told. */
export function isHisEnvoy(
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

const envoys = /^(?:diplomat|envoy|attach|consul|konsul|gesandt|botschaft|ambassad|embajad|c[oó]nsul|diplom)/;
