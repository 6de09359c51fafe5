// What two sides have in common beyond their words: actors, numbers, places, acts, and the terms that mean the same in every language.
import type { Cluster } from './cluster.js';
import type { Counts } from './counts.js';
import type { Frequencies } from './frequencies.js';

/** 1 where both have something of the kind in common; `clash` 1 where both have some and nothing in common. */
interface Common {
  same: 0 | 1;
  clash: 0 | 1;
}

/** `same` where both have one in common, `clash` where each has some and none is the other's; neither where one side has none. */
export function common(ones: Iterable<string>, others: ReadonlyMap<string, number>): Common {
  if (others.size === 0) return neither;
  let some = false;
  for (const one of ones) {
    if (others.has(one)) return same;
    some = true;
  }
  return some ? clash : neither;
}

const same: Common = { same: 1, clash: 0 };
const clash: Common = { same: 0, clash: 1 };
const neither: Common = { same: 0, clash: 0 };

/** 1 where each side is led by an actor that the other does not name. */
export function leadersClash(one: Cluster, other: Cluster): 0 | 1 {
  const [a, b] = [one.leader, other.leader];
  return a !== null && b !== null && !one.actors.has(b) && !other.actors.has(a) ? 1 : 0;
}

/** By actor, how many headlines of a side name it. */
type Named = ReadonlyMap<string, number>;

/** Two headlines of one happening name about so many actors that the other does not. */
const usuallyApart = 0.65;
const manyOpen = 100;

/**
 * How many actors one side names and the other does not, each by the share of headlines that do, beyond what is usual; less than 0 only by as
 * much as both name, and less so while few headlines are open, for then nobody knows whom all of them name. On four days of real headlines that
 * parts what is one from what is not better than any likeness does, among those that are alike enough to be one.
 */
export function apart(ones: Named, size: number, others: Named, sizeOfOthers: number, open: number): number {
  let [differ, agree] = [0, 0];
  for (const [actor, times] of ones) {
    const [here, there] = [times / size, (others.get(actor) ?? 0) / sizeOfOthers];
    differ += Math.abs(here - there);
    agree += Math.min(here, there);
  }
  for (const [actor, times] of others) if (!ones.has(actor)) differ += times / sizeOfOthers;
  return Math.max(differ - usuallyApart, -agree * Math.min(1, open / manyOpen));
}

/** How much two clusters share of the gate's terms, by rarity; all in tens. */
export interface SharedTerms {
  /** All kinds but names. */
  all: number;
  names: number;
  /** The rarest that names somebody or something. */
  rarest: number;
  count: number;
  /** Actors with mechanisms, and pairs of actors. */
  pairs: number;
  /** Places, and places or actors with things and mechanisms. */
  places: number;
}

/** `names` count only between languages: within one, words say them already; numbers only within one: what they count is in no term. */
export function sharedTerms(one: Cluster, other: Cluster, frequencies: Frequencies, betweenLanguages: boolean): SharedTerms {
  const sums = { all: 0, names: 0, rarest: 0, count: 0, pairs: 0, places: 0 };
  const [small, large] = one.gate.size < other.gate.size ? [one, other] : [other, one];
  for (const [term, times] of small.gate) {
    const kind = term[0];
    if (kind === (betweenLanguages ? '#' : 'n')) continue;
    const timesThere = large.gate.get(term);
    if (timesThere === undefined || (kind === 'n' && !frequencies.isOfTwoLanguages(term))) continue;
    const share = Math.min(1, 2 * Math.min(times / small.size, timesThere / large.size));
    const worth = (share * frequencies.rarityOfTerm(term)) / 10;
    if (worth <= 0) continue;
    if (kind === 'n') sums.names += worth;
    else {
      sums.all += worth;
      sums.count += 0.1;
    }
    if (kind !== 'm' && kind !== 'c') sums.rarest = Math.max(sums.rarest, worth);
    if (kind === 'x' || kind === 'p') sums.pairs += worth;
    if (kind === 'y' || kind === 'l') sums.places += worth;
  }
  return sums;
}

/** Whether nothing but actors is common to both, of all that means the same in every language: a shared country or office joins nothing. */
export function shareOnlyActors(one: Cluster, other: Cluster): boolean {
  const [small, large] = one.gate.size < other.gate.size ? [one, other] : [other, one];
  for (const term of small.gate.keys()) if (term[0] !== 'a' && term[0] !== 'p' && large.gate.has(term)) return false;
  return true;
}

/** The cosine of what both sides mean, 0 to 1: each meaning weighs by the headlines of a side that hold it and by how rare it is. 0 where one means nothing. */
export function likenessOfMeaning(one: Counts, other: Counts, frequencies: Frequencies): number {
  let [product, squares, squaresOfOther] = [0, 0, 0];
  for (let [at, there] = [0, 0]; at < one.length || there < other.length; ) {
    const meaning = at < one.length ? (one[at] as number) : Number.POSITIVE_INFINITY;
    const another = there < other.length ? (other[there] as number) : Number.POSITIVE_INFINITY;
    const rarity = frequencies.rarityOfMeaning(Math.min(meaning, another));
    const count = meaning <= another ? (one[at + 1] as number) : 0;
    const countOfOther = another <= meaning ? (other[there + 1] as number) : 0;
    product += count * countOfOther * rarity;
    squares += count * count * rarity;
    squaresOfOther += countOfOther * countOfOther * rarity;
    if (meaning <= another) at += 2;
    if (another <= meaning) there += 2;
  }
  return product === 0 ? 0 : product / Math.sqrt(squares * squaresOfOther);
}

const hour = 3_600_000;

/** Hours as the models take them: log1p, in fives; 0 where one side has no time. */
export function logHoursBetween(from: number, to: number): number {
  const span = to - from;
  return Number.isFinite(span) ? Math.log1p(Math.max(0, span) / hour) / 5 : 0;
}

/** With so many headlines a family, and more, nothing more is asked than the weights do; with half as many the most. */
const enoughPerFamily = 4;

interface Window {
  logOpen: number;
  isSmall: number;
  /** How far most headlines are alone, 0 to 1; hardly more than 0 while few are open. */
  isLonely: number;
}

/** How large the window is, and how large its families: the more headlines are open and the more of them alone, the more are alike by chance. */
export function sizeOfWindow({ headlines, perFamily }: Frequencies): Window {
  const isSmall = smallness(headlines);
  const lacking = Math.min(1, Math.max(0, 2 - (2 * perFamily) / enoughPerFamily));
  return { logOpen: Math.log(1 + headlines) / 10, isSmall, isLonely: lacking * (1 - Math.cbrt(isSmall)) };
}

/** How small a window of so many open headlines is: 1 for none, near 0 from 2,000 on. */
export function smallness(headlines: number): number {
  return Math.exp(-headlines / 500);
}

/** From so many headlines on a family is large. */
const largeFrom = 6;

/** How large a family would be: 0 up to six headlines, and where no time is known or hardly a headline is open. One that is not of it harms all. */
export function largeness(headlines: number, timed: number, isSmall: number): number {
  return timed * (1 - isSmall) * Math.max(0, Math.log(headlines / largeFrom));
}
