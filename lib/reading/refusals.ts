// Acts that keep another from being done, or ask for it: refusals, denials, negations, courts that stop a state, and what one should do.
import type { Action } from './actions.js';
import type { Draft } from './drafts.js';
import type { Entry } from './lexicon-file.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import type { Act } from './reading.js';
import { isNamelessSeat } from './seats.js';
import { control, only, type State } from './state.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** 日方应停止…: who says so demands it of the subject, who is to do what follows. */
export function owes(s: State, draft: Draft): void {
  const who = draft.source;
  Object.assign(draft, {
    action: 'demand',
    source: s.saidBy ? [s.saidBy] : undefined,
    target: who,
    filled: true,
    mode: 'done',
    saidBy: null,
    dropped: s.may,
  });
  s.mode = 'demanded';
  s.may ||= !s.saidBy;
  control(s, who);
}

/** To refuse or deny something is an act by itself: nobody is met by it. */
export function close(draft: Draft, action: Action, role: Entry): void {
  draft.action = role.action ?? action;
  draft.target = null;
  draft.filled = true;
  draft.refused = true;
}

const shared = new Set(['EU', 'AU-UNION', 'ECOWAS', 'OAS', 'UN', 'ICC', 'ICJ']);

/** What a court stops or lifts is its own state's doing; a court of several states rules upon one of them. */
export function courtRules(s: State, draft: Draft, court: Phrase): void {
  // "court orders Uganda to pay": it rules upon another state than its own.
  const verb = s.words.findIndex(({ start }) => start === draft.start);
  const asked = draft.action === 'demand' && court.actors.every((id) => /^[A-Z]{2}$/.test(id) && id !== 'EU');
  draft.dropped ||=
    asked && s.words.slice(verb, verb + 2).some(({ naming }) => naming?.state && !court.actors.includes(naming.ids[0] as string));
  draft.action = 'legislate_or_rule';
  if (court.actors.some((id) => shared.has(id))) return;
  draft.dropped ||= isNamelessSeat(s.words[court.from]);
  draft.target = court.actors.length > 0 ? court.actors : null;
  draft.filled = court.actors.length > 0 && draft.frame.includes('obj');
  if (court.actors.length === 0) draft.frame = ['obj'];
  // 法官叫停将乌干达人遣送土耳其: what a court stops is not done, and whoever was to be sent home is not ruled upon.
  if (!s.policy.prepositionsFirst || !s.words.slice(verb + 1).some(({ role }) => isPredicate(role))) return;
  draft.dropped ||= court.actors.length === 0;
  s.may = true;
}

/** A court that orders something rules; who has to do it may be anybody. True where a court does. */
export function ruleByOrder(s: State, draft: Draft): boolean {
  const court = s.subject?.court ? s.subject : null;
  if (!court) return false;
  courtRules(s, draft, court);
  draft.dropped ||= court.actors.length === 0;
  s.may = true;
  return true;
}

/** "will not condemn": to say no is an act of its own, and what is not done is not told. */
export function negate(s: State, draft: Draft, role: Entry): void {
  const speaks = s.never && ((s.saidBy !== null && only(draft.source) === s.saidBy) || s.context.official);
  const refuses = speaks || draft.mode === 'planned' || role.form === 'U' || (role.form === 'F' && role.action === 'support_or_recognise');
  draft.dropped = true;
  if (!draft.source || draft.passive || s.context.asked) return;
  if (!refuses) {
    if (role.form !== 'B' || isPlain(s.policy)) denyOwn(s, draft);
    return;
  }
  s.drafts.push({
    ...draft,
    action: 'reject',
    target: null,
    filled: true,
    refused: true,
    mode: 'done',
    frame: ['none'],
    dropped: false,
    saidBy: null,
  });
}

/** What one says of himself not to have done, of what one is reproached with. */
const reproached = new Set<Action>(['attack', 'cyber', 'seize_or_occupy', 'supply_arms', 'expel', 'coerce']);

/** "Beijing: we did not arm Moscow": who says so denies it. */
function denyOwn(s: State, draft: Draft): void {
  const speaker = s.saidBy;
  if (!speaker || only(draft.source) !== speaker || !reproached.has(draft.action)) return;
  s.drafts.push({
    ...draft,
    ...{ action: 'deny', target: null, filled: true, refused: true, mode: 'done', frame: ['none'], dropped: false, saidBy: null },
  });
  Object.assign(draft, { dropped: false, mode: 'denied' });
}

/** "禁止向以色列出售武器": what is forbidden is kept from whom it would reach. */
export function forbid(s: State, before: Draft | undefined, draft: Draft): void {
  if (!before || (before.action !== 'restrict' && !before.undo) || before.noun || before.filled) return;
  if (before === s.undo) s.undo = null;
  Object.assign(before, { action: 'restrict', undo: false, via: { draft, of: 'target' }, filled: true });
  draft.dropped = true;
}

/** How far before its verb a no may stand to belong to it, in UTF-16 units. */
const mostBetween = 24;

/** A refusal told by a verb with its "not": "will not impose" and not "impose" is what says so. */
export function withItsNo(act: Act, words: readonly Word[]): Act {
  if (act.action !== 'reject') return act;
  const no = words.find(({ role, start, end }) => role?.class === 'not' && end <= act.start && act.start - start <= mostBetween);
  const parted = no !== undefined && words.some(({ mark, start }) => mark !== '' && start > no.start && start < act.start);
  return no === undefined || parted ? act : { ...act, start: no.start };
}
