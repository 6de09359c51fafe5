// Arithmetic of word vectors.
import type { Cluster, Packed, Vector, Vectors } from './cluster.js';
import { countsOf } from './counts.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';
import { weightOf } from './word-table.js';

/** Unit vectors of a headline's words: each weighs by the root of its rarity. Empty where all of them stand everywhere. */
export function vectorsOf({ words, actors }: Headline, frequencies: Frequencies): Vectors {
  const [common, peculiar] = [new Map<number, number>(), new Map<number, number>()];
  for (const word of words) {
    const weight = weightOf(word);
    common.set(word, weight * Math.sqrt(frequencies.rarity(word)));
    peculiar.set(word, weight * Math.sqrt(frequencies.rarityWith(word, actors)));
  }
  const vector = unit(common);
  return { words: vector, packed: pack(vector), peculiar: pack(unit(peculiar)), counts: countsOf(words) };
}

/** The unit vector of a cluster's words. */
export function vectorOfCluster(cluster: Cluster, frequencies: Frequencies): Packed {
  const length = lengthOfCluster(cluster, frequencies);
  const { words: counts } = cluster;
  const [words, weights]: [number[], number[]] = [[], []];
  for (let at = 0; at < counts.length; at += 2) {
    const word = counts[at] as number;
    const rarity = frequencies.rarity(word);
    if (rarity <= 0) continue;
    words.push(word);
    weights.push(weightIn(counts[at + 1] as number, rarity) / length);
  }
  return words.concat(weights);
}

/** The length that a cluster's words have before they are brought to that of one; 0 where all of them stand everywhere. */
export function lengthOfCluster(cluster: Cluster, frequencies: Frequencies): number {
  const { words: counts } = cluster;
  let squares = 0;
  for (let at = 0; at < counts.length; at += 2) {
    const count = counts[at + 1] as number;
    squares += count * Math.sqrt(count) * frequencies.rarity(counts[at] as number);
  }
  return Math.sqrt(squares);
}

/** A word that many of a cluster's headlines hold weighs a little less than in proportion: by the power of three quarters. */
export function weightIn(count: number, rarity: number): number {
  return Math.sqrt(count * Math.sqrt(count) * rarity);
}

/** Brings what is positive to the length of one, in place; what is not goes. */
function unit(weighted: Map<number, number>): Vector {
  let squares = 0;
  for (const [word, weight] of weighted) {
    if (weight > 0) squares += weight * weight;
    else weighted.delete(word);
  }
  const length = Math.sqrt(squares);
  for (const [word, weight] of weighted) weighted.set(word, weight / length);
  return weighted;
}

function pack(vector: Vector): Packed {
  const words = [...vector.keys()].sort((a, b) => a - b);
  return words.concat(words.map((word) => vector.get(word) ?? 0));
}

/** Where one has so many times the words of the other, these are looked up in it. */
const lopsided = 8;

/** The product of two packed vectors. */
export function product(one: Packed, other: Packed): number {
  return one.length > other.length ? productWith(other, one) : productWith(one, other);
}

function productWith(short: Packed, long: Packed): number {
  const [size, sizeOfLong] = [short.length / 2, long.length / 2];
  const isLopsided = sizeOfLong > lopsided * size;
  let [sum, there] = [0, 0];
  for (let at = 0; at < size && there < sizeOfLong; at++) {
    const word = short[at] as number;
    if (isLopsided) there = placeOf(word, long, there, sizeOfLong);
    else while (there < sizeOfLong && (long[there] as number) < word) there++;
    if (there < sizeOfLong && long[there] === word) sum += (short[size + at] as number) * (long[sizeOfLong + there] as number);
  }
  return sum;
}

/** So many steps are taken one by one before what is left is halved again and again. */
const steps = 8;

/** Of the first `to` words the place of the first that is not before `word`, which is not before `from`. */
export function placeOf(word: number, words: Packed, from: number, to: number): number {
  let low = from;
  for (let step = 0; step < steps; step++, low++) if (low >= to || (words[low] as number) >= word) return low;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
