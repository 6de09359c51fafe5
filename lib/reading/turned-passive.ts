// Passives that are no blow by whoever stands behind them: expelled from, sentenced for, hit by what nobody throws.
import { forceful } from './actions.js';
import type { Draft } from './drafts.js';
import type { Prep } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import type { State } from './state.js';

/** "expulsés de Russie", "visé par des sanctions": who expels stands behind "from", and sanctions hit nobody by force. True where it was placed. */
export function turnPassive(s: State, draft: Draft, preps: readonly Prep[], phrase: Phrase, act: Draft | null): boolean {
  // "condenado por narcotráfico": it is what he did, and no gang condemns him.
  if (
    draft.action === 'condemn' &&
    draft.passive &&
    preps.includes('by') &&
    phrase.actors.length > 0 &&
    phrase.actors.every((id) => id === 'GANGS')
  ) {
    draft.dropped = true;
    return true;
  }
  if (!act && draft.passive && draft.action === 'expel' && draft.source === null && preps.includes('from') && phrase.head === 'actor') {
    draft.source = phrase.actors;
    return true;
  }
  // "hit by Ugandan aid cut": no thing strikes anybody.
  const hit = !act && draft.passive && draft.action === 'attack' && preps.includes('by') && phrase.head === 'thing' && isPlain(s.policy);
  if (
    hit &&
    phrase.actors.length > 0 &&
    /^(?:hit|rocked|shaken|rattled)$/.test(s.words.find(({ start }) => start === draft.start)?.text ?? '')
  ) {
    draft.dropped = true;
    return true;
  }
  if (act && draft.passive && draft.action === 'attack' && preps.includes('by') && !forceful.has(act.action) && !draft.merged) {
    draft.dropped = true;
    Object.assign(act, { target: draft.target, filled: true });
    return true;
  }
  return false;
}
