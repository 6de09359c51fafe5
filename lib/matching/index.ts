// Which clusters hold a word or a term: finds those that a headline or a cluster may belong with, without looking at all.
import type { Cluster, Vector } from './cluster.js';
import type { Frequencies } from './frequencies.js';

/** A word that more clusters hold is followed only if it is among a headline's rarest. */
const mostFollowed = { join: 100, merge: 400 };
const rarestAlways = 4;
const strongest = 24;
const mostCandidates = { join: 4, merge: 24 };
/** Below this score a cluster shares a word by chance. */
const leastScore = 0.012;

export class Index {
  readonly #byWord = new Map<string, Set<Cluster>>();
  readonly #byTerm = new Map<string, Set<Cluster>>();
  /** Mean size of the clusters when the claim began. */
  meanSize = 1;

  /** Notes words and terms of a cluster, again after it has grown. */
  put(cluster: Cluster, words: Iterable<string> = cluster.words.keys(), terms: Iterable<string> = cluster.gate.keys()): void {
    for (const word of words) into(this.#byWord, word).add(cluster);
    for (const term of terms) into(this.#byTerm, term).add(cluster);
  }

  remove(cluster: Cluster): void {
    for (const word of cluster.words.keys()) from(this.#byWord, word, cluster);
    for (const term of cluster.gate.keys()) from(this.#byTerm, term, cluster);
  }

  /** How much of a headline a cluster's words cover, 0 to 1, as BM25 weighs counts and lengths. */
  coverage(vector: Vector, cluster: Cluster): number {
    let sum = 0;
    for (const [word, weight] of vector) sum += this.#share(weight, cluster.words.get(word), cluster.size);
    return sum;
  }

  /** The clusters that cover most of a headline, at most four, best first. */
  near(vector: Vector, frequencies: Frequencies, mayHold: (cluster: Cluster) => boolean): { cluster: Cluster; score: number }[] {
    const scores = new Map<Cluster, number>();
    const rarest = [...vector].sort(([a], [b]) => frequencies.count(a) - frequencies.count(b));
    rarest.forEach(([word, weight], at) => {
      const holders = this.#byWord.get(word);
      if (holders === undefined || (holders.size > mostFollowed.join && at >= rarestAlways)) return;
      for (const cluster of holders)
        scores.set(cluster, (scores.get(cluster) ?? 0) + this.#share(weight, cluster.words.get(word), cluster.size));
    });
    return [...scores]
      .filter(([cluster, score]) => score > leastScore && mayHold(cluster))
      .map(([cluster, score]) => ({ cluster, score }))
      .sort((a, b) => b.score - a.score || (a.cluster.isBefore(b.cluster) ? -1 : 1))
      .slice(0, mostCandidates.join);
  }

  /** Clusters that share a cluster's strongest words, or its rarest terms over languages; at most 24 of each, best first. */
  kindred(cluster: Cluster, vector: Vector, frequencies: Frequencies): Cluster[] {
    const words = strongestOf([...vector]);
    const terms = strongestOf(
      [...cluster.gate]
        .filter(
          ([term, count]) => isSpecific(term) && count * 3 >= cluster.size && (!term.startsWith('n') || frequencies.isOfTwoLanguages(term)),
        )
        .map(([term]): [string, number] => [term, frequencies.rarityOfTerm(term)])
        .filter(([, rarity]) => rarity > 0),
    );
    return [
      ...new Set([
        ...mostSharing(cluster, words, this.#byWord, (other, word) => Math.min(1, (other.words.get(word) ?? 0) / other.size)),
        ...mostSharing(cluster, terms, this.#byTerm, () => 1),
      ]),
    ];
  }

  #share(weight: number, count = 0, size: number): number {
    const length = 6 * (0.25 + 0.75 * Math.sqrt(size / this.meanSize));
    return (weight ** 2 * count) / (count + length);
  }
}

/** By mechanisms and kinds of things alone nothing meets. */
function isSpecific(term: string): boolean {
  return !term.startsWith('m') && !term.startsWith('c');
}

function strongestOf(weighted: [string, number][]): [string, number][] {
  return weighted.sort(([a, inA], [b, inB]) => inB - inA || (a < b ? -1 : 1)).slice(0, strongest);
}

function mostSharing(
  cluster: Cluster,
  keys: readonly [string, number][],
  holders: ReadonlyMap<string, ReadonlySet<Cluster>>,
  factor: (other: Cluster, key: string) => number,
): Cluster[] {
  const scores = new Map<Cluster, number>();
  for (const [key, weight] of keys) {
    const those = holders.get(key);
    if (those === undefined || those.size > mostFollowed.merge) continue;
    for (const other of those) if (other !== cluster) scores.set(other, (scores.get(other) ?? 0) + weight * factor(other, key));
  }
  return [...scores]
    .sort(([a, inA], [b, inB]) => inB - inA || (a.isBefore(b) ? -1 : 1))
    .slice(0, mostCandidates.merge)
    .map(([other]) => other);
}

function into(holders: Map<string, Set<Cluster>>, key: string): Set<Cluster> {
  const known = holders.get(key);
  if (known !== undefined) return known;
  const made = new Set<Cluster>();
  holders.set(key, made);
  return made;
}

function from(holders: Map<string, Set<Cluster>>, key: string, cluster: Cluster): void {
  const those = holders.get(key);
  those?.delete(cluster);
  if (those?.size === 0) holders.delete(key);
}
