// Which clusters hold a word or a term: finds those that a headline or a cluster may belong with, without looking at all.
import type { Cluster, Packed, Vector } from './cluster.js';
import { countIn, seek, wordsIn } from './counts.js';
import type { Frequencies } from './frequencies.js';
import { countInPosting as countInEntry, mostSlots, Postings, Scores, slotIn } from './postings.js';
import { Strongest } from './strongest.js';
import { wordText } from './word-table.js';

/** A word that more clusters hold is followed only if it is among a headline's rarest. */
const mostFollowed = 100;
const rarestAlways = 4;
const mostCandidates = { join: 4, merge: 24 };
/** Of clusters of fewer headlines the length is computed once a claim. */
const mostLengths = 256;
/** Below this score a cluster shares a word by chance. */
const leastScore = 0.012;

export class Index {
  readonly #byWord = Postings.byNumber();
  readonly #byTerm = Postings.byText();
  /** By slot; that of one that is gone is given to the next that comes, so that memory is that of the open ones. */
  readonly #clusters: (Cluster | undefined)[] = [];
  readonly #slots = new Map<Cluster, number>();
  readonly #free: number[] = [];
  /** How many headlines each has, by slot. */
  readonly #sizes: number[] = [];
  readonly #ranks: number[] = [];
  readonly #shelved = { clusters: this.#clusters, ranks: this.#ranks };
  readonly #scores = new Scores();
  /** By size, as of the mean size now; 0 for one that nobody has asked for. */
  readonly #lengths = new Float64Array(mostLengths);
  #headlines = 0;
  #meanSize = 1;

  /** From now on lengths are seen against the mean size that clusters have now, which it returns: 1 where there is none. */
  takeMean(): number {
    this.#lengths.fill(0);
    this.#meanSize = this.#slots.size === 0 ? 1 : this.#headlines / this.#slots.size;
    return this.#meanSize;
  }

  /** Notes words and terms of a cluster, again after it has grown. */
  put(cluster: Cluster, words: Iterable<number> = wordsIn(cluster.words), terms: Iterable<string> = cluster.gate.keys()): void {
    const slot = this.#slots.get(cluster) ?? this.#take(cluster);
    this.#headlines += cluster.size - (this.#sizes[slot] as number);
    this.#sizes[slot] = cluster.size;
    for (const word of words) this.#byWord.set(word, slot, countIn(cluster.words, word));
    for (const term of terms) this.#byTerm.set(term, slot, 1);
  }

  remove(cluster: Cluster): void {
    const slot = this.#slots.get(cluster);
    if (slot === undefined) return;
    this.#headlines -= this.#sizes[slot] as number;
    this.#clusters[slot] = undefined;
    this.#slots.delete(cluster);
    this.#free.push(slot);
    for (const word of wordsIn(cluster.words)) this.#byWord.delete(word, slot);
    for (const term of cluster.gate.keys()) this.#byTerm.delete(term, slot);
  }

  /** A slot for a cluster that is new, of no headlines yet. */
  #take(cluster: Cluster): number {
    const slot = this.#free.pop() ?? this.#clusters.length;
    if (slot >= mostSlots) throw new RangeError(`More than ${mostSlots} families are open at once; let P3 work fewer days at a time.`);
    this.#clusters[slot] = cluster;
    this.#sizes[slot] = 0;
    this.#ranks[slot] = cluster.rank;
    this.#slots.set(cluster, slot);
    return slot;
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
      for (const entry of this.#byWord.of(word, at < rarestAlways ? Number.POSITIVE_INFINITY : mostFollowed)) {
        const slot = slotIn(entry);
        this.#scores.add(slot, this.#share(weight, countInEntry(entry), this.#sizes[slot]));
      }
    });
    return this.#scores.takeBest(mostCandidates.join, leastScore, this.#shelved, mayHold);
  }

  /** Clusters that share a cluster's strongest words, or its rarest terms over languages; at most 24 of each, best first. */
  kindred(cluster: Cluster, vector: Packed, frequencies: Frequencies): Cluster[] {
    const size = vector.length / 2;
    const words = new Strongest<number>(size, wordText);
    for (let at = 0; at < size; at++) words.offer(vector[at] as number, vector[size + at] as number);
    words.each((word, weight) => {
      for (const entry of this.#byWord.of(word, mostFollowed)) {
        const slot = slotIn(entry);
        this.#scores.add(slot, weight * Math.min(1, countInEntry(entry) / (this.#sizes[slot] as number)));
      }
    });
    const sharing = this.#mostSharing(cluster);
    const terms = termsThatMeet(cluster, frequencies);
    const strongestTerms = new Strongest<string>(terms.length, (term) => term);
    for (const { term, rarity } of terms) strongestTerms.offer(term, rarity);
    strongestTerms.each((term, rarity) => {
      for (const entry of this.#byTerm.of(term, mostFollowed)) this.#scores.add(slotIn(entry), rarity);
    });
    return [...new Set([...sharing, ...this.#mostSharing(cluster)])];
  }

  #mostSharing(cluster: Cluster): Cluster[] {
    return this.#scores.takeBest(mostCandidates.merge, 0, this.#shelved, (other) => other !== cluster).map(({ cluster: other }) => other);
  }

  #share(weight: number, count = 0, size = 1): number {
    return (weight ** 2 * count) / (count + this.#lengthOf(size));
  }

  #lengthOf(size: number): number {
    const known = this.#lengths[size];
    if (known !== undefined && known !== 0) return known;
    const length = 6 * (0.25 + 0.75 * Math.sqrt(size / this.#meanSize));
    if (size < this.#lengths.length) this.#lengths[size] = length;
    return length;
  }
}

/** Terms that a third of a cluster's headlines tell and that are not everywhere; by mechanisms and kinds of things alone nothing meets. */
function termsThatMeet({ gate, size }: Cluster, frequencies: Frequencies): { term: string; rarity: number }[] {
  const terms: { term: string; rarity: number }[] = [];
  for (const [term, count] of gate) {
    const kind = term[0];
    if (count * 3 < size || kind === 'm' || kind === 'c' || (kind === 'n' && !frequencies.isOfTwoLanguages(term))) continue;
    const rarity = frequencies.rarityOfTerm(term);
    if (rarity > 0) terms.push({ term, rarity });
  }
  return terms;
}
