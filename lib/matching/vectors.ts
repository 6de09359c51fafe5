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
  return { words: vector, packed: pack(vector), peculiar: unit(peculiar) };
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

export function dot(one: Vector, other: Vector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
  return sum;
}

function pack(vector: Vector): Packed {
  const words = [...vector.keys()].sort((a, b) => a - b);
  return words.concat(words.map((word) => vector.get(word) ?? 0));
}

/** The product of two packed vectors. */
export function product(one: Packed, other: Packed): number {
  const [size, sizeOfOther] = [one.length / 2, other.length / 2];
  let [sum, at, there] = [0, 0, 0];
  while (at < size && there < sizeOfOther) {
    const difference = (one[at] as number) - (other[there] as number);
    if (difference === 0) sum += (one[size + at] as number) * (other[sizeOfOther + there] as number);
    if (difference <= 0) at++;
    if (difference >= 0) there++;
  }
  return sum;
}
