// Reads a clause from left to right, as a hurried reader does: who is named before the act did it, who is named after it was met by it;
// "by" and passives turn that round, prepositions and cases say who else. What it cannot place it leaves open.

import { blamedIn } from './accusing.js';
import { mutual } from './actions.js';
import { putOffAwaited } from './awaited.js';
import { bringForward, pivot } from './chinese-objects.js';
import { openClause } from './clause-openings.js';
import { tellsOfObject } from './doubts.js';
import { enterAct, pastUnknown, relative } from './going-on.js';
import { isIn } from './groups.js';
import { isTight } from './joints.js';
import type { Entry } from './lexicon-file.js';
import { not, warnOff } from './negation.js';
import { readPhrase } from './phrases.js';
import { place } from './placing.js';
import { isPlain, type Policy } from './policy.js';
import { begin, verb } from './predicates.js';
import { has, isPredicate } from './roles.js';
import { according, announce, hearsay, ourselves, said, saysOfHimself } from './speech.js';
import { type Context, freshState, type Scan, type State } from './state.js';
import { isFatal, meetsSufferer } from './suffering.js';
import { agreeTogether } from './together.js';
import { dropClosedMissions, dropUndone } from './undone.js';
import { isWarnedOf, tellTo } from './urging.js';
import { passiveLight } from './voice.js';
import { must, refusal } from './willing.js';
import type { Word } from './words.js';

/** The acts of one clause, in order of their words. */
export function scanClause(words: readonly Word[], policy: Policy, context: Context): Scan {
  return run(freshState(words, policy, context));
}

function run(s: State): Scan {
  if (s.mode === 'done' && s.words.some(({ role }) => role?.class === 'how' && role.form === 'U')) s.mode = 'planned';
  openClause(s);
  if (s.mode === 'done' && isPlain(s.policy) && s.words.some((word) => isIn(word, 'hearsay')))
    Object.assign(s, { mode: 'claimed', saidBy: '' });
  for (let at = 0; at < s.words.length; ) {
    const role = s.words[at]?.role ?? null;
    const next = role ? step(s, role, at) : null;
    if (next !== null) {
      at = next;
      continue;
    }
    const phrase = readPhrase(s.words, at, s.policy);
    if (!phrase) {
      at++;
      continue;
    }
    place(s, phrase);
    s.prep = null;
    at = phrase.to;
    if (phrase.verbFollows) {
      s.unknown = true;
      if (!s.open?.noun) s.open = null;
      at++;
    }
  }
  refusal(s);
  dropUndone(s);
  dropClosedMissions(s);
  putOffAwaited(s);
  if (s.announces) for (const draft of s.drafts) announce(draft);
  return {
    drafts: s.drafts,
    subject: s.first ?? s.lead,
    last: s.last,
    waiting: s.waiting,
    mode: s.mode,
    held: s.may || s.refusing,
    accusedBy: s.accused ? s.saidBy : null,
    blamed: blamedIn(s),
  };
}

/** Takes a word of the grammar; null where the word begins a phrase. */
function step(s: State, role: Entry, at: number): number | null {
  if (isPredicate(role)) enterAct(s, role, at);
  switch (role.class) {
    case 'prep':
      if (s.prep === null || !role.frame.includes('of')) s.prep = role.frame;
      if (s.policy.idafa && s.open?.action === 'threaten' && role.frame.includes('from')) s.may = true;
      return at + 1;
    case 'be':
      s.be = true;
      return at + 1;
    case 'have':
      s.have = true;
      return at + 1;
    case 'hear':
      hearsay(s, role, at);
      return at + 1;
    case 'not':
      not(s, role, at);
      return at + 1;
    case 'may':
      s.may ||= !must(s, role, at);
      return at + 1;
    case 'plan':
      return plan(s, role, at);
    case 'who':
      relative(s, role, at);
      return pastUnknown(s, at + 1);
    case 'say':
      if (role.form === 'A' && (has(s.words[at + 1], 'prep') || at === s.words.length - 1) && s.subjectAct) return at + 1;
      if (role.frame[0] === 'of') return according(s, at + 1);
      said(s, role);
      return at + 1;
    case 'the':
      return isPredicate(s.words[at + 1]?.role) ? at + 1 : null;
    case 'stop':
      s.open = null;
      return at + 1;
    case 'it':
      ourselves(s, at);
      return at + 1;
    case 'and':
    case 'part':
      return at + 1;
    case 'light':
      return light(s, role, at);
    case 'give':
    case 'take':
      if (tellsOfObject(s, role, at)) return at + 1;
      // "advierte contra el envío de tropas": what is warned of is not done by who warns.
      if (s.policy.adjectiveAfter && s.open?.action === 'threaten' && !s.open.noun && isWarnedOf(s.words, at)) s.may = true;
      pivot(s, at);
      if (bringForward(s, role)) return at + 1;
      s.giving = role;
      s.givingWord = s.words[at] ?? null;
      s.light = { ...role, class: 'light' };
      s.open = null;
      s.first ??= s.subject;
      passiveLight(s, role);
      return at + 1;
    case 'suffer':
      if (isFatal(s, role)) return at + 1;
      s.first ??= s.subject;
      if (role.action) s.may ||= begin(s, { ...role, form: 'P' }, at, true).action === 'condemn';
      else s.suffer = !meetsSufferer(s) && s.words[at - 1]?.role?.class !== 'the'; // "les victimes de l'attaque"
      return at + 1;
    case 'verb':
    case 'vow':
    case 'refuse':
    case 'urge':
    case 'call':
    case 'deny':
    case 'undo':
      if (role.written === 'not to' && warnOff(s)) return at + 1;
      // "Russian strikes leave thousands without power in Ukraine": what a blow leaves is told of the blow.
      if (isPlain(s.policy) && /^lea(?:ve|ves|ving)$/.test(role.written) && (s.subjectAct || !s.words[at + 1]?.naming)) {
        s.unknown = true;
        return at + 1;
      }
      verb(s, role, at);
      return at + 1;
    default:
      return null;
  }
}

/** A verb that takes its act from the noun behind it; "Moscow-led alliance" is told by the hyphen. */
function light(s: State, role: Entry, at: number): number {
  if (isPlain(s.policy) && isTight(s.words, at - 1)) return at + 1;
  pivot(s, at);
  // "Norway-UK pact signed": two are named, and it came off.
  if (isPlain(s.policy) && role.form === 'A' && s.open?.noun && mutual.has(s.open.action) && s.open.source?.length === 2)
    s.open.filled = true;
  s.light = role;
  s.open = null;
  passiveLight(s, role);
  return at + 1;
}

function plan(s: State, role: Entry, at: number): number {
  const before = s.words[at - 1];
  if (
    role.form === 'F' &&
    !s.policy.idafa &&
    before &&
    (before.mark === "'s" || before.role?.class === 'the' || before.role?.class === 'prep' || before.naming?.sort === 'adjective')
  ) {
    s.may = true;
    return at + 1;
  }
  if (tellTo(s, role, at)) return at + 1;
  // "asks Uganda for weapons to fight Chad": whoever asks will fight, or nobody says who.
  if (isPlain(s.policy) && s.mode === 'demanded' && s.last && s.words[s.last.from - 1]?.text === 'for') s.may = true;
  if (role.form === 'U') s.be = false;
  agreeTogether(s, role, at);
  const purpose = (s.open !== null || s.unknown) && !s.controlled && role.form !== 'F';
  if (s.blamer) return at + 1;
  if (s.mode === 'claimed' && saysOfHimself(s, before)) s.mode = 'planned';
  else if (s.mode === 'claimed') s.may = true;
  else if (purpose) s.may = true;
  else if (s.mode === 'done') s.mode = 'planned';
  if (role.form === 'F') s.light = { ...role, class: 'light' };
  if (!purpose) s.open = null;
  return at + 1;
}
