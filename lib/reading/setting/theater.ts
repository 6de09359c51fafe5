// Where a happening belongs: the theater that most of its parties, its words and its kind of act speak for. The one acted upon counts most,
// for things happen where they are met; who only tells of it counts least.
import { Trie } from '../../vocabulary/trie.js';
import { fittingFor, isAbroad, mechanismsOf, sitsInCourt } from './between-states.js';
import { isCrime, ofWar } from './crimes.js';
import { flagged, hague, hosting } from './soil.js';
import type { SettingClues } from './told.js';

/** What speaks for a theater, as sni.yaml may extend it. */
export interface TheaterClues {
  actors: readonly string[];
  mechanisms?: readonly string[] | undefined;
  words?: readonly string[] | undefined;
}

/** Of the parties of an act, and of those only named. */
const worth = { target: 3, source: 1.6, place: 1.6, venue: 0.6, named: 1, teller: 0.3 };
/** Where such things happen is a venue: talks about Sudan in Geneva are Sudan's. */
const held: ReadonlySet<string> = new Set(['peace-process', 'diplomacy', 'ceasefire', 'summit']);
const word = 4;
const wordBesideForce = 0.5;
/** Who does so answers what another did or said to him, and was met by it. */
const answering: ReadonlySet<string> = new Set(['reject', 'deny']);
const meetings: ReadonlySet<string> = new Set(['negotiate', 'mediate', 'agree_or_sign', 'visit_or_meet']);
/** A theater of certain acts, where none of them is told. */
const withoutItsActs = 0.25;
const withItsActs = 1.5;
/** A state that acts all over the world, beside others. */
const everywhere = new Set(['US', 'EU', 'UN', 'US-CONGRESS', 'US-AGENCIES', 'US-POLITICIANS', 'GB', 'FR', 'RU', 'CN', 'G7', 'NATO']);
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
export function theaterOf(told: SettingClues, theaters: Readonly<Record<string, TheaterClues>>): string {
  const { scales, homes, wordsIn, points } = atlasOf(theaters);
  const isPrivate = isCrime(told);
  const weights = weightsOf(told, isPrivate);
  const mechanisms = mechanismsOf(told);
  for (let at = 0; at < points.length; at++) points[at] = 0;
  for (const [actor, weight] of weights)
    for (const { scale, isOwn, share } of homes.get(actor) ?? noHomes) {
      if (isOwn && !isPrivate) points[scale] = (points[scale] ?? 0) + ownWorth;
      if (share !== null) points[scale] = (points[scale] ?? 0) + weight / share;
    }
  const named = wordsIn(told.title);
  let best = 'GLOBAL';
  let most = 0;
  for (let at = 0; at < scales.length; at++) {
    const scale = scales[at] as Scale;
    const given = points[at] ?? 0;
    // Nobody and no word speaks for most of them.
    if (given === 0 && !scale.speaksAlone && !named.has(at)) continue;
    const fitting = fittingFor(scale.id, mechanisms, weights);
    const here = isAbroad(told, scale.id) ? 0 : weighed(given, scale, named.has(at), fitting, weights);
    if (here > most + 1e-9) [best, most] = [scale.id, here];
  }
  return best;
}

/** What the parties give a theater, with its acts and its words. */
function weighed(
  given: number,
  { mechanisms, speaksAlone, parties }: Scale,
  named: boolean,
  told: readonly string[],
  weights: ReadonlyMap<string, number>,
): number {
  let points = given;
  let said = word;
  if (mechanisms) {
    const fits = told.some((mechanism) => mechanisms.has(mechanism));
    // Of climate activists who are attacked only a word is of the climate.
    if (!fits && told.some((mechanism) => ofWar.has(mechanism))) said = wordBesideForce;
    if (fits && speaksAlone) points += 1;
    points *= fits ? withItsActs : withoutItsActs;
  }
  if (parties && !named && !parties.some((party) => weights.has(party))) points *= withoutItsParty;
  return named ? points + said : points;
}

/** What each actor is worth here; `isPrivate` says that a crime is told. */
function weightsOf(told: SettingClues, isPrivate: boolean): Map<string, number> {
  const { acts, actors, mechanisms, places = [], hosts = [] } = told;
  const weights = new Map<string, number>();
  const add = (actor: string | null, weight: number): void => {
    if (actor !== null && !actor.startsWith('@')) weights.set(actor, Math.max(weights.get(actor) ?? 0, weight));
  };
  const isVenue = acts.every(({ action }) => meetings.has(action)) && (mechanisms.length === 0 || mechanisms.some((one) => held.has(one)));
  for (const actor of actors) add(actor, isVenue && places.includes(actor) ? worth.venue : worth.named);
  if (isPrivate) add(actors.at(-1) ?? null, worth.target);
  for (const place of places) add(place, isVenue ? worth.venue : worth.place);
  for (const { source, action, target, saidBy } of acts) {
    // Who is thrown out is met where he is thrown out of, a guest where his host is at home.
    const isAtSource =
      action === 'expel' || (action === 'restrict' && sitsInCourt(told.title)) || (action === 'visit_or_meet' && hosting.test(told.title));
    const [here, away] = isAtSource ? [source, target] : [target, source];
    add(here, here === target && flagged.test(told.title) ? worth.teller : worth.target);
    add(away, answering.has(action) ? worth.target : worth.source);
    // Arms for Russia are for its war.
    if (action === 'supply_arms' && target === 'RU') add('UA', worth.named);
    if (saidBy !== source && saidBy !== target) add(saidBy, worth.teller);
  }
  // In The Hague others are judged.
  if (weights.size > 1 && weights.has('NL') && hague.test(told.title)) weights.delete('NL');
  let local = false;
  for (const actor of weights.keys()) local ||= !everywhere.has(actor);
  if (local) for (const [actor, weight] of weights) if (everywhere.has(actor)) weights.set(actor, weight * everywhereBeside);
  // Powers meet on the soil of one of them: no matter of anybody else brings them there.
  if (!local) for (const host of hosts) add(host, worth.target);
  // What Russia and China have with each other alone is no matter of Europe, but where they meet is where one of them is at home.
  const meet = hosts.length > 0 || places.includes('RU') || acts.some(({ action }) => action === 'visit_or_meet' || action === 'negotiate');
  if (weights.size === 2 && !meet && weights.has('RU') && weights.has('CN')) weights.set('CN', worth.target).set('RU', worth.named);
  return weights;
}

/** A theater as titles are weighed for it. */
interface Scale {
  id: string;
  /** No actor speaks for it: its kinds of acts do. */
  speaksAlone: boolean;
  mechanisms: ReadonlySet<string> | null;
  parties: readonly string[] | undefined;
}

/** Where an actor is at home: the place of the scale; the root of the number of its homes, which share what it is worth. */
interface Home {
  scale: number;
  isOwn: boolean;
  /** Null where it is no actor of the theater's list. */
  share: number | null;
}

interface Atlas {
  scales: readonly Scale[];
  homes: ReadonlyMap<string, readonly Home[]>;
  /** The scales of which a word stands anywhere in a title in lower case. */
  wordsIn: (title: string) => ReadonlySet<number>;
  /** Where the points of one title are added up. */
  points: Float64Array;
}

const known = new WeakMap<object, Atlas>();

function atlasOf(theaters: Readonly<Record<string, TheaterClues>>): Atlas {
  const atlas = known.get(theaters) ?? makeAtlas(theaters);
  known.set(theaters, atlas);
  return atlas;
}

function makeAtlas(theaters: Readonly<Record<string, TheaterClues>>): Atlas {
  const entries = Object.entries(theaters);
  const counts = new Map<string, number>();
  for (const { actors } of Object.values(theaters)) for (const one of actors) counts.set(one, (counts.get(one) ?? 0) + 1);
  const homes = new Map<string, readonly Home[]>();
  entries.forEach(([id, { actors }], scale) => {
    const owners = Object.keys(own).filter((actor) => own[actor] === id);
    for (const actor of new Set([...actors, ...owners])) {
      const share = actors.includes(actor) ? Math.sqrt(counts.get(actor) ?? 1) : null;
      homes.set(actor, [...(homes.get(actor) ?? []), { scale, isOwn: owners.includes(actor), share }]);
    }
  });
  const scales = entries.map(([id, { actors, mechanisms }]) => ({
    id,
    speaksAlone: actors.length === 0 && mechanisms !== undefined,
    mechanisms: mechanisms ? new Set(mechanisms) : null,
    parties: onlyWith[id],
  }));
  const wordsIn = wordFinder(entries.map(([, { words }]) => words ?? []));
  return { scales, homes, wordsIn, points: new Float64Array(scales.length) };
}

const noHomes: readonly Home[] = [];
const nowhere: ReadonlySet<number> = new Set();

/** Finds the places of the lists of which a word stands in a text. */
function wordFinder(lists: readonly (readonly string[])[]): (text: string) => ReadonlySet<number> {
  const words = [...new Set(lists.flat())].sort();
  const trie = new Trie();
  const root = trie.add(words, 0, 0);
  const listsOf = words.map((one) => [...lists.keys()].filter((at) => lists[at]?.includes(one)));
  // Most letters of a title begin no word, and of those that may most go on otherwise.
  const begins = new Uint8Array(0x10000);
  for (const one of words)
    if (one.length === 1) for (let second = 0; second < 0x10000; second++) begins[pairOf(one.charCodeAt(0), second)] = 1;
    else begins[pairOf(one.charCodeAt(0), one.charCodeAt(1))] = 1;
  return (text) => {
    const { length } = text;
    let found = nowhere;
    let second = length === 0 ? 0 : text.charCodeAt(0);
    for (let from = 0; from < length; from++) {
      const first = second;
      second = from + 1 < length ? text.charCodeAt(from + 1) : 0;
      let node = begins[pairOf(first, second)] === 0 ? 0 : trie.step(root, first);
      for (let at = from + 1; node !== 0; at++) {
        const ending = trie.wordAt(node);
        if (ending >= 0) found = new Set([...found, ...(listsOf[ending] ?? [])]);
        node = at < length ? trie.step(node, text.charCodeAt(at)) : 0;
      }
    }
    return found;
  };
}

/** A place for two letters; a few pairs share theirs. */
function pairOf(first: number, second: number): number {
  return (first * 31 + second) & 0xffff;
}
