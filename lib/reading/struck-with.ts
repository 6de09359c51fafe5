// What somebody is struck with: weapons make an attack, tariffs and curbs are what they are.
import { forceful } from './actions.js';
import type { Draft } from './drafts.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';

/** "hits Brazil with tariffs" is no attack but what is struck with, and a fine or a bill is nothing at all; true where it is so. */
export function strikesWithout(s: State, draft: Draft, phrase: Phrase, act: Draft | null): boolean {
  if (act && act !== s.open && !forceful.has(act.action) && act.action !== 'mobilise_or_drill') {
    draft.action = act.action;
    draft.frame = ['obj'];
    act.dropped = true;
    return true;
  }
  if (!act && phrase.head === 'thing' && phrase.goods === null && draft.frame.includes('whom')) draft.dropped = true;
  return draft.dropped;
}
