// What an accusation makes of the clause: what follows is claimed by who accuses, of whoever is accused.
import type { Draft } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import { isPlain } from './policy.js';
import { control, type State } from './state.js';

export function accuse(s: State, draft: Draft, role: Entry, at: number, passive: boolean): void {
  // "strike blamed on militia": who stands behind "on" is accused, and whose the strike was is left open.
  if (passive && isPlain(s.policy) && /^blam/.test(role.written) && s.words[at + 1]?.role?.frame.includes('against')) {
    draft.dropped = true;
  } else if (passive && s.policy.prepositionsFirst) {
    s.mode = 'claimed';
    s.saidBy ??= '';
  } else if (!passive) {
    s.blamer = draft;
    s.mode = 'claimed';
    control(s, undefined);
  }
}
