// What stands behind an act of some kinds is placed in a way of that kind's own: of what one is accused, warned or sentenced to, whose goods
// are banned, with what somebody is struck.

import { forceful, mutual } from './actions.js';
import { type Draft, sourceOf } from './drafts.js';
import { callHome, giveEnvoys } from './envoys.js';
import { isIn } from './groups.js';
import type { Prep } from './lexicon-file.js';
import { charge, meet } from './meet.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { goFrom, takeBackFrom } from './rebels.js';
import { askFor } from './requests.js';
import { sentence } from './sentencing.js';
import { only, type State } from './state.js';
import { strikeWith, struckBefore } from './struck-with.js';
import { turnPassive } from './turned-passive.js';
import { urgeOrProtest } from './urging.js';

/** What follows acts that take it in a way of their own; true where it was placed. */
export function attachByAction(s: State, draft: Draft, preps: readonly Prep[], phrase: Phrase, act: Draft | null): boolean {
  if (
    act &&
    draft === s.blamer &&
    !act.source &&
    draft.target &&
    (preps.includes('for') || preps.includes('of') || preps.includes('about'))
  ) {
    charge(draft, act);
    act.dropped ||= phrase.led;
    return true;
  }
  if (act && mediate(s, draft, preps, act)) return true;
  if (act && dropCharge(s, draft, preps, act)) return true;
  if (!act && isWhither(s, draft, preps, phrase)) return true;
  if (!act && blameOn(s, draft, preps, phrase)) return true;
  const blow = preps.includes('with') && !preps.includes('by') ? struckBefore(s, draft, act) : null;
  if (blow && strikeWith(s, blow, phrase, act)) return true;
  if (s.policy.prepositionsFirst && draft.action === 'mobilise_or_drill' && preps.includes('with') && phrase.head === 'actor') {
    if (draft.source) draft.source = [...draft.source, ...phrase.actors];
    return true;
  }
  const weapon = phrase.head === 'armed' || phrase.goods !== null;
  if (s.policy.idafa && !act && weapon && preps.includes('with') && forceful.has(draft.action) && (draft.noun || draft.passive)) {
    if (!draft.source && phrase.actors.length > 0) draft.source = phrase.actors;
    return true;
  }
  if (!act && (giveEnvoys(s, draft, preps, phrase) || callHome(s, draft, preps, phrase))) return true;
  if (draft.action === 'mobilise_or_drill' && draft.goods && preps.some((prep) => draft.frame.includes(prep))) {
    if (phrase.actors.length > 0 ? phrase.head !== 'thing' : phrase.head === 'people') {
      draft.action = 'attack';
      meet(s, draft, phrase, act);
    }
    return true;
  }
  if (!act && preps.includes('from') && !preps.includes('by'))
    if (goFrom(draft, phrase) || takeOrigin(s, draft, phrase) || takeBackFrom(draft, phrase)) return true;
  // "rally against a war with Iran": the war is with Iran.
  if (draft.action === 'protest' && draft.filled && preps.includes('with')) return true;
  if (turnPassive(s, draft, preps, phrase, act)) return true;
  // "réclame un accès à Gaza", "exige ayuda para Ucrania": where and for whom something is asked for is nobody who is asked.
  if (!act && draft.action === 'demand' && draft.filled && !draft.passive && !draft.noun)
    if (
      ((phrase.place || !preps.includes('to')) && preps.includes('in')) ||
      (s.policy.adjectiveAfter && preps.includes('for') && phrase.actors.length > 0)
    )
      return true;
  const answered = draft.action === 'condemn' && draft.frame[0] === 'from';
  if (preps.includes('in') && draft.passive && (draft.action === 'demand' || answered) && draft.source === null) {
    draft.source = sourceOf(phrase, draft.action);
    return true;
  }
  if (preps.includes('between') && draft.noun && (mutual.has(draft.action) || draft.frame.includes('each'))) {
    giveParties(draft, phrase);
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
    // "hit by cyberattack": no blow by force.
    if (act.action === 'cyber') draft.action = 'cyber';
    act.dropped = true;
    return true;
  }
  if (act && dropHeldUp(s, draft, act)) return true;
  if (!act && preps.includes('for') && askFor(s, draft, phrase)) return true;
  if (act && giveStriker(draft, act, preps)) return true;
  if (urgeOrProtest(s, draft, preps, phrase, act)) return true;
  if (draft.action === 'threaten' && !draft.noun && !draft.target && preps.includes('about') && phrase.actors.length > 0 && !phrase.mixed) {
    draft.target = phrase.actors;
    draft.filled = true;
    return true;
  }
  if (act && act.mode !== 'threatened' && draft.action === 'threaten' && !draft.noun && draft !== s.threat && isOfWarning(preps)) {
    warn(draft, act);
    return true;
  }
  return !act && sentence(s, draft, preps, phrase);
}

/** "sign ceasefire with Qatar's mediation": who mediates is no party to it. True where he does. */
function mediate({ subject }: State, { action, source }: Draft, preps: readonly Prep[], act: Draft): boolean {
  if (act.action !== 'mediate' || !mutual.has(action) || !(preps.includes('with') || preps.includes('by'))) return false;
  const between = source ?? subject?.actors;
  if (act.source && between?.length) Object.assign(act, { target: [...between], filled: true, subject: true, bare: false });
  else act.dropped = true;
  return true;
}

/** "deporta a Chad a un predicador": of two behind "a" the first says whither. */
function isWhither({ policy, words }: State, { action, noun, filled }: Draft, preps: readonly Prep[], { from, to }: Phrase): boolean {
  if (action !== 'expel' || noun || filled || !policy.adjectiveAfter || policy.idafa || !preps.includes('to')) return false;
  return to === from + 1 && words[from]?.naming?.sort === 'name' && /^(?:a|al|à)$/.test(words[to]?.text ?? '');
}

/** "اتهام إثيوبيا بقصف": what somebody is accused of is said, and whose the accusation is, open. True where it is dropped. */
function dropCharge({ policy }: State, { action, noun }: Draft, preps: readonly Prep[], act: Draft): boolean {
  if (!policy.idafa || action !== 'accuse' || !noun || !preps.includes('with')) return false;
  act.dropped = true;
  return true;
}

const hinders = /veto|вето|否决/;

/** "drops veto on aid to Kyiv": what was held up is not yet done. True where it was. */
function dropHeldUp({ words }: State, draft: Draft, act: Draft): boolean {
  if (draft.action !== 'withdraw_or_yield' || draft.frame[0] !== 'none') return false;
  if (!hinders.test(words.find(({ start }) => start === draft.start)?.role?.written ?? '')) return false;
  act.dropped = true;
  return true;
}

/** "kills a commander in strike on Beirut": it is his strike. True where it is. */
function giveStriker(draft: Draft, act: Draft, preps: readonly Prep[]): boolean {
  if (!forceful.has(draft.action) || !forceful.has(act.action) || draft.passive || draft.noun || act.source || !preps.includes('in'))
    return false;
  Object.assign(act, { source: draft.source, mode: draft.mode, saidBy: draft.saidBy, subject: true });
  return true;
}

/** Between whom talks or a meeting is: "Treffen zwischen Kairo und Athen in Rom" is of one with the other, and there is only where. */
function giveParties(draft: Draft, { head, actors }: Phrase): void {
  draft.source = head === 'actor' ? actors : undefined;
  draft.filled = true;
  if (draft.action === 'visit_or_meet' && draft.source?.length === 2)
    [draft.source, draft.target] = [draft.source.slice(0, 1), draft.source.slice(1)];
}

/** What is seized or banned comes from somewhere: whose goods are banned is met by it, and nobody by what is seized. True where it does. */
function takeOrigin(s: State, draft: Draft, phrase: Phrase): boolean {
  // "seizes 300 kilos from Colombia", "seized on way from Tunis": what comes from there is taken from nobody, and by somebody else.
  if (draft.action === 'seize_or_occupy' && draft.filled) return draft.passive || s.last?.amount === true || isContraband(s);
  // "bans seafood imports from Japan": they are Japan's.
  if (draft.action !== 'restrict' || draft.noun || !draft.filled || draft.target || !isTraded(s)) return false;
  if (phrase.head === 'actor' && !phrase.mixed) draft.target = phrase.actors;
  return true;
}

function isContraband({ words, last }: State): boolean {
  return last !== null && words.slice(last.from, last.to).some((word) => isIn(word, 'narcotic'));
}

function isTraded({ words, last }: State): boolean {
  return last !== null && last.head !== 'actor' && words.slice(last.from, last.to).some((word) => isIn(word, 'traded'));
}

/** What one warns of, warns before, or warns off. */
function isOfWarning(preps: readonly Prep[]): boolean {
  return preps.includes('of') || warned.some((prep) => preps.includes(prep));
}

const warned: readonly Prep[] = ['about', 'in', 'from', 'against'];

/** "warns of a Russian attack": he does not threaten with it. */
function warn(draft: Draft, act: Draft): void {
  if (draft.frame.includes('reply')) return;
  if (act.source) Object.assign(act, { mode: 'claimed', saidBy: only(draft.source) });
  else act.dropped = true;
  draft.dropped ||= !draft.filled;
}

/** "blames strike on Moscow", "pins blast on Russia": who stands behind "on" is accused of it, and not met by it. True where one does. */
function blameOn(s: State, draft: Draft, preps: readonly Prep[], phrase: Phrase): boolean {
  const { blamer } = s;
  if (!isPlain(s.policy) || blamer?.via?.draft !== draft || phrase.actors.length === 0) return false;
  const said = s.words.find(({ start }) => start === blamer.start)?.text ?? '';
  if (!(preps.includes('against') ? /^(?:blam|pin)/ : /^attribut/).test(said) || (/^attribut/.test(said) && !preps.includes('to')))
    return false;
  Object.assign(blamer, { target: phrase.actors, via: null, filled: true });
  charge(blamer, draft);
  return true;
}
