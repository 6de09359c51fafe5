// What somebody is struck with: weapons make an attack, tariffs and curbs are what they are.
import { forceful } from './actions.js';
import type { Draft } from './drafts.js';
import type { Phrase } from './phrase.js';
import type { State } from './state.js';

/** "hits Brazil with tariffs" is no attack but what is struck with, and a fine or a bill is nothing at all; true where it is so. */
export function strikeWith(s: State, draft: Draft, phrase: Phrase, act: Draft | null): boolean {
  if (act && act !== s.open && !forceful.has(act.action) && act.action !== 'mobilise_or_drill') {
    if (act.action === 'threaten') return false;
    if (!draft.filled) {
      Object.assign(act, { source: draft.source, mode: draft.mode, saidBy: draft.saidBy, subject: true, dropped: draft.dropped });
      draft.dropped = true;
      return true;
    }
    draft.action = act.action;
    draft.frame = ['obj'];
    act.dropped = true;
    return true;
  }
  const strikes = phrase.goods !== null && phrase.goods.action !== 'aid' && phrase.goods.action !== 'trade_deal';
  if (!act && phrase.head === 'thing' && !strikes && draft.frame.includes('whom')) draft.dropped = true;
  return draft.dropped;
}

/** The blow that is dealt with what follows: the open one, or one that answers what was named between ("hits back at tariffs with duties"). */
export function struckBefore(s: State, open: Draft, act: Draft | null): Draft | null {
  if (!open.noun && (open.action === 'attack' || open.frame.includes('back'))) return open;
  return act && open.noun ? (s.drafts.findLast(({ noun, frame }) => !noun && frame.includes('back')) ?? null) : null;
}
