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
  if (punishes(s, role, at)) return;
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
  const last = s.last ?? (s.policy.verbLast && role.written !== 'dass' ? s.context.last : null) ?? s.context.subject;
  const before = s.policy.adjectiveAfter && !s.policy.idafa ? s.drafts.at(-1) : undefined;
  const asks = before?.action === 'demand' && s.words[at - 1]?.start === before.start;
  const denies = before?.action === 'deny' && s.mode === 'denied';
  s.open = null;
  s.controlled = false;
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

/** Verbs that say what another shall do. */
const wants = /^(?:quiere|quieren|desea|desean|veut|veulent|souhaite|souhaitent)$/;

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
    if (s.context.mode === 'denied') s.mode = 'done';
    else if (s.context.accusedBy !== null) Object.assign(s, { mode: 'claimed', saidBy: s.context.accusedBy });
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

/** "condemns Israel for killing aid workers": it is told of whom he condemns, and he says so; who is thanked, or pays, for something is left open. True where it was placed. */
function punishes(s: State, { form }: Entry, at: number): boolean {
  const { open, words, punisher } = s;
  if (punisher && form === 'F') {
    // "... and expels envoys": he himself again.
    Object.assign(s, { subject: punisher, punisher: null, controlled: false, mode: 'done', saidBy: s.context.saidBy, open: null });
    return true;
  }
  // "félicite Ankara d'avoir frappé Le Caire": who is thanked for it did it, or another whom nobody names.
  if (open?.action === 'support_or_recognise' && open.filled && words[at - 1]?.text === 'avoir') control(s, undefined);
  if (s.blamer || !isReason(s.policy, form, words[at - 1], words[at - 2])) return false;
  if (!open || open.noun) {
    // "pays Armenia for killing officers": of whom a verb that nobody listed tells it is left open.
    if (open || s.unknown || s.giving) control(s, undefined);
    return true;
  }
  const { source, target, filled, action } = open;
  Object.assign(s, { prep: null, punisher: s.subject ?? s.first, subject: null, mode: 'claimed', saidBy: only(source) ?? '' });
  control(s, filled && target && answers.has(action) ? target : undefined);
  return true;
}

/** "for killing", "por atacar", "pour avoir tué": the words by which a headline says what somebody did to be punished. */
function isReason(policy: Policy, form: Entry['form'], one: Word | undefined, other: Word | undefined): boolean {
  if (isPlain(policy)) return form === 'G' && (/^(?:for|over)$/.test(one?.text ?? '') || /^(?:for|over)$/.test(other?.text ?? ''));
  if (!policy.adjectiveAfter || policy.idafa) return false;
  if (form === 'B') return /^(?:por|per)$/.test(one?.text ?? '');
  return /^(?:avoir|haber|aver|ter)$/.test(one?.text ?? '') && /^(?:pour|por|per)$/.test(other?.text ?? '');
}

/** Verbs that an object and a bare verb follow. */
const helps = /^(?:help|let|make|made|see|saw|seen|watch)(?:s|ed|es)?$/;

/** "denies Uganda attacked Chad", "helps Uganda fight Chad": who stands right before the verb does it, or does what he is helped or let to do. */
function another(s: State, { form }: Entry, at: number): void {
  const { last, policy, words } = s;
  // "提供武器打击...": what arms are for is not done with them yet.
  if (policy.prepositionsFirst && s.open?.action === 'supply_arms' && words[at - 1]?.start === s.open.start) s.may = true;
  const romance = policy.adjectiveAfter && !policy.idafa;
  if (policy.verbLast || !last || last.actors.length === 0) return;
  const before = words[at - 1]?.text ?? '';
  const whom = last.to === at ? last : null;
  // "helped Uganda hit Chad": a verb whose base form is also its past.
  if (whom && isPlain(policy) && helps.test(words[whom.from - 1]?.text ?? '') && form !== 'G') control(s, undefined);
  else if (s.mode === 'denied' && s.controlled && form !== 'B' && form !== 'G') {
    const does =
      whom ?? (romance && last.to === at - 1 && /^(?:a|ait|aient|avait|haya|hayan|hubiera|ha|abbia)$/.test(before) ? last : null);
    // "否认向俄罗斯提供武器": who stands behind a preposition is met.
    if (does && does !== s.first && words[does.from - 1]?.role?.class !== 'prep') control(s, does.actors);
  } else if (
    form === 'B' &&
    !words.slice(0, at).some(({ role }) => role?.class === 'who') &&
    !policy.idafa &&
    !policy.prepositionsFirst &&
    !(s.controlled && !isPlain(policy))
  ) {
    const led = romance && last.to === at - 1 && Boolean(words[at - 2]?.naming) && /^(?:à|a|de|d')$/.test(before);
    const bare =
      !isPlain(policy) && whom !== null && Boolean(words[at - 1]?.naming) && words.slice(0, at - 1).some(({ naming }) => naming !== null);
    if (bare || led || (whom && whom !== s.subject && s.subject && (!isPlain(policy) || s.prep === null))) control(s, undefined);
  }
}

const perhaps = /^(?:womöglich|möglicherweise|vielleicht|eventuell)$/;

/** What opens a clause: "weil es Tschad bombardiert", ", Tschad angegriffen zu haben": of whom a German clause tells is not said in it. */
export function open(s: State): void {
  const { words, policy, context } = s;
  // "опровергла, что Польша атаковала Сербию"
  if (policy.cases && context.mode === 'denied' && words[0]?.text === 'что') s.may = true;
  if (policy.cases && context.held && words[0]?.text === 'что') s.may = true;
  if (!policy.verbLast) return;
  if (isOpenWho(s)) s.may = true;
  // "will, dass Serbien abzieht": another shall do it.
  if (words[0]?.text === 'dass' && context.mode === 'planned') s.may = true;
  // "hat Belgrad womöglich getroffen": the verb stands before it by now.
  if (words.some(({ text }) => perhaps.test(text))) s.may = true;
  if (/^(?:er|sie|es)$/.test(words[0]?.text ?? '')) control(s, undefined);
  if (words.at(-1)?.text === 'haben' && words.some(({ text }) => text === 'zu' || text.endsWith(' zu'))) s.may = true;
}

/** "weil Kenia Tschad angreift", "lässt Kenia Tschad angreifen", "Haben Drohne abgeschossen", "hilft Kenia, Tschad zu bombardieren": a German clause that leaves open who does it to whom. */
function isOpenWho({ words, context }: State): boolean {
  if (/^(?:haben|hätten)$/.test(words[0]?.text ?? '')) return true;
  const named = words.some(({ naming }, at) => naming?.sort === 'name' && words[at + 1]?.naming?.sort === 'name');
  if (
    named &&
    (begins.test(words[0]?.text ?? '') ||
      (words[0]?.naming && isPredicate(words.at(-1)?.role)) ||
      words.some(({ text }) => lets.test(text)))
  )
    return true;
  const helped =
    context.mode === 'done' &&
    context.accusedBy === null &&
    context.last !== null &&
    context.last !== context.subject &&
    words[0]?.text !== 'um';
  return helped && words.some(({ text, role }) => text === 'zu' || (role?.form === 'B' && text.startsWith('zu ')));
}

/** They open a clause with its verb at the end. */
const begins = /^(?:weil|da|während|obwohl|indem|bis|sobald|solange)$/;
const lets = /^(?:lässt|lassen|ließ|ließen)$/;
