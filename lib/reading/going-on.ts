// How a clause goes on behind what it has told: relative clauses, infinitives, and gerunds that are refused.
import { afterAccusation } from './accusing.js';
import { caseOf } from './cases.js';
import { isIn } from './groups.js';
import { isOfTheTried } from './infinitives.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain, type Policy } from './policy.js';
import { control, only, type State } from './state.js';
import { another, punish } from './whose-deed.js';
import { has, isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** What stands before a verb or noun of an act, and who does it where he is not the subject of the clause. */
export function enterAct(s: State, role: Entry, at: number): void {
  goOn(s, role, at);
  // "accuses Iran of bombing Iraq": the preposition stands before the gerund, and not before whom it meets.
  if (s.policy.adjectiveAfter || (role.form === 'G' && s.blamer && namesWhom(s.words[at + 1]))) s.prep = null;
  if ((role.class === 'verb' && role.form === 'G') || (s.policy.adjectiveAfter && role.form === 'B')) decline(s);
  if (punish(s, role, at)) return;
  if (isOfTheTried(s, role, at)) control(s, null);
  else another(s, role, at);
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
  // "receives Ghanaian president, who mediates": it tells of whoever was named last.
  const near = (s.policy.verbLast && role.written !== 'dass') || (isPlain(s.policy) && role.written === 'who') || follows(s);
  const last = s.last ?? (near ? s.context.last : null) ?? s.context.subject;
  const before = s.policy.adjectiveAfter && !s.policy.idafa ? s.drafts.at(-1) : undefined;
  const asks = before?.action === 'demand' && s.words[at - 1]?.start === before.start;
  const denies = before?.action === 'deny' && s.mode === 'denied';
  // "fears that Uganda attacked": what somebody fears, hopes or doubts is told by nobody.
  if (complements.has(role.written) && isComplement(s.words[at - 1], s.policy)) {
    s.may ||= s.mode === 'done';
    s.open = null;
    s.subject = null;
    return;
  }
  s.open = null;
  s.controlled = false;
  // "канал, который финансирует Уганда": who does it stands behind the verb.
  if (/^котор/.test(s.words[at]?.text ?? '') && isPredicate(s.words[at + 1]?.role) && caseOf(s.words[at + 2]?.text ?? '') === 'nom')
    s.may = true;
  // "veut que Belgrade cesse": who wants it does not do it.
  if (wants.test(s.words[at - 1]?.text ?? '')) s.may = true;
  // "كينيا التي تسلحها أوغندا تهاجم": who arms her stands behind the verb, and before that of what she does.
  if (s.policy.idafa && /(?:ها|ه|هم)$/.test(s.words[at + 1]?.text ?? '') && s.words[at + 2]?.naming) s.may = true;
  // "dément que la Grèce ait attaqué", "exige que la Grèce libère": who does it is still to come.
  if (asks) Object.assign(s, { mode: 'demanded', saidBy: only(before.source) });
  if (denies || asks) s.subject = null;
  else if (role.frame[0] === 'of') {
    s.may = true;
    s.subject = null;
  } else if (role.frame[0] === 'to' || (isPlain(s.policy) && last && isSubject(s.words, at + 1))) {
    s.antecedent = last;
    s.subject = null;
  } else if (last && !isOneOfTwo(s, last)) s.subject = last;
  else control(s, undefined);
}

/** Whether "that" behind a word begins what somebody says or thinks, and tells of none who was named. */
function isComplement(before: Word | undefined, policy: Policy): boolean {
  const { role = null } = before ?? {};
  return before?.mark === '' && (isIn(before, 'opining') || (isPlain(policy) && (role?.class === 'say' || role?.class === 'deny')));
}

const complements: ReadonlySet<string> = new Set(['that', 'que', "qu'", 'che']);

/** Words that may stand before the verb of a clause. */
const helpers: ReadonlySet<string> = new Set(['be', 'have', 'not', 'it', 'how']);

/**
 * Where a clause goes on behind a relative. "Barco que llevaba armas a Uganda es hundido": a relative clause whose verb nobody knows is passed
 * over where the verb of the main clause follows it.
 */
export function pastUnknown({ words, policy, drafts }: State, from: number): number {
  if (!policy.adjectiveAfter || policy.idafa || drafts.length > 0) return from;
  const at = words.findIndex(({ role }, next) => next >= from && !helpers.has(role?.class ?? ''));
  const verb = words[at];
  if (verb?.mark !== '' || verb.role !== null || verb.naming !== null) return from;
  const main = words.findIndex(({ mark, role }, next) => next > at && (mark !== '' || role?.class === 'be' || isPredicate(role)));
  return words[main]?.mark === '' ? main : from;
}

/** "recibe al presidente chadiano, que media": behind a comma a relative tells of the last one named before it. */
function follows({ policy, context }: State): boolean {
  return (policy.cases || (policy.adjectiveAfter && !policy.idafa)) && context.last?.head === 'actor' && context.last.act === null;
}

/** "напала не на Уганду, а на Турцию": the one named next was not met. */
export function missed({ policy, open, words }: State, at: number): void {
  if (policy.cases && open && words[at + 1]?.role?.class === 'prep') open.dropped = true;
}

/** Verbs that say what another shall do. */
const wants = /^(?:quiere|quieren|desea|desean|veut|veulent|souhaite|souhaitent|quer|querem|deseja|desejam|vuole|vogliono|desidera)$/;

/** "ally of Omar who called for", "adviser to Omar who called for": who is meant, the one or the other, is open. */
function isOneOfTwo({ words, policy }: State, { from, actors }: Phrase): boolean {
  const of = words[from - 1]?.role;
  if (!isPlain(policy) || actors.length === 0 || of?.class !== 'prep') return false;
  const other = words[from - 2];
  const person = other !== undefined && (has(other, 'private') || has(other, 'people') || has(other, 'armed'));
  // "rival of Omar who": of a noun that nobody listed it is open too.
  return (of.frame.includes('of') || of.frame.includes('to')) && (person || (other?.role === null && other.naming === null));
}

/** "to recognise X, impose sanctions on Y": an infinitive that goes on is planned too. */
function goOn(s: State, role: Entry, at: number): void {
  afterAccusation(s, role);
  if (isGivenUp(s, role, at) || isJudged(s, role)) s.may = true;
  const intention = role.form === 'B' ? intentionOf(s, at - 1) : null;
  // "Kenyan plan to bomb" is Kenya's; behind a verb a plan is anybody's, and what is refused is not planned.
  if (intention === 'plan' && s.mode === 'done' && s.subject && s.drafts.length === 0 && !s.unknown) s.mode = 'planned';
  else if (intention !== null) s.may = true;
  if (role.form === 'B' && !s.subject && !s.controlled && s.mode === 'done' && s.drafts.length === 0 && s.context.subject) {
    // "asks Rome to arrest, extradite": who is asked is to do that too.
    if (s.context.mode === 'denied') [s.mode, s.may] = ['done', s.may || s.policy.verbLast];
    // "warnt Uganda davor, die Türkei anzugreifen": it is not the one who warns that would do it.
    else if (s.policy.verbLast && s.context.mode === 'done' && s.context.accusedBy === null) s.may = true;
    else if (s.context.accusedBy !== null) Object.assign(s, { mode: 'claimed', saidBy: s.context.accusedBy });
    else if (s.context.mode === 'demanded') s.may = true;
    else s.mode = s.context.mode;
    s.may ||= s.context.held;
  }
  // "on his way to winning": not yet; "admits to bombing" is.
  if (role.form === 'G' && s.words[at - 1]?.text === 'to' && isPlain(s.policy)) s.may ||= !s.words.some(({ text }) => admitted.test(text));
}

const judges: ReadonlySet<string> = new Set(['condemn', 'reject', 'support_or_recognise']);

/** "critique la décision d'armer", "осудила план разбомбить": whose plan it is that somebody judges nobody says, and it is not done. To judge is no such plan: "refuse de condamner la frappe". */
function isJudged({ open, policy }: State, { action, form }: Entry): boolean {
  return (
    form === 'B' && !judges.has(action ?? '') && !isPlain(policy) && open !== null && !open.noun && !open.passive && judges.has(open.action)
  );
}

const intentions: ReadonlySet<string> = new Set(['plan', 'vow', 'refuse', 'deny', 'urge', 'call', 'may']);

/** What a word such as "plan to" or "vow to" means where no verb can stand, and it is the noun: a plan, or an intention of any other kind. */
function intentionOf({ policy, words }: State, at: number): 'plan' | 'other' | null {
  const word = words[at];
  if (!isPlain(policy) || word?.role !== null) return null;
  const entry = word.entries.find((one) => intentions.has(one.class));
  return entry ? (entry.class === 'plan' || entry.class === 'vow' ? 'plan' : 'other') : null;
}

/** "backtracks on closing", "walks back plan to expel", "delays arming": what somebody yields in he has not done. */
function isGivenUp({ open, drafts, policy, words }: State, { form }: Entry, at: number): boolean {
  // "walks back plan to expel": what is yielded in stands between.
  const last = form === 'B' && words[at - 1]?.text === 'to' ? drafts.at(-1) : form === 'G' ? open : null;
  return isPlain(policy) && last?.action === 'withdraw_or_yield' && !last.noun && !last.passive;
}

/** What stands before "to" and a gerund of what has been done. */
const admitted = /^(?:admit|confess|return|resort|plead|own)/;
