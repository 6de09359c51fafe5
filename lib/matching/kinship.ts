// How much the words of clusters have in common. Of a cluster that is compared with many its vector is made, of the others the length alone.
// Made anew with each claim: what was computed of clusters holds for it.
import type { Cluster, Packed } from './cluster.js';
import { seek } from './counts.js';
import type { Frequencies } from './frequencies.js';
import { lengthOfCluster, placeOf, vectorOfCluster, weightIn } from './vectors.js';

/** The cosine of two clusters, the largest product of one word in it, and how many words count as shared. */
export interface Kinship {
  cosine: number;
  heaviest: number;
  count: number;
}

/** From this product on a word counts as shared. */
const leastShared = 0.03;

/** Lengths are taken to be what they were while the number of open headlines has not changed by more. */
const drift = 0.02;

export class Kinships {
  readonly #frequencies: Frequencies;
  readonly #vectors = new Map<Cluster, { version: number; vector: Packed }>();

  constructor(frequencies: Frequencies) {
    this.#frequencies = frequencies;
  }

  vectorOf(cluster: Cluster): Packed {
    const known = this.#vectors.get(cluster);
    if (known?.version === cluster.version) return known.vector;
    const vector = vectorOfCluster(cluster, this.#frequencies);
    this.#vectors.set(cluster, { version: cluster.version, vector });
    return vector;
  }

  /** What the first, whose vector is made, has in common with the other. */
  of(cluster: Cluster, other: Cluster): Kinship {
    const vector = this.vectorOf(cluster);
    const length = this.#lengthOf(other);
    let [cosine, heaviest, count] = [0, 0, 0];
    if (length === 0) return { cosine, heaviest, count };
    const { words: counts } = other;
    const size = vector.length / 2;
    const isFewer = counts.length < vector.length;
    for (let [at, there] = [0, 0]; at < size && there < counts.length; ) {
      // The shorter is gone through, and its words are looked up in the longer.
      const word = (isFewer ? counts[there] : vector[at]) as number;
      if (isFewer) at = placeOf(word, vector, at, size);
      else there = seek(counts, word, there);
      if (at < size && vector[at] === word && counts[there] === word) {
        const weight = weightIn(counts[there + 1] as number, this.#frequencies.rarity(word));
        const product = ((vector[size + at] as number) * weight) / length;
        cosine += product;
        if (product > heaviest) heaviest = product;
        if (product > leastShared) count += 1;
      }
      if (isFewer) there += 2;
      else at += 1;
    }
    return { cosine, heaviest, count };
  }

  #lengthOf(cluster: Cluster): number {
    const { headlines } = this.#frequencies;
    const { length: known, version } = cluster;
    if (known?.version === version && Math.abs(known.headlines - headlines) <= drift * headlines) return known.value;
    const value = lengthOfCluster(cluster, this.#frequencies);
    cluster.length = { version, headlines, value };
    return value;
  }
}
