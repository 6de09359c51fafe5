// Gives an act what follows it: whom it meets, by whom, where, and of what one is accused.
import { forceful, mutual } from './actions.js';
import { type Draft, sourceOf } from './drafts.js';
import type { Prep } from './lexicon-file.js';
import { charge, meet } from './meet.js';
import { doneBy, isVictim, shells, turnsRound } from './owners.js';
import type { Phrase } from './phrase.js';
import { raise } from './reach.js';
import { only, type State } from './state.js';
import { strikesWithout, struckBefore } from './struck-with.js';
import { urgesOrProtests } from './urging.js';

export function attach(s: State, preps: readonly Prep[], phrase: Phrase, act: Draft | null): void {
  const draft = s.open;
  if (!draft || draft === act) return;
  if (!act && phrase.head === 'nature' && draft.action === 'attack') draft.dropped = true;
  if (draft.takes) {
    if ((preps.includes('from') || preps.includes('of') || preps.includes('to')) && !draft.source)
      draft.source = sourceOf(phrase.head === 'people' ? { ...phrase, head: 'actor' } : phrase, draft.action);
    return;
  }
  if (attachByAction(s, draft, preps, phrase, act)) return;
  if (s.policy.idafa && s.undo?.via?.draft === draft && draft.action === 'sanction' && preps.includes('against')) raise(s, s.undo, draft);
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
  if (preps.includes('in') && comesBetween(s, draft, phrase.to)) return;
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
    draft.byNamed = draft.noun && preps.includes('by');
    s.lastRole = 'source';
    return;
  }
  if (
    draft.frame.some((prep) => preps.includes(prep)) &&
    !(preps.includes('of') && shells(draft, phrase.actors)) &&
    (!draft.filled || (draft.target === null && !draft.passive && draft.via === null && draft.action !== 'expel'))
  ) {
    meet(s, draft, phrase, act);
    return;
  }
  if (preps.includes('by') && draft.passive && draft.source === null) {
    draft.source = sourceOf(phrase, draft.action);
    return;
  }
  if (preps.includes('of') && draft.noun && !draft.filled && isVictim(draft, phrase)) {
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
  if (act || !preps.includes('in') || phrase.mixed || phrase.head === 'private' || draft.place || judgedThere(s, draft)) return;
  s.lastRole = 'place';
  if (phrase.actors.length > 0) draft.place = phrase.actors;
  draft.seat = phrase.head === 'actor' && !phrase.place && phrase.to > phrase.from + 1;
}

/** "Rencontre à Mascate entre ...": the parties are still to come. */
function comesBetween({ words, policy }: State, { noun, action }: Draft, from: number): boolean {
  const role = words[from]?.role;
  return policy.adjectiveAfter && !policy.idafa && noun && mutual.has(action) && role?.class === 'prep' && role.frame[0] === 'between';
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
    act.dropped ||= phrase.led;
    return true;
  }
  const blow = preps.includes('with') && !preps.includes('by') ? struckBefore(s, draft, act) : null;
  if (blow && strikesWithout(s, blow, phrase, act)) return true;
  if (s.policy.prepositionsFirst && draft.action === 'mobilise_or_drill' && preps.includes('with') && phrase.head === 'actor') {
    if (draft.source) draft.source = [...draft.source, ...phrase.actors];
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
  // "seizes 300 kilos from Colombia": so much of a thing comes from somewhere, and is taken from nobody.
  if (draft.action === 'seize_or_occupy' && draft.filled && preps.includes('from') && s.last?.amount === true) return true;
  // "rally against a war with Iran": the war is with Iran.
  if (draft.action === 'protest' && draft.filled && preps.includes('with')) return true;
  if (turnsPassive(draft, preps, phrase, act)) return true;
  if (preps.includes('in') && draft.passive && draft.action === 'demand' && draft.source === null) {
    draft.source = sourceOf(phrase, draft.action);
    return true;
  }
  if (preps.includes('between') && draft.noun && (mutual.has(draft.action) || draft.frame.includes('each'))) {
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
  if (urgesOrProtests(s, draft, preps, phrase, act)) return true;
  if (draft.action === 'threaten' && !draft.noun && !draft.target && preps.includes('about') && phrase.actors.length > 0 && !phrase.mixed) {
    draft.target = phrase.actors;
    draft.filled = true;
    return true;
  }
  if (act && draft.action === 'threaten' && !draft.noun && draft !== s.threat && warned.some((prep) => preps.includes(prep))) {
    warn(draft, act);
    return true;
  }
  if (draft.action === 'condemn' && preps.includes('to') && !act && phrase.actors.length === 0 && draft.filled && !draft.via) {
    draft.action = 'arrest_or_try';
    draft.target = draft.target?.includes('@opposition') ? draft.target : null;
    return true;
  }
  return false;
}

/** What one warns of, warns before, or warns off. */
const warned: readonly Prep[] = ['about', 'in', 'from'];

/** "warns of a Russian attack": he does not threaten with it. */
function warn(draft: Draft, act: Draft): void {
  if (act.source) Object.assign(act, { mode: 'claimed', saidBy: only(draft.source) });
  else act.dropped = true;
  draft.dropped ||= !draft.filled;
}

/** "expulsés de Russie", "visé par des sanctions": who expels stands behind "from", and sanctions hit nobody by force. */
function turnsPassive(draft: Draft, preps: readonly Prep[], phrase: Phrase, act: Draft | null): boolean {
  if (!act && draft.passive && draft.action === 'expel' && draft.source === null && preps.includes('from') && phrase.head === 'actor') {
    draft.source = phrase.actors;
    return true;
  }
  if (act && draft.passive && draft.action === 'attack' && preps.includes('by') && !forceful.has(act.action) && !draft.merged) {
    draft.dropped = true;
    Object.assign(act, { target: draft.target, filled: true });
    return true;
  }
  return false;
}

/** Whoever condemns what happens in a place need not mean whose the place is. */
function judgedThere(s: State, draft: Draft): boolean {
  return draft.action === 'condemn' && (s.policy.idafa || s.policy.prepositionsFirst);
}
