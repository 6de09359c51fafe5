// Arithmetic of word vectors.
import type { Cluster, Packed, Vector, Vectors } from './cluster.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';

/** Unit vectors of a headline's words: each weighs by the root of its rarity. Empty where all of them stand everywhere. */
export function vectorsOf({ words, actors }: Headline, frequencies: Frequencies): Vectors {
  const [common, peculiar] = [new Map<number, number>(), new Map<number, number>()];
  for (const { id, weight } of words) {
    common.set(id, weight * Math.sqrt(frequencies.rarity(id)));
    peculiar.set(id, weight * Math.sqrt(frequencies.rarityWith(id, actors)));
  }
  const vector = unit(common);
  return { words: vector, packed: pack(vector), peculiar: pack(unit(peculiar)) };
}

/** The unit vector of a cluster's words; a word that many of its headlines hold weighs a little less than in proportion. */
export function vectorOfCluster(cluster: Cluster, frequencies: Frequencies): Vector {
  const weighted = new Map<number, number>();
  for (const [word, count] of cluster.words) weighted.set(word, (count === 1 ? 1 : count ** 0.75) * Math.sqrt(frequencies.rarity(word)));
  return unit(weighted);
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
  if (one.length > other.length) return product(other, one);
  const [size, sizeOfOther] = [one.length / 2, other.length / 2];
  const isLopsided = sizeOfOther > lopsided * size;
  let [sum, there] = [0, 0];
  for (let at = 0; at < size && there < sizeOfOther; at++) {
    const word = one[at] as number;
    if (isLopsided) there = placeOf(word, other, there, sizeOfOther);
    else while (there < sizeOfOther && (other[there] as number) < word) there++;
    if (there < sizeOfOther && other[there] === word) sum += (one[size + at] as number) * (other[sizeOfOther + there] as number);
  }
  return sum;
}

/** Of the first `to` words the place of the first that is not before `word`, which is not before `from`. */
function placeOf(word: number, words: Packed, from: number, to: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((words[middle] as number) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}
