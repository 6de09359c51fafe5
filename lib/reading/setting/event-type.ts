// Of what type a happening is: by what is done in it first, then by the kinds of acts the gate found. What is done counts more than what is
// said of it, and what is told of somebody else's deed counts with the deed.
import { type Action, mutual } from '../actions.js';
import { areOfOneState, isSpeechAtHome } from './between-states.js';
import type { EventWords } from './event-words.js';
import { matterOf, refusedOf, subjectOf } from './matters.js';
import type { SettingClues } from './told.js';
import { type EventTypes, indexOf } from './type-index.js';

/** The type an act speaks for, and how much beside others. */
const byAction: Readonly<Record<Action, readonly [type: string, points: number]>> = {
  attack: ['Strategy/Tactics', 3],
  seize_or_occupy: ['Strategy/Tactics', 3],
  mobilise_or_drill: ['Strategy/Tactics', 2.4],
  threaten: ['Strategy/Tactics', 1.0],
  cyber: ['Tech/Cyber/OSINT', 4],
  supply_arms: ['Procurement/Force-gen', 3],
  sanction: ['Sanctions/Economy', 3.2],
  restrict: ['Diplomacy/Negotiations', 1.6],
  trade_deal: ['Sanctions/Economy', 3],
  arrest_or_try: ['Legal/ICC', 3],
  legislate_or_rule: ['Legal/ICC', 2.6],
  protest: ['Domestic Politics', 3],
  appoint_or_elect: ['Domestic Politics', 3.2],
  coerce: ['Domestic Politics', 1.6],
  aid: ['Humanitarian', 3],
  negotiate: ['Diplomacy/Negotiations', 3],
  agree_or_sign: ['Diplomacy/Negotiations', 2.0],
  mediate: ['Diplomacy/Negotiations', 3],
  visit_or_meet: ['Diplomacy/Negotiations', 2.6],
  expel: ['Diplomacy/Negotiations', 2.6],
  support_or_recognise: ['Diplomacy/Negotiations', 2.2],
  accuse: ['Diplomacy/Negotiations', 0.8],
  condemn: ['Diplomacy/Negotiations', 2.1],
  reject: ['Diplomacy/Negotiations', 1.8],
  demand: ['Diplomacy/Negotiations', 1.8],
  deny: ['Diplomacy/Negotiations', 0.9],
  withdraw_or_yield: ['Diplomacy/Negotiations', 1.2],
  announce_or_state: ['Information/Media/Platforms', 0.4],
  other: ['Information/Media/Platforms', 0.3],
};
const further = 0.5;
/** What the words of a title are worth where acts are read of it. */
const besideActs = 0.7;
/** A kind of act the gate found: alone, beside acts that were read, and one that is never by the way. */
const worthOfMechanism = { alone: 1, beside: 0.5, general: 0.3, court: 1.5 };
/** Kinds of acts that go along with any other: what they say of the type is little. */
const general: ReadonlySet<string> = new Set(['diplomatic-statement', 'government', 'policy', 'war', 'casualties', 'troops']);
const lenders: ReadonlySet<string> = new Set(['IMF', 'WORLD-BANK']);
/** What is no news is about what is said; only a live page or an explainer is about its matter. */
const worthOfKind: Readonly<Record<string, number>> = { news: 0, live: 0.4, explainer: 0.4, opinion: 3, anniversary: 3, quiz: 4 };
const lent: readonly (readonly [type: string, points: number])[] = [
  ['Procurement/Force-gen', 2.8],
  ['Sanctions/Economy', 2.6],
];
const courts: ReadonlySet<string> = new Set(['ICC', 'ICJ']);
/** Who is blamed for what hackers did is blamed for a deed; who has spies, for many things. */
const byHackers = 2;
/** Acts of speech about another's deed, of which its words say less. */
const aboutDeeds: ReadonlySet<Action> = new Set<Action>(['reject', 'condemn']);
const aboutDeed = 0.5;
/** A seizure that hits nobody named: a ship, a mine, a firm. What was seized says more. */
const seizureOfNobody = 1.4;

/** The type of what nothing speaks for. */
export const otherType = 'Other';
/** What else there is between two who are named, and nothing more is known of it; and between two of one state. */
const [betweenStates, amongThemselves] = ['Diplomacy/Negotiations', 'Domestic Politics'] as const;

/**
 * The name of one of `types`. What is no news and tells of no act is about what is said, `Information/Media/Platforms`; of news of which
 * nothing speaks for any type it is `Other`, for a guess would be told as if it had been read; where two are named, what they say to each
 * other. Of equals the one that stands first.
 */
export function eventTypeOf(
  {
    acts,
    mechanisms,
    kind,
    words,
    actors = [],
    opening = 0,
  }: Pick<SettingClues, 'acts' | 'mechanisms'> & Partial<Pick<SettingClues, 'actors' | 'opening'>> & { kind: string; words: EventWords },
  types: EventTypes,
): string {
  const { names, placeOf, typesOf, points } = indexOf(types);
  for (let at = 0; at < points.length; at++) points[at] = 0;
  const add = (type: string, more: number): void => {
    const at = placeOf.get(type);
    if (at !== undefined) points[at] = (points[at] ?? 0) + more;
  };
  const told = acts.length > 1 && acts[0] !== undefined && aboutDeeds.has(acts[0].action) ? aboutDeed : 1;
  const share = (type: string): number => (type === 'Strategy/Tactics' ? told : 1);
  for (let i = 0; i < acts.length; i++) {
    const act = acts[i] as ToldAct;
    if (i > 0 && acts.slice(0, i).some((one) => isMirrored(one, act))) continue;
    const [type, worth] = typeOf(act, acts, mechanisms, words);
    const before = act.end !== undefined && act.end <= opening ? further : 1;
    add(type, worth * weightOf(act, i, acts) * (i > 0 ? share(type) : 1) * before);
  }
  if (words.size > 0) for (const [type, worth] of words) add(type, worth * (acts.length > 0 ? besideActs : 1) * share(type));
  add('Information/Media/Platforms', worthOfKind[kind] ?? 0);
  for (const found of mechanisms) for (const type of typesOf.get(found) ?? none) add(type, worthOf(found, acts.length > 0) * share(type));
  let best = otherType;
  let most = 0;
  for (let at = 0; at < points.length; at++) {
    const here = points[at] ?? 0;
    if (here > most + 1e-9) [best, most] = [names[at] as string, here];
  }
  if (most > 0 || kind !== 'news' || actors.length < 2 || acts.length > 0) return best;
  return actors.every((actor) => areOfOneState(actor, actors[0] ?? null)) ? amongThemselves : betweenStates;
}

const none: readonly string[] = [];

type ToldAct = SettingClues['acts'][number];

/** What two did together stands in both directions and is one act. */
function isMirrored(one: ToldAct, other: ToldAct): boolean {
  return mutual.has(one.action) && one.action === other.action && one.source === other.target && one.target === other.source;
}

/** The first act counts most; of a threat what is threatened. */
function weightOf(act: ToldAct, at: number, acts: SettingClues['acts']): number {
  const threatens = (one: ToldAct, what: ToldAct): boolean =>
    one.action === 'threaten' && what.mode === 'threatened' && one.source === what.source;
  if (acts.some((what) => threatens(act, what))) return further;
  return at === 0 || (at === 1 && acts[0] !== undefined && threatens(acts[0], act)) ? 1 : further;
}

function worthOf(mechanism: string, besideActs: boolean): number {
  if (mechanism === 'court-ruling') return worthOfMechanism.court;
  if (general.has(mechanism)) return worthOfMechanism.general;
  return besideActs ? worthOfMechanism.beside : worthOfMechanism.alone;
}

/** What an act speaks for, where the kinds of acts and the words beside it say more. */
function typeOf(
  { source, action, target, mode }: ToldAct,
  acts: SettingClues['acts'],
  mechanisms: readonly string[],
  words: EventWords,
): readonly [type: string, points: number] {
  const told = (...ids: string[]): boolean => ids.some((id) => mechanisms.includes(id));
  const between = source !== null && target !== null && source !== target && !isOffice(source) && !isOffice(target);
  const speaks = (type: string): number => words.get(type) ?? 0;
  if (isSpeechAtHome({ source, action, target }) && matterOf(words) === null && !told('arms-transfer')) return [amongThemselves, 2];
  switch (action) {
    case 'attack':
      // Who abducts an opponent at home is at no war with him.
      return source === null && target !== null && isOffice(target) ? ['Domestic Politics', 3] : byAction.attack;
    case 'appoint_or_elect':
      // An army chooses its jets.
      return target === null && speaks('Procurement/Force-gen') >= 2.2 ? ['Procurement/Force-gen', 3] : byAction.appoint_or_elect;
    case 'mobilise_or_drill':
      return speaks('Procurement/Force-gen') >= 3 ? ['Procurement/Force-gen', 2.4] : byAction.mobilise_or_drill;
    case 'reject':
      if (source !== null && courts.has(source)) return byAction.legislate_or_rule;
      return (target === null ? refusedOf(words) : null) ?? byAction.reject;
    case 'protest':
      return between || (target === null && source !== null && !isOffice(source) && !words.has('Domestic Politics'))
        ? ['Diplomacy/Negotiations', 2]
        : byAction.protest;
    case 'aid':
      if (source !== null && lenders.has(source)) return ['Sanctions/Economy', 3];
      // What is lent is money, and who is trained bears arms.
      return lent.find(([type]) => (words.get(type) ?? 0) >= 2.2) ?? byAction.aid;
    case 'accuse':
      // Of a crime named without a victim only the word is told: "accuses B of genocide".
      if (between && acts.some((one) => one.action === 'attack' && one.source === target && one.target === null))
        return ['Diplomacy/Negotiations', 3.4];
      // Blame between two of whom no deed is told is a quarrel, whatever the matter.
      return between && acts.length === 1 && matterOf(words) === null && (words.get('Tech/Cyber/OSINT') ?? 0) < byHackers
        ? ['Diplomacy/Negotiations', 2]
        : byAction.accuse;
    case 'coerce':
      return between ? ['Diplomacy/Negotiations', 1.6] : byAction.coerce;
    case 'restrict':
      if (target !== null && isOffice(target)) return ['Domestic Politics', 2.4];
      if (told('migration', 'ground-incursion', 'infrastructure')) return byAction.restrict;
      if (!between && told('policy', 'legislation')) return ['Domestic Politics', 1.8];
      if (told('sanctions', 'export-controls', 'tariffs', 'trade-agreement', 'economy')) return ['Sanctions/Economy', 2];
      return matterOf(words) ?? (mode === 'threatened' ? ['Strategy/Tactics', 1.6] : byAction.restrict);
    case 'negotiate':
    case 'agree_or_sign':
      if (source === 'OPEC' || told('energy-supply') || (words.get('Energy/Infrastructure') ?? 0) >= 2) return ['Energy/Infrastructure', 3];
      if (action === 'negotiate') return byAction.negotiate;
      if (told('trade-agreement', 'economy')) return ['Sanctions/Economy', 3];
      if (told('arms-transfer')) return ['Procurement/Force-gen', 3];
      return subjectOf(words) ?? byAction.agree_or_sign;
    case 'demand':
      if (source !== null && courts.has(source)) return byAction.legislate_or_rule;
      return told('arms-transfer') ||
        (words.get('Procurement/Force-gen') ?? 0) >= 2.2 ||
        acts.some((one) => one.action === 'supply_arms' && one.mode === 'demanded')
        ? ['Procurement/Force-gen', 2]
        : (words.get('Humanitarian') ?? 0) >= 2.2 && !words.has('Diplomacy/Negotiations')
          ? ['Humanitarian', 2]
          : byAction.demand;
    case 'legislate_or_rule':
      return told('court-ruling', 'indictment') || (words.get('Legal/ICC') ?? 0) >= 2
        ? byAction.legislate_or_rule
        : ['Domestic Politics', 2.2];
    case 'withdraw_or_yield':
      if (told('hostages', 'indictment')) return ['Legal/ICC', 2];
      if (speaks('Procurement/Force-gen') >= 3 && mode === 'planned') return ['Procurement/Force-gen', 3];
      return told('troops', 'war', 'ground-incursion') ? ['Strategy/Tactics', 2] : byAction.withdraw_or_yield;
    case 'seize_or_occupy':
      if ((words.get('Sanctions/Economy') ?? 0) >= 2 && !words.has('Strategy/Tactics')) return ['Sanctions/Economy', 3];
      if (target === null && (words.get('Legal/ICC') ?? 0) >= 1.2) return ['Legal/ICC', 3];
      return target === null ? ['Strategy/Tactics', seizureOfNobody] : byAction.seize_or_occupy;
    default:
      return byAction[action];
  }
}

/** An office or a party of any state: "@opposition". */
function isOffice(actor: string): boolean {
  return actor.startsWith('@');
}
