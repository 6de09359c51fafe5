// Which clusters hold a word or a term: finds those that a headline or a cluster may belong with, without looking at all.
import type { Cluster, Packed, Vector } from './cluster.js';
import { countIn, seek, wordsIn } from './counts.js';
import type { Frequencies } from './frequencies.js';
import { keyOf } from './headline.js';
import { countIn as countInEntry, Postings, positionIn, Scores } from './postings.js';

/** A word that more clusters hold is followed only if it is among a headline's rarest. */
const mostFollowed = { join: 100, merge: 200 };
const rarestAlways = 4;
const strongest = 24;
const mostCandidates = { join: 4, merge: 24 };
/** Below this score a cluster shares a word by chance. */
const leastScore = 0.012;

export class Index {
  readonly #byWord = new Postings<number>();
  readonly #byTerm = new Postings<string>();
  /** By position; what is gone leaves a gap. */
  readonly #clusters: (Cluster | undefined)[] = [];
  #count = 0;
  /** How many headlines each has, by position. */
  readonly #sizes: number[] = [];
  readonly #scores = new Scores();
  readonly #clusterAt = (position: number): Cluster | undefined => this.#clusters[position];
  #headlines = 0;
  #meanSize = 1;

  /** From now on lengths are seen against the mean size that clusters have now. */
  takeMean(): void {
    this.#meanSize = this.#count === 0 ? 1 : this.#headlines / this.#count;
  }

  /** Notes words and terms of a cluster, again after it has grown. */
  put(cluster: Cluster, words: Iterable<number> = wordsIn(cluster.words), terms: Iterable<string> = cluster.gate.keys()): void {
    const isNew = this.#clusters[cluster.position] === undefined;
    this.#headlines += cluster.size - (isNew ? 0 : (this.#sizes[cluster.position] ?? 0));
    this.#count += isNew ? 1 : 0;
    this.#clusters[cluster.position] = cluster;
    this.#sizes[cluster.position] = cluster.size;
    for (const word of words) this.#byWord.set(word, cluster.position, countIn(cluster.words, word));
    for (const term of terms) this.#byTerm.set(term, cluster.position, 1);
  }

  remove(cluster: Cluster): void {
    if (this.#clusters[cluster.position] !== undefined) {
      this.#headlines -= this.#sizes[cluster.position] ?? 0;
      this.#count -= 1;
    }
    this.#clusters[cluster.position] = undefined;
    for (const word of wordsIn(cluster.words)) this.#byWord.delete(word, cluster.position);
    for (const term of cluster.gate.keys()) this.#byTerm.delete(term, cluster.position);
  }

  /** How much of a headline a cluster's words cover, 0 to 1, as BM25 weighs counts and lengths. */
  coverage(vector: Packed, cluster: Cluster): number {
    const size = vector.length / 2;
    let sum = 0;
    for (let at = 0, there = 0; at < size && there < cluster.words.length; at++) {
      there = seek(cluster.words, vector[at] as number, there);
      if (cluster.words[there] !== vector[at]) continue;
      sum += this.#share(vector[size + at] as number, cluster.words[there + 1] as number, cluster.size);
    }
    return sum;
  }

  /** The clusters that cover most of a headline, at most four, best first. */
  near(vector: Vector, frequencies: Frequencies, mayHold: (cluster: Cluster) => boolean): { cluster: Cluster; score: number }[] {
    const rarest = [...vector]
      .map(([word, weight]) => ({ word, weight, count: frequencies.count(word) }))
      .sort((a, b) => a.count - b.count);
    rarest.forEach(({ word, weight }, at) => {
      for (const entry of this.#byWord.of(word, at < rarestAlways ? Number.POSITIVE_INFINITY : mostFollowed.join)) {
        const position = positionIn(entry);
        this.#scores.add(position, this.#share(weight, countInEntry(entry), this.#sizes[position]));
      }
    });
    return this.#scores.takeBest(mostCandidates.join, leastScore, this.#clusterAt, mayHold);
  }

  /** Clusters that share a cluster's strongest words, or its rarest terms over languages; at most 24 of each, best first. */
  kindred(cluster: Cluster, vector: Packed, frequencies: Frequencies): Cluster[] {
    const size = vector.length / 2;
    const weighted = Array.from({ length: size }, (_, at): [number, number] => [vector[at] as number, vector[size + at] as number]);
    const words = strongestOf(weighted, keyOf);
    const terms = strongestOf(
      [...cluster.gate]
        .filter(
          ([term, count]) => isSpecific(term) && count * 3 >= cluster.size && (!term.startsWith('n') || frequencies.isOfTwoLanguages(term)),
        )
        .map(([term]): [string, number] => [term, frequencies.rarityOfTerm(term)])
        .filter(([, rarity]) => rarity > 0),
      (term) => term,
    );
    for (const [word, weight] of words)
      for (const entry of this.#byWord.of(word, mostFollowed.merge)) {
        const position = positionIn(entry);
        this.#scores.add(position, weight * Math.min(1, countInEntry(entry) / (this.#sizes[position] ?? 1)));
      }
    const sharing = this.#mostSharing(cluster);
    for (const [term, weight] of terms)
      for (const entry of this.#byTerm.of(term, mostFollowed.merge)) this.#scores.add(positionIn(entry), weight);
    return [...new Set([...sharing, ...this.#mostSharing(cluster)])];
  }

  #mostSharing(cluster: Cluster): Cluster[] {
    return this.#scores.takeBest(mostCandidates.merge, 0, this.#clusterAt, (other) => other !== cluster).map(({ cluster: other }) => other);
  }

  #share(weight: number, count = 0, size = 1): number {
    const length = 6 * (0.25 + 0.75 * Math.sqrt(size / this.#meanSize));
    return (weight ** 2 * count) / (count + length);
  }
}

/** By mechanisms and kinds of things alone nothing meets. */
function isSpecific(term: string): boolean {
  return !term.startsWith('m') && !term.startsWith('c');
}

/** Of equals those whose text comes first; all, as they stand, where there are no more. */
function strongestOf<Key>(weighted: [Key, number][], textOf: (key: Key) => string): [Key, number][] {
  if (weighted.length <= strongest) return weighted;
  return weighted.sort(([a, inA], [b, inB]) => inB - inA || (textOf(a) < textOf(b) ? -1 : 1)).slice(0, strongest);
}
