// How a clause goes on behind what it has told: relative clauses, infinitives, and gerunds that are refused.
import { afterAccusation } from './accusing.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { control, type State } from './state.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** "rejects handing over": what is refused stands as a gerund or an Arabic noun of action. */
export function decline(s: State): void {
  if (s.open?.action !== 'reject' || s.open.filled) return;
  Object.assign(s.open, { filled: true, refused: true });
  s.refusing = true;
  control(s, s.open.source);
}

/** "yacht that Italy seized": who acts stands behind the relative, right before his verb. */
function isSubject(words: readonly Word[], at: number): boolean {
  return words[at]?.naming?.sort === 'name' && isPredicate(words[at + 1]?.role) && words[at + 1]?.role?.class !== 'say';
}

/** "X, who ..." and "X, whom ...": the last one named acts, or is met. */
export function relative(s: State, role: Entry, at: number): void {
  const last = s.last ?? (s.policy.verbLast && role.written !== 'dass' ? s.context.last : null) ?? s.context.subject;
  s.open = null;
  s.controlled = false;
  if (role.frame[0] === 'of') {
    s.may = true;
    s.subject = null;
  } else if (role.frame[0] === 'to' || (isPlain(s.policy) && last && isSubject(s.words, at + 1))) {
    s.antecedent = last;
    s.subject = null;
  } else if (last && !isOneOfTwo(s, last)) s.subject = last;
  else control(s, undefined);
}

/** "ally of Omar who called for": who is meant, the one or the other, is open. */
function isOneOfTwo({ words, policy }: State, { from, actors }: Phrase): boolean {
  const of = words[from - 1]?.role;
  return isPlain(policy) && actors.length > 0 && of?.class === 'prep' && of.frame[0] === 'of' && has(words[from - 2], 'private');
}

/** "to recognise X, impose sanctions on Y": an infinitive that goes on is planned too. */
export function goOn(s: State, role: Entry): void {
  afterAccusation(s, role);
  if (role.form === 'B' && !s.subject && !s.controlled && s.mode === 'done' && s.drafts.length === 0 && s.context.subject) {
    // "asks Rome to arrest, extradite": who is asked is to do that too.
    if (s.context.accusedBy !== null) Object.assign(s, { mode: 'claimed', saidBy: s.context.accusedBy });
    else if (s.context.mode === 'demanded') s.may = true;
    else s.mode = s.context.mode;
    s.may ||= s.context.held;
  }
}
