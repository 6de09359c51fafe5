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
    const found = { cosine: 0, heaviest: 0, count: 0 };
    const length = this.#lengthOf(other);
    if (length === 0) return found;
    const { words: counts } = other;
    const size = vector.length / 2;
    const add = (word: number, weight: number, count: number): void => {
      const product = (weight * weightIn(count, this.#frequencies.rarity(word))) / length;
      found.cosine += product;
      found.heaviest = Math.max(found.heaviest, product);
      if (product > leastShared) found.count += 1;
    };
    if (counts.length < vector.length)
      for (let at = 0, there = 0; at < counts.length && there < size; at += 2) {
        const word = counts[at] as number;
        there = placeOf(word, vector, there, size);
        if (there < size && vector[there] === word) add(word, vector[size + there] as number, counts[at + 1] as number);
      }
    else
      for (let at = 0, there = 0; at < size && there < counts.length; at++) {
        const word = vector[at] as number;
        there = seek(counts, word, there);
        if (counts[there] === word) add(word, vector[size + at] as number, counts[there + 1] as number);
      }
    return found;
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
