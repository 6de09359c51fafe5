// Arithmetic of word vectors.
import type { Cluster, Vector, Vectors } from './cluster.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';

/** Unit vectors of a headline's words: each weighs by the root of its rarity. Empty where all of them stand everywhere. */
export function vectorsOf({ words, actors }: Headline, frequencies: Frequencies): Vectors {
  const by = (rarityOf: (key: string) => number) => unit(words.map(({ key, weight }) => [key, weight * Math.sqrt(rarityOf(key))]));
  return { words: by((key) => frequencies.rarity(key)), peculiar: by((key) => frequencies.rarityWith(key, actors)) };
}

/** The unit vector of a cluster's words; a word that many of its headlines hold weighs a little less than in proportion. */
export function vectorOfCluster(cluster: Cluster, frequencies: Frequencies): Vector {
  return unit([...cluster.words].map(([key, count]) => [key, count ** 0.75 * Math.sqrt(frequencies.rarity(key))]));
}

function unit(weighted: readonly (readonly [string, number])[]): Vector {
  const positive = weighted.filter(([, weight]) => weight > 0);
  const length = Math.hypot(...positive.map(([, weight]) => weight));
  return new Map(positive.map(([key, weight]) => [key, weight / length]));
}

export function dot(one: Vector, other: Vector): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [key, weight] of small) sum += weight * (large.get(key) ?? 0);
  return sum;
}
