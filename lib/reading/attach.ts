// Gives an act what follows it: whom it meets, by whom, where, and of what one is accused.
import { type Action, forceful, mutual } from './actions.js';
import { type Draft, sourceOf, targetOf } from './drafts.js';
import type { Prep } from './lexicon-file.js';
import { doneBy, shells, turnsRound } from './owners.js';
import type { Phrase } from './phrase.js';
import { only, type State } from './state.js';

/** Who turns these away turns upon whom they would help. */
const helps = new Set<Action>(['aid', 'supply_arms', 'support_or_recognise']);
/** Who speaks so of an act speaks of who does it. */
const judges = new Set<Action>(['condemn', 'accuse', 'reject', 'demand']);

export function attach(s: State, preps: readonly Prep[], phrase: Phrase, act: Draft | null): void {
  const draft = s.open;
  if (!draft || draft === act) return;
  if (!act && phrase.head === 'nature' && draft.action === 'attack') draft.dropped = true;
  if (draft.takes) {
    if ((preps.includes('from') || preps.includes('of') || preps.includes('to')) && !draft.source)
      draft.source = sourceOf(phrase, draft.action);
    return;
  }
  if (attachByAction(s, draft, preps, phrase, act)) return;
  if (s.policy.idafa && s.undo?.via?.draft === draft && preps.includes('from') && !draft.filled) {
    meet(s, draft, phrase, act);
    return;
  }
  if (s.policy.adjectiveAfter && preps.includes('of') && !draft.noun && !draft.filled && !draft.passive && draft.frame.includes('obj')) {
    meet(s, draft, phrase, act);
    return;
  }
  if (
    act &&
    draft.action === 'threaten' &&
    draft.filled &&
    !draft.noun &&
    preps.includes('with') &&
    (!act.source || act.source === draft.source)
  ) {
    Object.assign(act, {
      mode: 'threatened',
      source: draft.source,
      target: draft.target,
      saidBy: only(draft.source),
      subject: true,
      filled: true,
    });
    return;
  }
  if (!act && turnsRound(draft, preps)) {
    doneBy(draft, phrase);
    s.lastRole = 'source';
    return;
  }
  if (
    (preps.includes('by') || (preps.includes('from') && draft.frame.includes('from'))) &&
    (draft.passive || draft.noun) &&
    !draft.source &&
    (!preps.includes('of') || draft.frame.includes('from'))
  ) {
    draft.source = sourceOf(phrase, draft.action);
    s.lastRole = 'source';
    return;
  }
  if (
    draft.frame.some((prep) => preps.includes(prep)) &&
    !(preps.includes('of') && shells(draft, phrase.actors)) &&
    (!draft.filled || (draft.target === null && !draft.passive && draft.via === null))
  ) {
    meet(s, draft, phrase, act);
    return;
  }
  if (preps.includes('by') && draft.passive && draft.source === null) {
    draft.source = sourceOf(phrase, draft.action);
    return;
  }
  if (preps.includes('of') && draft.noun && draft.frame.includes('obj') && !draft.filled && !shells(draft, phrase.actors)) {
    meet(s, draft, phrase, act);
    return;
  }
  if (preps.includes('of') && draft.noun && draft.source === null) {
    draft.source = sourceOf(phrase, draft.action);
    draft.bare = false;
    return;
  }
  if (
    draft.action === 'mediate' &&
    draft.filled &&
    draft.target &&
    phrase.head === 'actor' &&
    (preps.includes('with') || preps.includes('between'))
  ) {
    draft.target = [...draft.target, ...phrase.actors];
    return;
  }
  if (act || !preps.includes('in') || phrase.mixed || phrase.head === 'private' || draft.place) return;
  s.lastRole = 'place';
  if (phrase.actors.length > 0) draft.place = phrase.actors;
}

/** What follows acts that take it in a way of their own; true where it was placed. */
function attachByAction(s: State, draft: Draft, preps: readonly Prep[], phrase: Phrase, act: Draft | null): boolean {
  if (
    act &&
    draft === s.blamer &&
    !act.source &&
    draft.target &&
    (preps.includes('for') || preps.includes('of') || preps.includes('about'))
  ) {
    charge(s, draft, act);
    return true;
  }
  const weapon = phrase.head === 'armed' || phrase.goods !== null;
  if (s.policy.idafa && !act && weapon && preps.includes('with') && forceful.has(draft.action) && (draft.noun || draft.passive)) {
    if (!draft.source && phrase.actors.length > 0) draft.source = phrase.actors;
    return true;
  }
  if (draft.action === 'mobilise_or_drill' && draft.goods && preps.some((prep) => draft.frame.includes(prep))) {
    if (phrase.actors.length > 0 ? phrase.head !== 'thing' : phrase.head === 'people') {
      draft.action = 'attack';
      meet(s, draft, phrase, act);
    }
    return true;
  }
  if (preps.includes('in') && draft.passive && draft.action === 'demand' && draft.source === null) {
    draft.source = sourceOf(phrase, draft.action);
    return true;
  }
  if (preps.includes('between') && draft.noun && mutual.has(draft.action)) {
    draft.source = phrase.head === 'actor' ? phrase.actors : undefined;
    draft.filled = true;
    return true;
  }
  if (
    act &&
    (draft.passive || draft.frame.includes('by')) &&
    draft.source === null &&
    forceful.has(draft.action) &&
    forceful.has(act.action) &&
    !(act.source && act.bare) &&
    (preps.includes('in') || preps.includes('by') || preps.includes('of') || (preps.includes('with') && s.policy.idafa))
  ) {
    draft.source = act.source;
    draft.merged = act;
    act.dropped = true;
    return true;
  }
  // "mahnt Kigali zum Abzug": the one who is urged is to do it.
  if (
    act &&
    draft.action === 'demand' &&
    !draft.noun &&
    draft.target &&
    !act.source &&
    preps.includes('to') &&
    !preps.includes('against')
  ) {
    Object.assign(act, { source: draft.target, mode: 'demanded', saidBy: only(draft.source), subject: true });
    return true;
  }
  if (draft.action === 'threaten' && !draft.noun && !draft.target && preps.includes('about') && phrase.actors.length > 0 && !phrase.mixed) {
    draft.target = phrase.actors;
    draft.filled = true;
    return true;
  }
  if (
    act &&
    draft.action === 'threaten' &&
    !draft.noun &&
    draft !== s.threat &&
    (preps.includes('about') || preps.includes('in') || preps.includes('from'))
  ) {
    // "warns of a Russian attack": he does not threaten with it.
    if (act.source) Object.assign(act, { mode: 'claimed', saidBy: only(draft.source) });
    else act.dropped = true;
    draft.dropped ||= !draft.filled;
    return true;
  }
  if (draft.action === 'condemn' && preps.includes('to') && !act && phrase.actors.length === 0 && draft.filled) {
    draft.action = 'arrest_or_try';
    draft.target = draft.target?.includes('@opposition') ? draft.target : null;
    return true;
  }
  return false;
}

/** Whether what is done about an act is done to whom it meets, and not to who does it. */
function isUponTarget(s: State, draft: Draft, act: Draft): boolean {
  return draft === s.undo || draft.action === 'threaten' || (helps.has(act.action) && !(act.source && judges.has(draft.action)));
}

/** "its ships": those of the first one named, unless he is who strikes them. */
function ownedBy(s: State, draft: Draft, phrase: Phrase): Phrase {
  const owner = s.first ?? s.subject;
  const strikes = owner?.actors.some((id) => draft.source?.includes(id)) ?? true;
  if (phrase.actors.length > 0 || strikes || owner?.head !== 'actor' || owner.mixed || draft.source === undefined) return phrase;
  return { ...phrase, actors: owner.actors };
}

export function meet(s: State, draft: Draft, phrase: Phrase, act: Draft | null): void {
  draft.filled = true;
  if (act && draft.action === 'legislate_or_rule') {
    act.dropped = true;
    draft.target = phrase.mixed || phrase.actors.length === 0 ? draft.target : phrase.actors;
  } else if (act) {
    draft.via = { draft: act, of: isUponTarget(s, draft, act) ? 'target' : 'source' };
    if (draft === s.undo) act.dropped = true;
    if (draft.action === 'demand') act.mode = 'demanded';
    const foreign = draft.action === 'threaten' && act.source && !act.subject;
    if (foreign && draft.noun) draft.via = { draft: act, of: 'source' };
    else if (foreign) draft.dropped = act.dropped = true;
    else if (draft.action === 'threaten') Object.assign(act, { mode: 'threatened', source: draft.source, saidBy: only(draft.source) });
    if (draft.action === 'accuse') Object.assign(act, { mode: 'claimed', saidBy: only(draft.source) });
  } else {
    const whom = phrase.loose ? { ...phrase, head: 'actor' as const } : phrase;
    draft.target = targetOf(phrase.own ? ownedBy(s, draft, phrase) : whom, draft.action);
    if (forceful.has(draft.action) && phrase.goods?.action === 'aid') draft.dropped = true;
    if (draft.action === 'seize_or_occupy' && phrase.head === 'private' && s.policy.prepositionsFirst) draft.action = 'arrest_or_try';
    if (draft.frame.includes('none') && phrase.head === 'actor' && phrase.to === phrase.from + 1) draft.dropped = true;
    if (s.policy.idafa && forceful.has(draft.action) && phrase.head === 'thing' && phrase.actors.length === 0) draft.weak = true;
    s.lastRole = 'target';
    if (draft.action === 'attack' && phrase.head === 'armed' && (phrase.actors.length === 0 || (phrase.goods !== null && s.policy.spaced)))
      draft.dropped = true;
  }
  if (s.mode === 'demanded' && s.controlled && s.actor === null) s.actor = sourceOf(phrase, 'other');
  if (draft === s.blamer && !act) {
    s.actor = sourceOf(phrase, 'other');
    s.saidBy = only(draft.source) ?? '';
  }
}

/** What one is accused of, told as a noun, was done to the accuser if to nobody else. */
export function charge(_s: State, blame: Draft, act: Draft): void {
  Object.assign(act, { source: blame.target, mode: 'claimed', saidBy: only(blame.source), subject: true, charged: true });
}
