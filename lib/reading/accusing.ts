// What an accusation makes of the clause: what follows is claimed by who accuses, of whoever is accused.

import { type Draft, sourceOf } from './drafts.js';
import { isIn } from './groups.js';
import type { Entry } from './lexicon-file.js';
import { growing, type Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { type Blamed, control, only, type State } from './state.js';
import type { Word } from './words.js';

/**
 * Sets what follows as claimed by who accuses and, where that is sure, as done by whoever is accused. Drops the draft where only its victim
 * is told.
 */
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

/** What a clause with an accusation leaves to the next one: by whom it is made, and of whom; null where one of them is not sure. */
export function blamedIn({ blamer }: State): Blamed | null {
  if (!blamer || blamer.dropped || !blamer.target?.length) return null;
  const whom = { ...growing(0).phrase, head: 'actor' as const, actors: [...blamer.target] };
  return { by: only(blamer.source) ?? '', whom };
}

const he = new Set(['он', 'она', 'оно', 'они', 'тот', 'та', 'те', 'er', 'sie', 'es']);

/** "обвинил Кению в том, что та атаковала": of what a clause that begins so tells, without its opening; null for any other. */
export function ofWhat(words: readonly Word[], blamed: Blamed | null): { words: readonly Word[]; subject: Phrase } | null {
  if (!blamed || !isIn(words[0], 'that')) return null;
  return { words: words.slice(he.has(words[1]?.text ?? '') ? 2 : 1), subject: blamed.whom };
}
