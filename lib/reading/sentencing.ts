// "Condena a muerte a": one word slams and sentences.
import type { Draft } from './drafts.js';
import type { Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';

/** He who is condemned to something is sentenced: the act is then that of a court. True where it is. "Condemns Iran": who slams somebody sentences nobody. */
export function sentence({ words }: State, draft: Draft, preps: readonly Prep[], { actors }: Phrase): boolean {
  if (draft.action !== 'condemn' || !preps.includes('to') || actors.length > 0 || !draft.filled || draft.via) return false;
  if (!/^conde?[mna]/.test(words.find(({ start }) => start === draft.start)?.text ?? '')) return false;
  draft.action = 'arrest_or_try';
  draft.target = draft.target?.includes('@opposition') ? draft.target : null;
  return true;
}
