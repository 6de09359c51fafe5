// Gives an act what follows it: whom it meets, by whom, where, and of what one is accused.

import { accusedBy } from './accusing.js';
import { type Action, mutual } from './actions.js';
import { attachByAction } from './attach-by-action.js';
import { type Draft, sourceOf } from './drafts.js';
import { embattled } from './embattled.js';
import { dropStruckOnPaper } from './figurative.js';
import { isIn } from './groups.js';
import type { Prep } from './lexicon-file.js';
import { meet } from './meet.js';
import { giveDoer, isVictim, shells, strikeTeller, turnsRound } from './owners.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { raise } from './reach.js';
import { only, type State } from './state.js';

/** Whoever else is named behind what they meet is not met by them. */
const once = new Set<Action>(['expel', 'accuse']);

/** Gives the open act the phrase behind `preps`, and `act` where the phrase tells one. Nothing is changed where no act is open, or it takes none. */
export function attach(s: State, preps: readonly Prep[], phrase: Phrase, act: Draft | null): void {
  const draft = s.open;
  if (!draft || draft === act) return;
  // "struck and killed by train": neither was a blow.
  if (!act && phrase.head === 'nature' && draft.action === 'attack')
    for (const one of s.drafts) one.dropped ||= one === draft || (draft.passive && one.passive && one.source === null);
  if (draft.takes) {
    if ((preps.includes('from') || preps.includes('of') || preps.includes('to')) && !draft.source)
      draft.source = sourceOf(phrase.head === 'people' ? { ...phrase, head: 'actor' } : phrase, draft.action);
    return;
  }
  if (!act && preps.includes('by') && dropStruckOnPaper(s, draft, phrase)) return;
  if (attachByAction(s, draft, preps, phrase, act)) return;
  raiseDuties(s, draft, preps);
  if (s.policy.idafa && s.undo?.via?.draft === draft && preps.includes('from') && !draft.filled) {
    meet(s, draft, phrase, act);
    return;
  }
  if (s.policy.adjectiveAfter && preps.includes('of') && !draft.noun && !draft.filled && !draft.passive && draft.frame.includes('obj')) {
    meet(s, draft, phrase, act);
    return;
  }
  if (act && threatenWith(s, draft, preps, act)) return;
  if (preps.includes('in') && (comesBetween(s, draft, phrase.to) || isSeatOf(s, draft, phrase))) return;
  if (!act && strikeTeller(draft, preps, phrase)) return;
  if (!act && turnsRound(draft, preps)) {
    giveDoer(draft, phrase);
    s.lastRole = 'source';
    return;
  }
  // "weapons seized from Iran": taken from him, and not by him.
  if (preps.includes('from') && !preps.includes('by') && draft.passive && draft.action === 'seize_or_occupy') return;
  if (
    (preps.includes('by') || (preps.includes('from') && draft.frame.includes('from')) || isAtWhose(draft, preps)) &&
    (draft.passive || draft.noun) &&
    (!draft.source || (draft.noun && draft.mode === 'denied' && preps.includes('by'))) &&
    (!preps.includes('of') || draft.frame.includes('from') || isAtWhose(draft, preps))
  ) {
    if (draft.action === 'accuse' && draft.passive) accusedBy(s, draft, phrase);
    else draft.source = sourceOf(phrase, draft.action);
    draft.byNamed = draft.noun && preps.includes('by');
    s.lastRole = 'source';
    return;
  }
  // "Apoyo de Chile a Palestina": whose it is stands first, and whom it meets behind him.
  if (!act && preps.includes('of') && isGivenOn(s, draft, phrase)) {
    draft.source = sourceOf(phrase, draft.action);
    blameGiver(s, draft);
    return;
  }
  if (
    draft.frame.some((prep) => preps.includes(prep)) &&
    !(preps.includes('of') && shells(draft, phrase.actors)) &&
    (!draft.filled || (draft.target === null && !draft.passive && draft.via === null && !once.has(draft.action)))
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
  if (act || !preps.includes('in') || phrase.mixed || phrase.head === 'private' || draft.place || isNoPlace(s, draft, phrase)) return;
  s.lastRole = 'place';
  if (phrase.actors.length > 0) draft.place = phrase.actors;
  if (isTriedThere(s, draft, phrase)) draft.source = phrase.actors;
  draft.abroad = s.words[phrase.to - 1]?.naming?.country === true;
  draft.seat = phrase.head === 'actor' && !phrase.place && phrase.to > phrase.from + 1;
}

/** "threatens Spain with an embargo", "menace l'Espagne d'un embargo". True where that is threatened. */
function threatenWith({ threat, policy }: State, draft: Draft, preps: readonly Prep[], act: Draft): boolean {
  const with_ = preps.includes('with') || (draft === threat && preps.includes('of') && policy.adjectiveAfter && !policy.idafa);
  if (draft.action !== 'threaten' || !draft.filled || draft.noun || !with_ || (act.source && act.source !== draft.source)) return false;
  const parties = { source: draft.source, target: draft.target, saidBy: only(draft.source), filled: true };
  Object.assign(act, { ...parties, mode: 'threatened', subject: true });
  return true;
}

/** "Вызван в МИД Кении": whose ministry it is did it. */
function isAtWhose({ passive, noun, frame }: Draft, preps: readonly Prep[]): boolean {
  return passive && !noun && preps.includes('of') && frame.includes('by') && frame.includes('of');
}

/** What is given to somebody: whose it is stands before him. */
function isGivenOn({ words }: State, { noun, source, filled, frame }: Draft, { head, to }: Phrase): boolean {
  if (!noun || source !== null || filled || head !== 'actor' || !frame.includes('to')) return false;
  const next = words[to]?.role;
  return (
    next?.class === 'prep' &&
    next.frame.includes('to') &&
    !next.frame.includes('of') &&
    words.slice(to + 1, to + 4).some(({ naming, role }) => naming !== null || role?.class === 'noun')
  );
}

/** "rechaza la venta de armas de Perú a Chile": who speaks so of what is given speaks of its giver, once he is named. */
function blameGiver({ drafts }: State, gift: Draft): void {
  for (const { action, via } of drafts)
    if (via?.draft === gift && via.of === 'target' && (action === 'condemn' || action === 'reject')) via.of = 'source';
}

/** "Rencontre à Mascate entre ...": the parties are still to come. */
function comesBetween({ words, policy }: State, { noun, action }: Draft, from: number): boolean {
  const role = words[from]?.role;
  return policy.adjectiveAfter && !policy.idafa && noun && mutual.has(action) && role?.class === 'prep' && role.frame[0] === 'between';
}

/** "Sommet de l'OCS en Chine": where an organisation holds its summit is visited by nobody. */
function isSeatOf({ words }: State, { noun, action, source, start }: Draft, { act }: Phrase): boolean {
  const organised = source?.every((id) => id.length > 2 && !id.startsWith('@')) === true;
  return noun && action === 'visit_or_meet' && !act && organised && summits.test(words.find((word) => word.start === start)?.text ?? '');
}

/** 加拿大公民在中国被判死刑: a land's name says whose court it was, a town says only where; who is held is so by the police there. */
function isTriedThere({ words, policy }: State, { passive, source, action, start }: Draft, { actors, place }: Phrase): boolean {
  if (!policy.prepositionsFirst || !passive || source !== null || action !== 'arrest_or_try' || actors.length !== 1) return false;
  const verb = words.find((word) => word.start === start)?.text ?? '';
  return (place ? /^被拘/ : /判|刑|罪|狱|^被拘/).test(verb) && !actors.some((id) => embattled.has(id));
}

const summits = /^(?:summit|gipfel|sommet|cumbre|vertice|c[uú]pula|саммит|峰会|قمة)/;

/** Whoever condemns what happens in a place need not mean whose the place is; "near Sudan border" is this side of it. */
function isNoPlace({ policy, words }: State, draft: Draft, { from, to }: Phrase): boolean {
  // "frente a Túnez": off its coast.
  if (/^frente a$/.test(words[from - 1]?.text ?? '') && to === from + 1) return true;
  if (isPlain(policy) && isIn(words[to - 1], 'border')) return true;
  return draft.action === 'condemn' && (policy.idafa || policy.prepositionsFirst);
}

/** Arabic "يرفع الرسوم على" raises duties, "يعلق" and "يلغي" end them whatever follows. */
function raiseDuties(s: State, draft: Draft, preps: readonly Prep[]): void {
  const { undo } = s;
  if (!s.policy.idafa || undo?.via?.draft !== draft || draft.action !== 'sanction' || !preps.includes('against')) return;
  if (s.words.some(({ start, text }) => start === undo.start && /رفع$/.test(text))) raise(s, undo, draft);
}
