// "not" and verbs that end what stands behind them, as the scan of a clause meets them.
import type { Draft } from './drafts.js';
import { missed } from './going-on.js';
import type { Entry } from './lexicon-file.js';
import { isPlain } from './policy.js';
import { control, type State } from './state.js';
import type { Word } from './words.js';

/** What stands behind the word at `at` is not so. */
export function not(s: State, role: Entry, at: number): void {
  if (s.words[at + 1]?.role?.class === 'plan' && warnOff(s)) return;
  // "Don't expect ...": nobody named has refused.
  if (at === 0 && isPlain(s.policy) && /^(?:don['’]t|do not)$/.test(role.written)) control(s, undefined);
  missed(s, at);
  s.not = true;
  s.never = role.form === 'U';
  if (s.never) s.unwilling = s.subject;
  if (role.form === 'U' && s.mode === 'done') s.mode = 'planned';
}

/** "warns Trump not to ditch the deal": he is asked, and nobody has refused. True where one was warned. */
export function warnOff(s: State): boolean {
  const { open } = s;
  if (!open || open.noun || open.action !== 'threaten' || !open.filled) return false;
  Object.assign(open, { action: 'demand', via: null });
  s.may = true;
  return true;
}

/** The verb at `at` ends the act that is still to come; where none comes, it is an act by itself: "suspends exports". */
export function ends(s: State, draft: Draft, at: number): void {
  s.undo = draft;
  draft.undo = true;
  draft.instead =
    (s.words[at] as Word).entries.find(
      (entry) =>
        entry.class === 'verb' &&
        entry.action !== null &&
        entry.particle === null &&
        (s.subject?.hacks === true || s.subject?.head === 'armed' || !entry.frame.includes('agent')),
    ) ?? null;
  draft.charged = draft.action === 'attack' && s.saidBy !== null && !draft.source?.includes(s.saidBy);
}
