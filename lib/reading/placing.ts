// Where a phrase belongs: before an act its subject, behind it the one it meets, behind a preposition what that says.

import { forceful, mutual } from './actions.js';
import { isMetBehind } from './agreement.js';
import { attach } from './attach.js';
import { casePreps } from './case-preps.js';
import { type Draft, reachThings, sourceOf, targetOf } from './drafts.js';
import { handOver } from './gifts.js';
import { isIn } from './groups.js';
import type { Prep } from './lexicon-file.js';
import { charge, meet } from './meet.js';
import { nounAct } from './noun-acts.js';
import { giveAid, isOfPerson, possess } from './owners.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { askFor } from './requests.js';
import { has } from './roles.js';
import { giveOwner, isHimself } from './speech.js';
import { control, only, type State } from './state.js';

/** Arabic "by" before a town is "in". */
const within: readonly Prep[] = ['in'];

const ideas = /^(?:plans?|proposals?|ideas?|schemes?|bids?|push|scenarios?|prospects?|blueprints?)$/;

/** A phrase where it stands: before the act, after it, or behind a preposition. */
export function place(s: State, phrase: Phrase): void {
  const former = s.lastRole;
  s.lastRole = null;
  if (owned(s, phrase, former)) return;
  if (isHimself(s, phrase)) return;
  giveOwner(s, phrase);
  const takes = s.giving?.class === 'take' && phrase.goods !== null;
  const topic = s.policy.prepositionsFirst && s.prep?.includes('about') === true;
  const act = topic
    ? null
    : phrase.act && !takes
      ? nounAct(s, phrase)
      : s.giving && (s.prep === null || s.prep.includes('of') || s.prep.includes('with'))
        ? handOver(s, phrase)
        : null;
  if (act && s.unknown && s.policy.prepositionsFirst) act.dropped = true;
  if (act?.goods) s.prep = null;
  if (s.recipient === phrase && (s.policy.idafa || ((s.policy.verbLast || isPlain(s.policy)) && s.subject !== null))) {
    s.last = phrase;
    return;
  }
  if (act && s.policy.prepositionsFirst && s.prep?.includes('against') && !phrase.mixed) {
    const holder =
      s.last?.to === phrase.from - 1 && s.last.head === 'actor' && act.action !== 'appoint_or_elect' ? sourceOf(s.last, act.action) : null;
    const target = phrase.actors.length > 0 ? phrase.actors : null;
    Object.assign(act, { target, source: act.subject ? act.source : holder, filled: true, bare: false });
    s.prep = null;
  }
  const inside = s.policy.idafa && phrase.place && !act && s.prep?.includes('with');
  const preps = inside ? within : (s.prep ?? casePreps(s, phrase));
  if (preps === null && !act && s.light && !s.giving && s.policy.spaced && !s.policy.verbFirst && s.light.class === 'light') s.light = null;
  if (act && preps !== null && s.open?.action === 'visit_or_meet' && !s.open.noun) {
    act.dropped = true;
    if (act.action === 'negotiate' && !s.open.filled && s.open.source?.length === 2) s.open.action = 'negotiate';
    return;
  }
  // "mediates a truce between": it is not signed.
  if (act && ((s.open?.action === 'mediate' && !s.open.noun && mutual.has(act.action)) || giveAid(s, act, preps))) {
    act.dropped = true;
    return;
  }
  // "rejects plan for US takeover": what is only thought of is not done.
  if (act && isPlain(s.policy) && preps?.includes('for') && ideas.test(s.words[s.last ? s.last.to - 1 : -1]?.text ?? ''))
    act.mode = 'planned';
  // "judge blocks deployment of troops": what a court stops is not done.
  if (act && preps === null && s.open?.action === 'legislate_or_rule' && !s.open.noun && s.subject?.court && isPlain(s.policy))
    act.dropped = true;
  const none = s.policy.spaced && !s.policy.idafa && has(s.words[phrase.from - 1], 'not');
  // "ne condamne pas l'attaque": the blow fell all the same.
  const passedOver = s.open?.action === 'condemn' && !s.open.noun && act !== null && forceful.has(act.action);
  if (act && s.not && act.mode !== 'denied' && (none || !mutual.has(act.action)) && !passedOver && !act.refused) act.dropped = true;
  if (preps !== null) behind(s, preps, phrase, act);
  else bareNamed(s, phrase, act);
  if (act) s.open = act;
  if (act && s.subject === phrase) s.subjectAct = act;
  else if (s.subject === phrase) s.subjectAct = null;
  if (s.undo && act && s.undo.via?.draft === act) s.open = act;
  s.last = phrase;
  if (preps === null) s.lead ??= phrase;
}

/** "by drones of Ukraine", "on the president of Colombia": the last one named gets its owner. */
function owned(s: State, phrase: Phrase, former: State['lastRole']): boolean {
  const { open, last } = s;
  const preps = s.prep ?? casePreps(s, phrase);
  if (!open || !last || former === null || !preps?.includes('of') || phrase.act || last.act || phrase.mixed) return false;
  if (phrase.actors.length === 0 && last.actors.length === 0) {
    s.lastRole = former;
    return true;
  }
  // "запретила ввоз угандийской сои": what is traded is his.
  const traded = s.policy.cases && open.action === 'restrict' && isIn(s.words[last.to - 1], 'traded');
  const chain =
    (traded || (s.policy.adjectiveAfter && !s.policy.idafa)) &&
    former === 'target' &&
    phrase.head === 'thing' &&
    reachThings.has(open.action);
  if (last.actors.length > 0 || (phrase.head !== 'actor' && phrase.head !== 'people' && !chain)) return false;
  // "urges isolation of Israel": it is about him, and asked of others.
  if (former === 'target' && open.action === 'demand' && last.head === 'thing' && isPlain(s.policy)) return false;
  last.actors.push(...phrase.actors);
  last.place = phrase.place;
  if (former === 'place') open.place = last.head === 'private' ? open.place : last.actors;
  else if (former === 'target') open.target = targetOf(last, open.action);
  else open.source = sourceOf({ ...last, place: false }, open.action);
  s.lastRole = former;
  return true;
}

function bareNamed(s: State, phrase: Phrase, act: Draft | null): void {
  const { open } = s;
  if (s.policy.prepositionsFirst && s.be && (s.subject || s.controlled) && !act) {
    s.pending.push({ preps: ['by'], phrase, act });
    return;
  }
  if (s.tells) {
    s.tells = false;
    const party = sourceOf(phrase, 'announce_or_state');
    s.saidBy = only(party) ?? '';
    s.first ??= phrase;
    control(s, only(party) === null ? undefined : party);
    return;
  }
  if (s.addressed) {
    s.addressed = false;
    if (isPlain(s.policy)) s.addressedTo = phrase;
    return;
  }
  if (s.unknown && (!open || open.noun) && !act) {
    // 土耳其担心叙利亚袭击: behind a verb nobody knows another name may act or be met.
    if (s.policy.prepositionsFirst && phrase.actors.length > 0) control(s, undefined);
    return;
  }
  // "Россию накрыл ураган": nature strikes nobody.
  if (open && phrase.head === 'nature' && !open.noun && !open.subject) open.dropped = true;
  if (
    open &&
    !open.noun &&
    !open.passive &&
    !open.subject &&
    s.policy.verbFirst &&
    phrase.case !== 'acc' &&
    !phrase.oblique &&
    !isMetBehind(s, open, phrase) &&
    !act &&
    !phrase.place &&
    (phrase.head === 'actor' || phrase.head === 'armed')
  ) {
    open.source = sourceOf(phrase, open.action);
    open.subject = true;
    s.subject = phrase;
    s.first ??= phrase;
    if (s.controlled && s.mode !== 'claimed' && !(s.policy.idafa && s.mode === 'demanded')) s.actor = open.source;
    return;
  }
  if (open && open === s.blamer && open.filled && act && !act.source && open.target) {
    charge(open, act);
    act.dropped ||= phrase.led;
    return;
  }
  if (open?.passive && !open.subject && !open.target && !act && (s.policy.verbFirst || s.policy.adjectiveAfter)) {
    open.subject = true;
    open.private = phrase.head === 'private' || (phrase.head === 'people' && open.action === 'arrest_or_try');
    open.target = targetOf(phrase, open.action);
    s.lastRole = 'target';
    return;
  }
  // "nominates Trump for Nobel": nobody appoints whom another state has.
  const foreign = phrase.actors.some((id) => !open?.source?.includes(id)) && isIn(s.words[phrase.to - 1], 'leader');
  if (open?.action === 'appoint_or_elect' && !open.noun && foreign) open.dropped = true;
  if (open && !open.noun && !open.filled && open.frame.includes('obj')) {
    meet(s, open, phrase, act);
    return;
  }
  if (open?.noun && s.policy.idafa && open.source && !open.filled && open.frame.includes('obj') && !act && phrase.from === s.last?.to) {
    meet(s, open, phrase, act);
    return;
  }
  if (act ? s.light !== null || s.suffer : open?.filled && askFor(s, open, phrase)) return;
  if (phrase.case === 'acc' || (phrase.oblique && !s.subject)) {
    s.object = phrase;
    return;
  }
  if (open && !open.noun && s.policy.spaced && !s.controlled && s.mode === 'done' && open.filled === false) return;
  if (s.open?.noun && !act && s.policy.spaced && s.last !== null && phrase.from === s.last.to && phrase.actors.length === 0) return;
  s.subject = phrase;
  if (act && s.policy.spaced) s.subject = phrase;
  if (s.mode === 'claimed' && s.saidBy !== null) s.controlled = false;
  if (s.mode === 'demanded') s.controlled = false;
}

function behind(s: State, preps: readonly Prep[], phrase: Phrase, act: Draft | null): void {
  if (!s.policy.prepositionsFirst && s.open && s.open !== act) {
    attach(s, preps, phrase, act);
    return;
  }
  // "Raketen aus dem Libanon", "roquettes de Gaza": whence they come is not whose they are; "les drones de Moscou" are his.
  const arms = preps.includes('from') && (s.last?.head === 'armed' || s.last?.goods?.action === 'supply_arms');
  const launched = arms && (phrase.place || s.words[phrase.to - 1]?.naming?.country !== false);
  const owns = (preps.includes('of') && !launched) || (preps.includes('in') && s.last?.seated === true);
  if (owns && s.last && s.last.actors.length === 0 && !s.open && s.subject === s.last) {
    if (!isOfPerson(s, s.last, phrase)) possess(s.last, phrase);
    return;
  }
  const takes = s.open && !s.open.filled && preps.some((prep) => (prep === 'with' || prep === 'from') && s.open?.frame.includes(prep));
  if (s.open && s.open !== act && (s.open.noun || s.policy.spaced || takes)) {
    attach(s, preps, phrase, act);
    return;
  }
  const holder = s.last?.to === phrase.from - 1 ? s.last : null;
  s.pending.push({ preps: launched ? ['from'] : preps, phrase, act, holder });
}
