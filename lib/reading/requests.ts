// What one is asked for: arms that he is to give to who asks.
import { type Draft, draftOf } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';
import type { Word } from './words.js';

/** "asks US for missiles", "pide a Berlín misiles": what is asked of him he is to give to who asks. True where it is arms. */
export function askFor(s: State, draft: Draft, phrase: Phrase): boolean {
  const arms = phrase.goods?.action === 'supply_arms' && phrase.actors.length === 0;
  if (!arms || draft.action !== 'demand' || draft.noun || draft.dropped || draft.mode !== 'done') return false;
  if (draft.source?.length !== 1 || draft.target?.length !== 1) return false;
  const word = s.words[phrase.to - 1] as Word;
  const parties = { source: draft.target, target: draft.source, mode: 'demanded' as const, saidBy: draft.source[0] ?? null };
  s.drafts.push(draftOf(phrase.goods as Entry, word, { ...parties, filled: true, noun: true, subject: true, goods: true }));
  return true;
}
