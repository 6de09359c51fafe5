// Where a happening belongs: the theater that most of its parties, its words and its kind of act speak for. The one acted upon counts most,
// for things happen where they are met; who only tells of it counts least.
import type { Act } from '../reading.js';

/** What speaks for a theater, as sni.yaml may extend it. */
export interface Theater {
  actors: readonly string[];
  mechanisms?: readonly string[] | undefined;
  words?: readonly string[] | undefined;
}

export interface Told {
  /** In lower case. */
  title: string;
  acts: readonly Pick<Act, 'source' | 'action' | 'target' | 'mode' | 'saidBy'>[];
  /** All actors that are named, in order. */
  actors: readonly string[];
  /** States of the towns and regions that are named. */
  places?: Iterable<string>;
  mechanisms: readonly string[];
}

/** Of the parties of an act, and of those only named. */
const worth = { target: 3, source: 1.6, place: 1.6, named: 1, teller: 0.3 };
const word = 4;
/** A theater of certain acts, where none of them is told. */
const withoutItsActs = 0.25;
const withItsActs = 1.5;
/** A state that acts all over the world, beside others. */
const everywhere = new Set(['US', 'EU', 'UN', 'US-CONGRESS', 'GB', 'FR', 'RU', 'CN', 'G7', 'NATO']);
const everywhereBeside = 0.35;
/** The parties whose theater a happening is whenever they are in it. */
const own: Readonly<Record<string, string>> = {
  ...{ UA: 'UKRAINE', PS: 'GAZA', HAMAS: 'GAZA', TW: 'TAIWAN_STRAIT', KP: 'KOREA_PENINSULA', IAEA: 'IRAN_NUCLEAR', GL: 'ARCTIC' },
};
const ownWorth = 4;

/** Theaters of one party: another that is at home there too speaks for them only beside it, or beside a word of theirs. */
const onlyWith: Readonly<Record<string, readonly string[]>> = {
  UKRAINE: ['UA'],
  TAIWAN_STRAIT: ['TW'],
  GAZA: ['PS', 'HAMAS', 'ISLAMIC-JIHAD', 'FATAH'],
  IRAN_NUCLEAR: ['IR', 'IAEA'],
};
const withoutItsParty = 0.2;

/** The id of one of `theaters`; `GLOBAL` where nothing speaks for any. Of equals the one that stands first. */
export function theaterOf(told: Told, theaters: Readonly<Record<string, Theater>>): string {
  const weights = weightsOf(told);
  let best = 'GLOBAL';
  let most = 0;
  for (const scale of scalesOf(theaters)) {
    const points = pointsOf(scale, told, weights);
    if (points > most + 1e-9) {
      best = scale.id;
      most = points;
    }
  }
  return best;
}

function pointsOf({ id, shares, mechanisms, words, parties }: Scale, told: Told, weights: ReadonlyMap<string, number>): number {
  let points = 0;
  for (const [actor, weight] of weights) {
    if (own[actor] === id) points += ownWorth;
    const share = shares.get(actor);
    if (share !== undefined) points += weight / share;
  }
  if (mechanisms) {
    const fits = told.mechanisms.some((mechanism) => mechanisms.has(mechanism));
    if (fits && shares.size === 0) points += 1.2;
    points *= fits ? withItsActs : withoutItsActs;
  }
  let named = false;
  for (const one of words) named ||= told.title.includes(one);
  if (parties && !named && !parties.some((party) => weights.has(party))) points *= withoutItsParty;
  return named ? points + word : points;
}

/** What each actor is worth here. */
function weightsOf({ acts, actors, places = [] }: Told): Map<string, number> {
  const weights = new Map<string, number>();
  const add = (actor: string | null, weight: number): void => {
    if (actor !== null && !actor.startsWith('@')) weights.set(actor, Math.max(weights.get(actor) ?? 0, weight));
  };
  for (const actor of actors) add(actor, worth.named);
  for (const place of places) add(place, worth.place);
  for (const { source, target, saidBy } of acts) {
    add(source, worth.source);
    add(target, worth.target);
    if (saidBy !== source && saidBy !== target) add(saidBy, worth.teller);
  }
  const local = [...weights.keys()].some((actor) => !everywhere.has(actor));
  if (local) for (const [actor, weight] of weights) if (everywhere.has(actor)) weights.set(actor, weight * everywhereBeside);
  return weights;
}

/** A theater as titles are weighed for it. */
interface Scale {
  id: string;
  /** Its actors; of each the root of the number of theaters it is at home in, which share what it is worth. */
  shares: ReadonlyMap<string, number>;
  mechanisms: ReadonlySet<string> | null;
  words: readonly string[];
  parties: readonly string[] | undefined;
}

const known = new WeakMap<object, readonly Scale[]>();

function scalesOf(theaters: Readonly<Record<string, Theater>>): readonly Scale[] {
  const scales = known.get(theaters) ?? makeScales(theaters);
  known.set(theaters, scales);
  return scales;
}

function makeScales(theaters: Readonly<Record<string, Theater>>): Scale[] {
  const homes = new Map<string, number>();
  for (const { actors } of Object.values(theaters)) for (const one of actors) homes.set(one, (homes.get(one) ?? 0) + 1);
  return Object.entries(theaters).map(([id, { actors, mechanisms, words }]) => ({
    id,
    shares: new Map(actors.map((actor) => [actor, Math.sqrt(homes.get(actor) ?? 1)])),
    mechanisms: mechanisms ? new Set(mechanisms) : null,
    words: words ?? [],
    parties: onlyWith[id],
  }));
}
