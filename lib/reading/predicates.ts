// What a verb makes of the clause so far: a draft of an act with its subject, and what it means for the verbs behind it.
import { accuse } from './accusing.js';
import { type Action, forceful, type Mode } from './actions.js';
import { isNobodys, takeAsObject } from './agreement.js';
import { attach } from './attach.js';
import { asksNobody, companion, isSummons, killed, pivotOf } from './chinese-objects.js';
import { actionOf, isPassedOver, isWorkOf } from './deed-of-subject.js';
import { keepsBack } from './deliveries.js';
import { byName, isBareInvaded, isDoubtful, isPunished, isSacked, tellsOfObject } from './doubts.js';
import { type Draft, draftOf, type Party, sourceOf, targetOf } from './drafts.js';
import { isIn } from './groups.js';
import { callsNames, isOnlySought } from './infinitives.js';
import type { Entry } from './lexicon-file.js';
import { meet } from './meet.js';
import { menace } from './menace.js';
import { ends } from './negation.js';
import { isSeat } from './owners.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { close, courtRules, negate, owes, ruleByOrder } from './refusals.js';
import { seatOf } from './seats.js';
import { control, only, type State } from './state.js';
import { isPassive, sufferer } from './voice.js';
import type { Word } from './words.js';

/** What is done about another's act is done to who did it. */
const judged = new Set<Action>(['condemn', 'reject']);

/** Takes the verb at `at`: its draft, and what it makes of the verbs behind it. */
export function verb(s: State, role: Entry, at: number): void {
  const passive = isPassive(s, role, at);
  const draft = begin(s, role, at, passive);
  switch (role.class) {
    case 'vow':
      s.mode = 'threatened';
      if (role.action === null) Object.assign(draft, { action: 'threaten', dropped: true, vows: true });
      s.threat = draft;
      control(s, draft.source);
      s.light = { ...role, class: 'light' };
      break;
    case 'refuse':
      draft.dropped ||= s.saidBy !== null && !s.subject;
      close(draft, 'reject', role);
      s.refusing = true;
      control(s, draft.source);
      break;
    case 'deny':
      close(draft, 'deny', role);
      s.mode = 'denied';
      s.saidBy ??= only(draft.source);
      control(s, draft.source);
      s.light = { ...role, class: 'light' };
      break;
    case 'urge':
      if (role.form === 'U') {
        owes(s, draft);
        break;
      }
      if (!passive && ruleByOrder(s, draft)) break;
      draft.action = role.action ?? 'demand';
      draft.calls = asksNobody(s, role, at);
      s.mode = 'demanded';
      control(s, null);
      break;
    case 'call':
      draft.action = role.action ?? 'demand';
      draft.calls = true;
      draft.dropped ||= callsNames(s, role, at);
      s.mode = 'demanded';
      control(s, undefined);
      break;
    case 'undo':
      if (draft.action !== 'legislate_or_rule') ends(s, draft, at);
      break;
    default:
      if (role.action === 'accuse') accuse(s, draft, role, at, passive);
  }
  s.be = false;
  // "dément avoir armé"
  s.have = role.class === 'deny' && /(?:avoir|haber|aver|ter)$/.test(role.written);
  s.not = false;
}

/**
 * Puts the draft of a verb behind the others, opens it, and attaches what waited before it. Its subject comes from the clause before where
 * this one names none.
 */
export function begin(s: State, role: Entry, at: number, passive: boolean): Draft {
  const word = s.words[at] as Word;
  const impersonal = s.policy.cases && role.form !== 'B' && !passive && takeAsObject(s, word);
  const action = actionOf(s, role, passive);
  const inherits =
    !s.subject &&
    !s.controlled &&
    s.antecedent === null &&
    s.drafts.length === 0 &&
    s.pending.length === 0 &&
    s.context.subject !== null &&
    !(s.policy.verbFirst && role.form === 'F' && !s.context.subject);
  const pivot = pivotOf(s, at);
  if (pivot && (pivot.action === 'restrict' || pivot.action === 'reject')) s.may = true;
  const subject = pivot ? s.last : (companion(s) ?? s.subject ?? (inherits ? s.context.subject : null));
  s.first ??= subject;
  const told = s.policy.idafa && s.open?.noun && s.last?.act && s.last.to === at ? s.open : s.subjectAct;
  const done = passive || !isWorkOf(told, action) ? null : told;
  const hit = !passive && role.form !== 'B' && !s.controlled && subject?.place === true && forceful.has(action) && s.policy.cases;
  const turned = passive || hit;
  const reduced = passive && role.class !== 'suffer' && !s.be;
  const met = reduced && action !== 'reject' ? lastNamed(s, subject) : subject;
  const speaks = s.policy.prepositionsFirst && s.drafts.length === 0 && s.context.saidBy && s.saidBy === s.context.saidBy && !passive;
  if (speaks && !s.subject && !s.controlled) s.announces = true;
  const own: Party = (role.form === 'W' || speaks) && !s.subject && !s.controlled && s.saidBy ? [s.saidBy] : null;
  const seat = s.policy.cases && !subject && !s.controlled ? seatOf(s, word, action) : null;
  if (done && isScene(s, done)) done.source = null;
  const source: Party = done ? done.source : seat ? seat : own ? own : s.controlled ? s.actor : sourceOf(subject, action);
  if (done) done.dropped = true;
  const draft = draftOf(role, word, {
    action: done?.action ?? (subject?.court && action === 'condemn' && !passive ? 'arrest_or_try' : action),
    merged: done,
    source: turned ? null : source,
    target: turned ? (s.controlled && !s.subject ? s.actor : isPunished(s, met, action) ? null : targetOf(met, action)) : null,
    filled: turned,
    subject: subject !== null || s.controlled || own !== null,
    mode: modeOf(s, role, passive),
    saidBy: s.saidBy,
    dropped: s.may || (s.refusing && !isPassedOver(pivot, action)) || (role.form === 'U' && s.mode === 'claimed'),
    passive: turned,
    punished: s.punisher !== null,
    ofPeople: subject?.head === 'people',
    soft: passive && /^warn/.test(role.written), // of what comes: nobody threatens
  });
  if (
    subject?.court &&
    !turned &&
    !keepsBack(s, draft, at, subject) &&
    (action === 'restrict' ||
      action === 'expel' ||
      action === 'legislate_or_rule' ||
      action === 'withdraw_or_yield' ||
      action === 'sanction')
  )
    courtRules(s, draft, subject);
  if (passive && judged.has(action) && s.subjectAct && subject?.act)
    Object.assign(draft, { target: null, via: { draft: s.subjectAct, of: 'source' }, filled: true });
  // "attaque repoussée": a blow is beaten off, and nobody says no to it.
  if (passive && action === 'reject' && s.subjectAct && forceful.has(s.subjectAct.action)) draft.dropped = true;
  if (turned && (met?.head === 'private' || (met?.head === 'people' && action === 'arrest_or_try'))) draft.private = true;
  if (draft.private && s.policy.prepositionsFirst && action !== 'arrest_or_try' && !killed.test(role.written)) draft.dropped = true;
  if (passive && action === 'appoint_or_elect') draft.source = subject?.head === 'actor' ? subject.actors : null;
  draft.leader = byName(s, role, turned ? met : subject, turned);
  if (turned && met?.head === 'armed' && met.goods !== null && action === 'attack') draft.dropped = true;
  Object.assign(draft, turned ? sufferer(s, met, subject, action) : { weak: subject?.head === 'thing' });
  draft.falls = role.action === 'visit_or_meet' && draft.action === 'attack';
  if ((!turned && isDoubtful(s, draft, role, subject, at)) || isOnlySought(s, role, at)) draft.dropped = true;
  if (tellsOfObject(s, role, at) || isBareInvaded(s, draft, at) || isSacked(draft, role, met)) draft.dropped = true;
  if (s.not) negate(s, draft, role);
  if (s.refusing && role.class === 'verb' && role.form === 'B') draft.dropped = true;
  if (passive && draft.subject === false && s.drafts.length === 0) s.waiting.push(draft);
  s.drafts.push(draft);
  // 召见大使抗议: he protests by calling the envoy in.
  if (s.policy.prepositionsFirst && action === 'protest' && s.drafts.some((one) => one !== draft && isSummons(one))) draft.dropped = true;
  draft.impersonal = impersonal && /(?:ли|лись|ют|ут|ат|ят)$/.test(word.text);
  if (isNobodys(s, role, at)) Object.assign(draft, { impersonal: true, subject: true, source: null, private: action === 'arrest_or_try' });
  menace(s, draft, role.class === 'verb');
  s.open = draft;
  s.light = null;
  if (s.antecedent !== null && !passive) {
    draft.target = targetOf(s.antecedent, action);
    draft.filled = true;
    s.antecedent = null;
  }
  if (s.object && !draft.filled && draft.frame.includes('obj')) meet(s, draft, s.object, null);
  s.object = null;
  for (const one of s.pending.splice(0)) if (!isSeat(s, one)) attach(s, one.preps, one.phrase, one.act);
  s.open = draft;
  return draft;
}

/** "the depot of Rosneft bombed": a participle with nothing before it tells of the last one named. */
function lastNamed(s: State, subject: Phrase | null): Phrase | null {
  const { policy, first, last, lastRole, pending, controlled, words } = s;
  if (policy.verbLast || policy.prepositionsFirst || !subject || !last || last === subject || lastRole === 'place' || controlled)
    return subject;
  // "navire kényan livrant des armes à Athènes coulé": what it brought is told between.
  if (policy.adjectiveAfter && subject.goods !== null) return first;
  // "Судно Кении с оружием для Ирана потоплено": for whom and with whom is told between.
  if (policy.cases && pending.some(({ phrase, preps }) => phrase === last && !preps.includes('of'))) return subject;
  // "Greek embassy in Egypt attacked", "Embassy of Greece in Egypt attacked": where it stands is not what was met.
  const seat = isIn(words[subject.to - 1], 'envoy');
  const stands = pending.some(
    ({ phrase, preps }) =>
      phrase === last &&
      subject.actors.length > 0 &&
      (preps.includes('to') || (preps.includes('in') && (seat || subject.to >= phrase.from - 2))),
  );
  const seated = pending.some((one) => one.phrase === last && isSeat(s, one));
  return stands || seated ? subject : last;
}

/** "Mali attack kills soldier": a land before such a noun says where it was, or who did it; nobody knows which. */
function isScene({ policy, subject, words }: State, { target }: Draft): boolean {
  if (!isPlain(policy) || !subject || target?.length || !isIn(words[subject.to - 1], 'anywhere')) return false;
  const before = words.slice(subject.from, subject.to - 1);
  return before.some(({ naming }) => naming?.state && naming.sort === 'name') && !before.some(({ mark }) => mark === "'s");
}

/** How real it is: a participle behind what is planned or vowed tells of what was done. */
function modeOf({ mode, be }: State, { form }: Entry, passive: boolean): Mode {
  if (form === 'U' && mode === 'done') return 'planned';
  return passive && !be && (mode === 'planned' || mode === 'threatened') ? 'done' : mode;
}
