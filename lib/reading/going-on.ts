// How a clause goes on behind what it has told: relative clauses, infinitives, and gerunds that are refused.
import { afterAccusation } from './accusing.js';
import type { Action } from './actions.js';
import { isOfTheTried } from './infinitives.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain, type Policy } from './policy.js';
import { control, only, type State } from './state.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** What stands before a verb or noun of an act, and who does it where he is not the subject of the clause. */
export function enter(s: State, role: Entry, at: number): void {
  goOn(s, role, at);
  // "accuses Iran of bombing Iraq": the preposition stands before the gerund, and not before whom it meets.
  if (s.policy.adjectiveAfter || (role.form === 'G' && s.blamer && namesWhom(s.words[at + 1]))) s.prep = null;
  if ((role.class === 'verb' && role.form === 'G') || (s.policy.adjectiveAfter && role.form === 'B')) decline(s);
  if (isOfTheTried(s, role, at)) control(s, null);
  else {
    another(s, role, at);
    punishes(s, role, at);
  }
}

/** Whether a word opens the name of somebody who may be met. */
function namesWhom(word: Word | undefined): boolean {
  return word !== undefined && (word.naming !== null || has(word, 'people') || has(word, 'armed') || has(word, 'private'));
}

/** "rejects handing over": what is refused stands as a gerund or an Arabic noun of action. */
function decline(s: State): void {
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
function goOn(s: State, role: Entry, at: number): void {
  afterAccusation(s, role);
  if (role.form === 'B' && !s.subject && !s.controlled && s.mode === 'done' && s.drafts.length === 0 && s.context.subject) {
    // "asks Rome to arrest, extradite": who is asked is to do that too.
    if (s.context.accusedBy !== null) Object.assign(s, { mode: 'claimed', saidBy: s.context.accusedBy });
    else if (s.context.mode === 'demanded') s.may = true;
    else s.mode = s.context.mode;
    s.may ||= s.context.held;
  }
  // "on his way to winning": not yet; "admits to bombing" is.
  if (role.form === 'G' && s.words[at - 1]?.text === 'to' && isPlain(s.policy)) s.may ||= !s.words.some(({ text }) => admitted.test(text));
}

/** What stands before "to" and a gerund of what has been done. */
const admitted = /^(?:admit|confess|return|resort|plead|own)/;

/** Acts by which one answers what somebody did. */
const answers = new Set<Action>([
  'condemn',
  'sanction',
  'restrict',
  'expel',
  'arrest_or_try',
  'threaten',
  'attack',
  'coerce',
  'protest',
  'demand',
  'accuse',
]);

/** "condemns Israel for killing aid workers": it is told of whom he condemns, and he says so; who is thanked, or pays, for something is left open. */
function punishes(s: State, { form }: Entry, at: number): void {
  const { open, words, punisher } = s;
  if (punisher && form === 'F') {
    // "... and expels envoys": he himself again.
    Object.assign(s, { subject: punisher, punisher: null, controlled: false, mode: 'done', saidBy: s.context.saidBy, open: null });
    return;
  }
  if (open?.noun || s.blamer || !isReason(s.policy, form, words[at - 1], words[at - 2])) return;
  if (!open) {
    // "pays Armenia for killing officers": of whom a verb that nobody listed tells it is left open.
    if (s.unknown || s.giving) control(s, undefined);
    return;
  }
  const { source, target, filled, action } = open;
  Object.assign(s, { prep: null, punisher: s.subject ?? s.first, subject: null, mode: 'claimed', saidBy: only(source) ?? '' });
  control(s, filled && target && answers.has(action) ? target : undefined);
}

/** "for killing", "por atacar": the words by which a headline says what somebody did to be punished. */
function isReason(policy: Policy, form: Entry['form'], ...before: (Word | undefined)[]): boolean {
  if (policy.adjectiveAfter) return !policy.idafa && form === 'B' && /^(?:por|per)$/.test(before[0]?.text ?? '');
  return isPlain(policy) && form === 'G' && before.some((word) => word?.text === 'for' || word?.text === 'over');
}

/** "denies Uganda attacked Chad", "helps Uganda fight Chad": who stands right before the verb does it, or does what he is helped or let to do. */
function another(s: State, { form }: Entry, at: number): void {
  const { last } = s;
  const subject = s.mode === 'denied' ? s.first : s.subject;
  if (!isPlain(s.policy) || !last || last === subject || last.to !== at || last.actors.length === 0 || s.prep !== null) return;
  if (s.mode === 'denied' && s.controlled && (form === 'A' || form === 'F')) control(s, last.actors);
  else if (form === 'B' && subject) control(s, undefined);
}
