// Whom an act meets, or what other act it is about; and what somebody is accused of.
import { type Action, forceful, helpful, mutual } from './actions.js';
import { type Draft, sourceOf, targetOf } from './drafts.js';
import { figureOfSpeech, isHisThing } from './figurative.js';
import { isIn } from './groups.js';
import type { Phrase } from './phrase.js';
import { isPlain } from './policy.js';
import { afloat, concernsOnly, isStateAlone, isStruckForState, ownedBy } from './reach.js';
import { bandBehind, homeOf } from './rebels.js';
import { only, type State } from './state.js';
import { isUponAnother } from './whose-deed.js';
import type { Word } from './words.js';

/** What is not done where somebody blocks it. */
const hindered = new Set<Action>(['sanction', 'aid', 'supply_arms', 'agree_or_sign', 'trade_deal']);
/** Who speaks so of an act speaks of who does it. */
const judges = new Set<Action>(['condemn', 'accuse', 'reject', 'demand']);

/** Whether what is done about an act is done to whom it meets, and not to who does it: who turns help away turns upon whom it would help. */
function isUponTarget(s: State, draft: Draft, act: Draft): boolean {
  // "exige ayuda para Ucrania": it is asked of others.
  const helps = helpful.has(act.action) && !(act.source && judges.has(draft.action)) && draft.action !== 'demand';
  return draft === s.undo || draft.action === 'threaten' || helps;
}

/** What one breaks by force. */
const truces =
  /truce|cease-?fire|armisti|waffen(?:ruhe|stillstand)|feuerpause|перемири|прекращени|режим|тишин|trêve|cessez|tr[eé]gua|cese|cessar|cessate|alto el fuego|停火|休战|هدن|إطلاق/;

/** "kills climate plan", "violates nuclear deal": nobody is struck where a plan is ended or a deal broken. */
function isFigurative(draft: Draft, word: Word | undefined, isAct: boolean): boolean {
  if (draft.undo) return isAct && !truces.test(word?.text ?? '');
  return !draft.noun && draft.frame.includes('by') && (word?.role?.class === 'thing' || word?.role?.action === 'agree_or_sign');
}

/**
 * Makes the phrase whom `draft` meets or, where the phrase tells an act, what `draft` is about. Either may be dropped by it, or become
 * another action.
 */
export function meet(s: State, draft: Draft, phrase: Phrase, act: Draft | null): void {
  // "attack on Pakistan rally": those who rallied are struck.
  if (act?.action === 'protest' && draft.action === 'attack' && isPlain(s.policy)) {
    act.dropped = true;
    meet(s, draft, { ...phrase, head: 'people', act: null }, null);
    return;
  }
  draft.filled = true;
  if (!act && draft.undo && draft.instead) {
    const curbs = s.words[phrase.to - 1]?.role?.action === 'restrict';
    const frame = curbs ? draft.instead.frame : [...draft.instead.frame, 'whom' as const];
    Object.assign(draft, { undo: false, action: draft.instead.action, frame });
    s.undo = null;
  }
  const word = s.words[phrase.act?.at ?? phrase.to - 1];
  if (/^(?:him|her|it|them|your|my|our)sel(?:f|ves)$/.test(word?.text ?? '')) draft.dropped = true;
  if (draft.action === 'attack' && (isIn(word, 'symbol') || isFigurative(draft, word, act !== null))) draft.dropped = true;
  figureOfSpeech(s, draft, phrase, act);
  // "lifts levy": it may end it or raise it.
  if (draft.undo && isIn(word, 'levy') && s.words.some(({ start, text }) => start === draft.start && /^lift/.test(text)))
    draft.dropped = true;
  // "seizes 40 kilos of cocaine in Peru": nothing of the land is seized.
  if (draft.action === 'seize_or_occupy' && !act && isIn(word, 'contraband')) draft.private = true;
  // "throws out case": what is thrown out is no person.
  if (act && draft.action === 'expel') draft.action = 'reject';
  const left = leaveTalks(s, draft, act, word?.text ?? '');
  if (act && draft.action === 'legislate_or_rule') {
    act.dropped = true;
    draft.target = phrase.mixed || phrase.actors.length === 0 ? draft.target : phrase.actors;
  } else if (act && draft.action === 'mediate' && phrase.actors.length > 0 && !phrase.mixed) {
    draft.target = phrase.actors;
  } else if (act) {
    meetAct(s, draft, phrase, act, left);
  } else {
    const last = s.words[phrase.to - 1]?.naming;
    draft.town =
      phrase.place ||
      phrase.head === 'people' ||
      phrase.head === 'thing' ||
      (last?.state === true && last.sort === 'name' && !last.country);
    // "slashes tariffs on US wheat": they are spared for their state.
    const spared =
      phrase.head === 'thing' && s.words.some(({ start, role }) => start === draft.start && /tariff|dut/.test(role?.written ?? ''));
    const whom =
      phrase.loose || isHisThing(s, draft, phrase) || (spared && draft.action === 'withdraw_or_yield')
        ? { ...phrase, head: 'actor' as const }
        : phrase;
    draft.target = targetOf(phrase.own ? ownedBy(s, draft, phrase) : whom, draft.action);
    if (isPlain(s.policy)) concernsOnly(s, draft, phrase, word?.text ?? '');
    // "sanctions Russian tankers", "freezes assets of a Russian tycoon": they are struck for their state.
    if (draft.action === 'sanction' && phrase.head === 'private' && !phrase.place && isPlain(s.policy))
      draft.target = isStruckForState(phrase.actors, word?.text ?? '') ? phrase.actors : null;
    draft.private ||= isForHimself(draft, phrase, word);
    draft.dropped ||= forceful.has(draft.action) && isHelp(s, phrase);
    if (isTakenFromState(s, draft, phrase) || isSoughtByMany(draft, phrase)) draft.target = phrase.actors;
    if (draft.action === 'seize_or_occupy' && afloat.test(s.words[phrase.to - 1]?.text ?? '')) draft.private = draft.target === null;
    if (
      draft.action === 'seize_or_occupy' &&
      s.policy.prepositionsFirst &&
      (phrase.head === 'private' || /人员$|记者$|人质$|渔民$|船员$|公民$/.test(word?.text ?? ''))
    )
      Object.assign(draft, { action: 'arrest_or_try', target: targetOf(phrase, 'arrest_or_try') });
    // "captures three Mossad agents": who is taken is a person.
    if (draft.action === 'seize_or_occupy' && isIn(word, 'wanted') && isPlain(s.policy))
      Object.assign(draft, { action: 'arrest_or_try', target: null });
    if (s.policy.idafa && draft.action === 'attack' && draft.frame.includes('about') && isStateAlone(s, phrase)) draft.action = 'condemn';
    if (draft.frame.includes('none') && phrase.head === 'actor' && phrase.to === phrase.from + 1) draft.dropped = true;
    draft.weak ||= s.policy.idafa && forceful.has(draft.action) && phrase.head === 'thing' && phrase.actors.length === 0;
    if (draft.target === null && (phrase.head === 'people' || phrase.head === 'actor')) draft.home = homeOf(s, draft);
    if (isIn(s.words[phrase.to - 1], 'leader')) draft.leader = 'met';
    s.lastRole = 'target';
    if (
      draft.action === 'attack' &&
      phrase.head === 'armed' &&
      (phrase.actors.length === 0 || (phrase.goods !== null && s.policy.spaced && !s.policy.cases))
    ) {
      // "kills 30 militants near the border": they are struck for themselves, and not for whose land it is.
      const band = bandBehind(s, phrase.to);
      if (band && phrase.actors.length === 0) draft.target = band;
      else if (phrase.actors.length === 0 && (isIn(word, 'band') || isDowned(s, draft, word))) draft.private = true;
      else draft.dropped = true;
    }
  }
  if (s.mode === 'demanded' && s.controlled && s.actor === null) s.actor = sourceOf(phrase, 'other');
  if (draft === s.blamer && !act) {
    s.actor = sourceOf(phrase, 'other');
    s.saidBy = only(draft.source) ?? '';
  }
}

/** "shoots down drone": whose it was, nobody says. */
const isDowned = ({ words }: State, { start }: Draft, word: Word | undefined): boolean =>
  isIn(word, 'flying') && words.some((verb) => verb.start === start && isIn(verb, 'downing'));

/** "seizes food" and not "hits water plants": what is met is help. */
function isHelp({ policy, words }: State, { goods, to }: Phrase): boolean {
  return goods?.action === 'aid' && !(isPlain(policy) && words[to - 1]?.role === null);
}

/** "ICC issues warrant for Putin": who is sought by a court of many states led his own. */
function isSoughtByMany({ action, source }: Draft, { head, actors, mixed }: Phrase): boolean {
  return action === 'arrest_or_try' && only(source) === 'ICC' && head === 'actor' && actors.length === 1 && !mixed;
}

/** "tue vingt rebelles en RDC", "matan a un cantante": they are struck for themselves, and not for whose land it is. */
function isForHimself({ action, impersonal }: Draft, { head, actors }: Phrase, word: Word | undefined): boolean {
  if ((impersonal && head === 'private') || (action === 'withdraw_or_yield' && head === 'people')) return true;
  return action === 'attack' && head !== 'armed' && actors.length === 0 && word?.role?.class === 'armed';
}

/** "Кения захватила угандийский танкер": a state that takes a ship, or turns it away, does so to whose it is. */
function isTakenFromState({ subject, words }: State, { action, noun, passive }: Draft, { head, actors, from, to, mixed }: Phrase): boolean {
  if ((action !== 'seize_or_occupy' && action !== 'restrict') || noun || passive || head !== 'private' || mixed) return false;
  const ship = words.slice(from, to).some(({ text }) => afloat.test(text));
  return ship && actors.length === 1 && subject?.head === 'actor';
}

/** "suspends talks with rebels": who ends a talk leaves it; who blocks one need not be in it. True where he leaves. */
function leaveTalks({ words, policy }: State, draft: Draft, act: Draft | null, head: string): boolean {
  const leaves = act?.action === 'negotiate' || (act?.action === 'agree_or_sign' && truces.test(head));
  if (!act || !leaves || draft.action !== 'restrict') return false;
  const blocks = isPlain(policy) && /^(?:block|obstruct|bar|imped)/.test(words.find(({ start }) => start === draft.start)?.text ?? '');
  if (blocks) draft.dropped = act.dropped = true;
  else draft.action = 'withdraw_or_yield';
  return !blocks;
}

/** "Opposes Ugandan strike on Turkey": who speaks against a blow is not struck. */
const opposing = /^(?:oppos(?:es?|ed)|выступ|возража)/;

/** What is done about another act is done to who did it, or to whom it meets; `left` where that act is left by it. */
function meetAct(s: State, draft: Draft, phrase: Phrase, act: Draft, left: boolean): void {
  // "accueille des pourparlers entre ...": who hosts talks meets nobody by it.
  if (draft.action === 'visit_or_meet' && mutual.has(act.action)) draft.dropped = true;
  if (draft.action === 'visit_or_meet' && draft.mode === 'planned' && act.mode === 'done') act.mode = 'planned'; // "acogerá una cumbre"
  // "repousse une attaque turque": who beats it back was met by it.
  const opposed = opposing.test(s.words.find(({ start }) => start === draft.start)?.text ?? '');
  if (opposed && draft.action === 'reject' && act.action === 'attack') act.dropped = true;
  else if (draft.action === 'reject' && forceful.has(act.action) && act.source && !act.target && !isUponAnother(s, phrase.to)) {
    Object.assign(act, { target: draft.source, filled: true });
    draft.dropped = true;
  }
  draft.via = { draft: act, of: isUponTarget(s, draft, act) ? 'target' : 'source' };
  if (left && !act.source) draft.via.of = 'target';
  // "skips NATO drills": who holds them is not said by it, and nobody is met.
  if (draft.action === 'reject' && act.action === 'mobilise_or_drill' && !act.source?.includes(only(draft.source) ?? ''))
    act.dropped = true;
  if (draft === s.undo || left) act.dropped = true;
  if ((draft.action === 'reject' || draft.action === 'restrict') && hindered.has(act.action)) act.dropped = true;
  // "veta las sanciones de la UE": what is vetoed is turned down, and nobody is hindered.
  if (
    draft.action === 'restrict' &&
    isIn(
      s.words.find(({ start }) => start === draft.start),
      'vetoing',
    )
  )
    draft.action = 'reject';
  // "blocks Ugandan takeover of bank"
  if (draft.action === 'restrict' && act.action === 'seize_or_occupy') act.dropped = true;
  if (draft.action === 'demand') act.mode = 'demanded';
  // 敦促中国撤军: who is urged stands right before what he is to do.
  const told = s.policy.prepositionsFirst && act.bare && act.source?.length === 1 && !mutual.has(act.action);
  if (draft.action === 'demand' && told) Object.assign(act, { bare: false, subject: true, saidBy: only(draft.source) });
  if (draft.action === 'demand' && told) Object.assign(draft, { via: null, target: act.source });
  // "calls for Gaza deal": it is made about the place, and not by it.
  if (draft.action === 'demand' && isPlain(s.policy) && phrase.place && mutual.has(act.action)) draft.via = null;
  // "vetoes Gaza truce": it is about the place, and nobody there is turned away.
  if (draft.action === 'reject' && phrase.place && mutual.has(act.action) && !draft.noun)
    Object.assign(draft, { via: null, refused: true });
  const foreign = draft.action === 'threaten' && act.source && !act.subject;
  if (foreign && (draft.noun || draft.frame.includes('reply'))) draft.via = { draft: act, of: 'source' };
  else if (foreign) draft.dropped = act.dropped = true;
  else if (draft.action === 'threaten') Object.assign(act, { mode: 'threatened', source: draft.source, saidBy: only(draft.source) });
  if (draft.action === 'accuse') Object.assign(act, { mode: 'claimed', saidBy: only(draft.source) });
}

/** What one is accused of, told as a noun, was done to the accuser if to nobody else. */
export function charge(blame: Draft, act: Draft): void {
  Object.assign(act, { source: blame.target, mode: 'claimed', saidBy: only(blame.source), subject: true, charged: true });
}
