// From a draft to acts: only where it is certain who did it to whom, and something is said by it.
import { type Action, bare, forceful, harmless, helpful, mutual } from './actions.js';
import { answers, isCoup, isOfHisOwn, isOfPrivate, spoken } from './answers.js';
import type { Draft, Party } from './drafts.js';
import { embattled } from './embattled.js';
import { isOfFirm } from './firms.js';
import type { Act } from './reading.js';
import { ruledAbroad, rulerOf } from './rulers.js';
import type { Teller } from './tellers.js';

/** Acts that say nothing without whom they meet. */
const needsTarget = new Set<Action>([
  'reject',
  'accuse',
  'demand',
  'condemn',
  'support_or_recognise',
  'threaten',
  'sanction',
  'visit_or_meet',
  'aid',
  'supply_arms',
  'coerce',
  'trade_deal',
]);

/** Acts that may be told with nobody named as doing them. */
const agentless = new Set<Action>(['attack', 'cyber', 'protest']);
/** What one is accused of without a victim was done to the accuser. */
const uponAccuser = new Set<Action>(['attack', 'restrict', 'mobilise_or_drill', 'seize_or_occupy']);

/** They bear no arms: whoever attacks them, or is attacked by them, is so with words. */
const politicians: ReadonlySet<string> = new Set(['US-CONGRESS', 'US-POLITICIANS', 'US-PARTIES', 'US-STATES']);
/** They rule upon others, and never upon themselves. */
const courts: ReadonlySet<string> = new Set(['ICC', 'ICJ']);
const isState = /^[A-Z]{2}$/;

interface Parties {
  sources: readonly string[] | null;
  targets: readonly string[] | null;
}

/** A draft as acts; none where it is not certain who did it to whom, or nothing would be said. */
export function actsOfDraft(draft: Draft, teller: Teller): Act[] {
  if (draft.dropped || draft.action === 'other' || isOfFirm(draft)) return [];
  if (draft.frame.includes('each')) return eachOther(draft, teller);
  const parties = partiesOf(draft);
  if (parties && isTest(draft, parties)) return spread({ ...draft, action: 'mobilise_or_drill' }, parties, teller);
  if (!parties || isVague(draft, parties, teller) || isEmpty(draft, parties)) return [];
  return spread(draft, parties, teller);
}

/** "North Korea fires missiles": where nobody is met they fall into the sea. */
function isTest({ action, frame, place, mode, filled }: Draft, { sources, targets }: Parties): boolean {
  const flown = action === 'attack' && frame.includes('whom') && !frame.includes('obj') && mode === 'done';
  return flown && !filled && !place && targets === null && sources?.length === 1 && sources[0] === 'KP';
}

/** "exchange fire", "clashes between": each of two does it to the other; of one alone nothing is told. */
function eachOther(draft: Draft, teller: Teller): Act[] {
  const sources = draft.source ?? [];
  const targets = (draft.target ?? []).filter((id) => !sources.includes(id));
  const two = draft.source !== undefined && draft.target !== undefined && sources.length + targets.length === 2 && sources.length > 0;
  return two ? spread(draft, { sources, targets }, teller) : [];
}

/** Who and whom, with what the place and the acts beside it tell; null where one of them is not certain. */
function partiesOf(draft: Draft): Parties | null {
  const { action, via } = draft;
  // "killed in an Israeli strike in Gaza"
  const place = draft.place ?? (draft.passive && !draft.private ? (draft.merged?.place ?? null) : null);
  // Who condemns arrests in a place condemns whose the place is; who condemns an attack there does not.
  const strikes = via !== null && forceful.has(via.draft.action);
  // "pide un alto el fuego en Gaza": it is asked for there, and not of those there.
  const isFor = via !== null && action === 'demand' && (mutual.has(via.draft.action) || helpful.has(via.draft.action));
  const doer = via ? (via.draft.source ?? (strikes || isFor ? null : rulerOf(via.draft))) : null;
  const reached = via ? (via.of === 'source' ? doer : via.draft.target) : draft.target;
  let targets: Party = reached?.length ? reached : (draft.merged?.target ?? reached);
  let sources: Party = draft.source === null ? (draft.merged?.source ?? null) : draft.source;
  if (sources === undefined) return null;
  if (targets === null && draft.filled && action === 'protest' && !via) targets = draft.ofPeople ? (sources ?? place) : place;
  if (targets === null && draft.filled && action === 'condemn' && !strikes) targets = place;
  if (targets === undefined) return null;
  if (draft.noun && sources === null && place && (action === 'arrest_or_try' || action === 'appoint_or_elect')) sources = rulerOf(draft);
  if (sources === null && ruledAbroad(draft)) sources = place;
  if (draft.passive && action === 'visit_or_meet') sources ??= place;
  if (action === 'legislate_or_rule' && targets?.every((id) => isState.test(id) || id === 'EU')) sources ??= targets;
  if (draft.charged && draft.saidBy && uponAccuser.has(action) && !draft.frame.includes('about')) targets ??= [draft.saidBy];
  const crime =
    sources === null &&
    (draft.merged ?? draft).frame.includes('agent') &&
    !draft.seat &&
    !(targets ?? place)?.some((id) => embattled.has(id));
  if (crime && (!draft.filled || (draft.noun && draft.town))) return null;
  const letsFly = draft.frame.includes('whom') && !draft.frame.includes('obj');
  // "Fake dolls seized across UK": what nobody is told to have seized is as a rule goods, and the police's.
  const alone = draft.lone && sources === null && !place?.some((id) => embattled.has(id));
  const seized = action === 'seize_or_occupy' && draft.filled && !(draft.passive && sources === null);
  const hitsPlace = (action === 'attack' && !crime && !letsFly) || seized;
  if (hitsPlace && !draft.private && !alone && place && !sources?.some((id) => place.includes(id))) targets ??= place;
  if (!place && !sources) targets ??= draft.home;
  // A trader that nobody is told to have struck: its flag is not at war.
  if (draft.trades && sources === null && action === 'attack' && !targets?.some((id) => embattled.has(id))) targets = null;
  return { sources, targets };
}

/** Whether the words leave open what happened. */
function isVague(draft: Draft, { sources, targets }: Parties, teller: Teller): boolean {
  const { action, noun, via, filled, place } = draft;
  if (via?.of === 'source' && via.draft.bare && !via.draft.filled) return true;
  if (via && (action === 'support_or_recognise' || action === 'legislate_or_rule')) return true;
  if (draft.bare && action !== 'appoint_or_elect' && ((!targets && !filled) || action === 'protest')) return true;
  if (draft.merged?.frame.includes('agent') && sources === null && (draft.town || !targets) && !targets?.every((id) => embattled.has(id)))
    return true;
  if (action === 'threaten' && draft.passive && sources === null && draft.soft) return true;
  if ((draft.frame.includes('back') && !answers(draft)) || (action === 'attack' && isOfWords(draft, sources, targets))) return true;
  // "senator vows to keep fighting", "billboards taunting senator sail": they have no arms to threaten or to move.
  const unarmed = sources?.every((id) => politicians.has(id)) === true;
  if (unarmed && (action === 'mobilise_or_drill' || action === 'coerce' || (action === 'threaten' && targets === null))) return true;
  if (draft.falls && !(targets ?? place)?.every((id) => embattled.has(id))) return true;
  if (action === 'legislate_or_rule' && sources !== null && sources.some((id) => targets?.includes(id) && courts.has(id))) return true;
  if (draft.undo && (!via || (action === 'attack' && via.draft.action !== 'agree_or_sign'))) return true;
  // "accuses Beijing of using water cannon": it was upon the accuser.
  const uponTeller =
    action === 'attack' && !draft.frame.includes('obj') && draft.mode === 'claimed' && !sources?.includes(draft.saidBy ?? '');
  // "Kyiv: Russian missile hit maternity ward": whose it was is who tells it.
  const ownLoss = teller.blames && action === 'attack' && draft.filled && draft.saidBy && embattled.has(draft.saidBy);
  const freed = draft.private && action === 'withdraw_or_yield';
  if ((draft.weak || (draft.frame.includes('whom') && !uponTeller && !freed)) && targets === null && !ownLoss) return true;
  if (action === 'attack' && !noun && !draft.frame.includes('obj') && !filled && !place) return true;
  if (draft.mode === 'threatened' && (mutual.has(action) || action === 'reject')) return true;
  if (draft.background && noun && !filled && targets === null && action !== 'mobilise_or_drill') return true;
  if (draft.passive && sources === null && !draft.merged && draft.frame.includes('agent') && draft.frame.includes('by')) return true;
  if (
    draft.passive &&
    sources === null &&
    (action === 'withdraw_or_yield' || action === 'visit_or_meet' || (draft.frame.includes('by') && !draft.private && !draft.merged))
  )
    return true;
  const loose = draft.frame.includes('by') ? draft.soft || targets === place : draft.frame.includes('none') && targets === place;
  if (noun && action === 'attack' && loose && sources === null && !draft.merged) return true;
  return draft.goods && !draft.refused && targets === null && action !== 'mobilise_or_drill' && draft.mode !== 'denied';
}

/** "Trump attacks Macron", "Democrats torch senator": leaders by name and politicians of one state attack with words. */
function isOfWords({ leader, noun, frame }: Draft, sources: Parties['sources'], targets: Parties['targets']): boolean {
  if (leader === 'met' && !frame.includes('by')) return true;
  if (leader === 'doer' && noun && targets === null && sources !== null) return true;
  if (leader === 'doer' && !noun && targets?.some((id) => isState.test(id) && !embattled.has(id))) return true;
  return sources?.some((id) => politicians.has(id)) === true || targets?.some((id) => politicians.has(id)) === true;
}

/** What one is charged with, and what is turned down, whoever else is in it. */
const charges = new Set<Action>(['supply_arms', 'support_or_recognise', 'restrict']);
const turnedDown = new Set<Action>(['agree_or_sign', 'negotiate', 'threaten', 'sanction', 'demand', 'mediate']);

/** Whether too little would be said. */
function isEmpty(draft: Draft, { sources, targets }: Parties): boolean {
  const { action, mode, noun, via } = draft;
  if (
    mode === 'demanded' &&
    (sources === null || (targets === null && !bare.has(action) && !(action === 'withdraw_or_yield' && draft.frame.includes('from'))))
  )
    return true;
  if (sources === null) {
    if (mode === 'planned') return true;
    if (targets === null && !isOfPrivate(draft)) return true;
    if (noun && !(targets && (forceful.has(action) || action === 'protest'))) return true;
    // "militia vows revenge on US": who threatens is told, and is no actor.
    const threatens = action === 'threaten' && draft.subject && targets !== null;
    const taken = action === 'seize_or_occupy' && (!noun || isCoup(draft));
    if (!draft.passive && !draft.impersonal && !agentless.has(action) && !taken && !threatens) return true;
  }
  if (targets !== null) return false;
  // "Rechazo de la Unión Africana al golpe": a headline that is one noun says who rejects, and it says enough.
  if (noun && draft.start === 0 && sources?.length === 1 && mode === 'done')
    if ((action === 'reject' || action === 'condemn') && (draft.filled || draft.byNamed) && !draft.bare) return false;
  const election = action === 'appoint_or_elect' && sources === draft.place;
  if (noun && !draft.filled && !draft.subject && action !== 'mobilise_or_drill' && action !== 'attack' && !election) return true;
  if ((action === 'visit_or_meet' || action === 'trade_deal') && sources?.length === 2) return false;
  if (!noun && draft.frame.length === 1 && draft.frame[0] === 'none') return false;
  // "denies arming rebels", "accuses Lima of arming rebels": it is the deed that is denied, and who is charged.
  const charged = mode === 'denied' ? action === 'supply_arms' : mode === 'claimed' && draft.saidBy && !sources?.includes(draft.saidBy);
  if (charges.has(action) && charged && sources !== null && draft.filled) return false;
  if (action === 'threaten' && !noun && draft.frame.includes('reply') && sources !== null) return false;
  // "rejects deal", "rejects early election", "boycotts song contest": that it will not have it says enough.
  const turns = action === 'reject' && !noun && sources !== null && mode === 'done';
  if (turns && ((via && turnedDown.has(via.draft.action)) || (!draft.passive && sources.length === 1 && draft.filled))) return false;
  // "appelle au cessez-le-feu au Soudan": that he asks for it says enough.
  if (action === 'demand' && via?.draft.action === 'agree_or_sign' && mode === 'done') return false;
  return needsTarget.has(action) && !draft.refused && !draft.calls && !(via && (action === 'condemn' || action === 'threaten'));
}

/** One act for each pair; both directions where they act together. */
function spread(draft: Draft, { sources, targets }: Parties, teller: Teller): Act[] {
  const { action, start, end } = draft;
  const speaker = draft.saidBy === '' && action === 'deny' ? (sources?.[0] ?? '') : (draft.saidBy ?? '');
  const own = (draft.refused || spoken.has(action)) && draft.mode === 'claimed' && sources?.includes(speaker) === true;
  const promised = draft.mode === 'threatened' && harmless.has(action) && draft.saidBy === null;
  const mode = own ? 'done' : promised ? 'planned' : draft.mode;
  const saidBy = draft.saidBy === '' || own ? null : draft.saidBy;
  const act = (source: string | null, target: string | null): Act => ({ source, action, target, mode, saidBy, start, end });
  const itself = sources?.length === 1 && targets?.length === 1 && targets[0] === sources[0];
  const met = teller.blames && mode === 'claimed' && itself ? null : targets;
  const upon = (met ?? []).filter((id) => !sources?.includes(id) || action === 'protest' || action === 'legislate_or_rule');
  if (met && met.length > 0 && upon.length === 0) return isOfHisOwn(draft) ? (sources ?? []).map((id) => act(id, null)) : [];
  const meet = action === 'visit_or_meet' && upon.length === 0 && sources?.length === 2;
  if (meet) return mutually(sources, [], act).slice(0, 1);
  if ((mutual.has(action) && action !== 'visit_or_meet') || draft.frame.includes('each')) return mutually(sources ?? [], upon, act);
  if (upon.length > 3) return [];
  const doers = action === 'mediate' ? (sources ?? []).slice(0, 1) : (sources ?? [null]).slice(0, 3);
  return doers.flatMap((source) => (upon.length > 0 ? upon.map((target) => act(source, target)) : [act(source, null)]));
}

function mutually(sources: readonly string[], upon: readonly string[], act: (source: string, target: string | null) => Act): Act[] {
  const [one, other] = sources;
  if (one === undefined || sources.length > 2 || upon.length > 2) return [];
  if (upon.length > 0) return sources.flatMap((source) => upon.flatMap((target) => [act(source, target), act(target, source)]));
  return other === undefined ? [act(one, null)] : [act(one, other), act(other, one)];
}
