// Of what type a happening is: by what is done in it first, then by the kinds of acts the gate found. What is done counts more than what is
// said of it, and what is told of somebody else's deed counts with the deed.
import type { Action } from '../actions.js';
import type { EventWords } from './event-words.js';
import type { Told } from './theater.js';

/** The type an act speaks for, and how much beside others. */
const byAction: Readonly<Record<Action, readonly [type: string, points: number]>> = {
  attack: ['Strategy/Tactics', 3],
  seize_or_occupy: ['Strategy/Tactics', 3],
  mobilise_or_drill: ['Strategy/Tactics', 2.4],
  threaten: ['Strategy/Tactics', 1.0],
  cyber: ['Tech/Cyber/OSINT', 4],
  supply_arms: ['Procurement/Force-gen', 3],
  sanction: ['Sanctions/Economy', 3.2],
  restrict: ['Sanctions/Economy', 1.6],
  trade_deal: ['Sanctions/Economy', 3],
  arrest_or_try: ['Legal/ICC', 3],
  legislate_or_rule: ['Legal/ICC', 2.6],
  protest: ['Domestic Politics', 3],
  appoint_or_elect: ['Domestic Politics', 3.2],
  coerce: ['Domestic Politics', 1.6],
  aid: ['Humanitarian', 3],
  negotiate: ['Diplomacy/Negotiations', 3],
  agree_or_sign: ['Diplomacy/Negotiations', 2.8],
  mediate: ['Diplomacy/Negotiations', 3],
  visit_or_meet: ['Diplomacy/Negotiations', 2.6],
  expel: ['Diplomacy/Negotiations', 2.6],
  support_or_recognise: ['Diplomacy/Negotiations', 2.2],
  accuse: ['Diplomacy/Negotiations', 0.8],
  condemn: ['Diplomacy/Negotiations', 1.8],
  reject: ['Diplomacy/Negotiations', 1.8],
  demand: ['Diplomacy/Negotiations', 1.6],
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

/** The types by name, each with the mechanisms that speak for it. */
type EventTypes = Readonly<Record<string, { mechanisms: readonly string[] }>>;

/**
 * The name of one of `types`. What is no news and tells of no act is about what is said, `Information/Media/Platforms`; of news of which
 * nothing speaks for any type it is `Diplomacy/Negotiations`. Of equals the one that stands first.
 */
export function eventTypeOf(
  { acts, mechanisms, kind, words }: Pick<Told, 'acts' | 'mechanisms'> & { kind: string; words: EventWords },
  types: EventTypes,
): string {
  const points = new Map<string, number>();
  const add = (type: string, more: number): void => void points.set(type, (points.get(type) ?? 0) + more);
  acts.forEach((act, i) => {
    const [type, worth] = typeOf(act, mechanisms);
    add(type, worth * (i === 0 ? 1 : further));
  });
  for (const [type, worth] of words) add(type, worth * (acts.length > 0 ? besideActs : 1));
  if (kind !== 'news') add('Information/Media/Platforms', 1.8);
  const { names, typesOf } = indexOf(types);
  for (const found of mechanisms) for (const type of typesOf.get(found) ?? []) add(type, worthOf(found, acts.length > 0));
  let best = 'Diplomacy/Negotiations';
  let most = 0;
  for (const type of names) {
    const here = points.get(type) ?? 0;
    if (here > most + 1e-9) [best, most] = [type, here];
  }
  return best;
}

interface Index {
  names: readonly string[];
  /** The types that a mechanism speaks for. */
  typesOf: ReadonlyMap<string, readonly string[]>;
}

const indices = new WeakMap<object, Index>();

function indexOf(types: EventTypes): Index {
  const known = indices.get(types);
  if (known) return known;
  const typesOf = new Map<string, string[]>();
  for (const [type, { mechanisms }] of Object.entries(types))
    for (const mechanism of new Set(mechanisms)) typesOf.set(mechanism, [...(typesOf.get(mechanism) ?? []), type]);
  const index = { names: Object.keys(types), typesOf };
  indices.set(types, index);
  return index;
}

function worthOf(mechanism: string, besideActs: boolean): number {
  if (mechanism === 'court-ruling') return worthOfMechanism.court;
  if (general.has(mechanism)) return worthOfMechanism.general;
  return besideActs ? worthOfMechanism.beside : worthOfMechanism.alone;
}

/** What an act speaks for, where the kinds of acts beside it say more. */
function typeOf({ source, action, target }: Told['acts'][number], mechanisms: readonly string[]): readonly [type: string, points: number] {
  const told = (...ids: string[]): boolean => ids.some((id) => mechanisms.includes(id));
  const between = source !== null && target !== null && source !== target;
  if (action === 'protest' && between) return ['Diplomacy/Negotiations', 2];
  if (action === 'aid' && source !== null && lenders.has(source)) return ['Sanctions/Economy', 3];
  if (action === 'restrict' && told('migration', 'ground-incursion', 'infrastructure')) return ['Diplomacy/Negotiations', 1.8];
  if (action === 'restrict' && !between && told('policy', 'legislation')) return ['Domestic Politics', 1.8];
  if ((action === 'agree_or_sign' || action === 'negotiate') && told('energy-supply')) return ['Energy/Infrastructure', 3];
  if (action === 'agree_or_sign' && told('trade-agreement', 'economy')) return ['Sanctions/Economy', 3];
  if (action === 'agree_or_sign' && told('arms-transfer', 'defence-deal')) return ['Procurement/Force-gen', 3];
  if (action === 'demand' && told('arms-transfer')) return ['Procurement/Force-gen', 2];
  if (action === 'legislate_or_rule' && !told('court-ruling', 'indictment')) return ['Domestic Politics', 2.2];
  if (action === 'withdraw_or_yield' && told('hostages', 'indictment')) return ['Legal/ICC', 2];
  if (action === 'withdraw_or_yield' && told('troops', 'war', 'ground-incursion')) return ['Strategy/Tactics', 2];
  return byAction[action];
}
