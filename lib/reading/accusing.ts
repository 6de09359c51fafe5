// What an accusation makes of the clause: what follows is claimed by who accuses, of whoever is accused.
import { type Draft, sourceOf } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { control, only, type State } from './state.js';

export function accuse(s: State, draft: Draft, role: Entry, at: number, passive: boolean): void {
  // "strike blamed on militia": who stands behind "on" is accused, and whose the strike was is left open.
  if (passive && isPlain(s.policy) && /^blam/.test(role.written) && s.words[at + 1]?.role?.frame.includes('against')) {
    draft.dropped = true;
  } else if (passive && s.policy.prepositionsFirst) {
    s.mode = 'claimed';
    s.saidBy ??= '';
  } else if (passive) {
    // "accused by UN of arming M23": whoever is accused is said to have done what follows.
    s.mode = 'claimed';
    s.saidBy = '';
    s.accused = true;
    control(s, draft.target);
  } else {
    s.blamer = draft;
    s.mode = 'claimed';
    control(s, undefined);
    // "opposition accuses government of aiding Uganda": whose government it is stands nowhere behind the verb.
    if (isPlain(s.policy) && isOwnGovernment(s, at + 1)) Object.assign(draft, { filled: true, dropped: true });
  }
}

function isOwnGovernment({ words }: State, at: number): boolean {
  const object = words[at]?.role?.class === 'the' ? words[at + 1] : words[at];
  return object?.naming === null && /^(?:government|gov't|govt|ministers?|police|army|cabinet|regime)$/.test(object.text);
}

/** "accused by UN", "accused by lawyers": who accuses stands behind the participle, and says what follows. */
export function accusedBy(s: State, draft: Draft, phrase: Phrase): void {
  draft.source = phrase.actors.length > 0 ? sourceOf(phrase, draft.action) : null;
  if (s.accused) s.saidBy = only(draft.source) ?? '';
}

/** "L'UE, accusée de ..., rejette": a finite verb behind an accusation is no part of it. */
export function afterAccusation(s: State, { form }: Entry): void {
  if (!s.accused || form !== 'F') return;
  Object.assign(s, { accused: false, mode: 'done', saidBy: null, controlled: false });
}
