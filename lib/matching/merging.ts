// Merges clusters that prove to be one happening, the surest pair first. Made anew with each claim: what was computed of clusters holds for it.
import type { Cluster, Vector } from './cluster.js';
import { contradict } from './contradiction.js';
import { type Model, surplus, verdict, type Weights } from './decision.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';
import type { Index } from './index.js';
import { kinship } from './kinship.js';
import { bridgeFeatures, mergeFeatures, shareLanguage } from './merge.js';
import { type Pair, takeSurest } from './pairs.js';
import type { Rulings } from './rulings.js';
import { shareOnlyActors } from './shared.js';
import { longestMs, spanWith } from './span.js';
import type { Step } from './steps.js';
import { vectorOfCluster } from './vectors.js';
import { linkBetween } from './why.js';

/** Learns what was compared, for training. */
export type Witness = (model: Model, features: Record<string, number>, one: Headline[], other: Headline[]) => void;

/** What the matcher knows and is ruled by. */
interface Context {
  clusters: Set<Cluster>;
  frequencies: Frequencies;
  index: Index;
  weights: Weights;
  rulings: Rulings;
  witness: Witness | undefined;
}

/** Below it hardly two clusters of a language were ever one, where so many headlines are open; among few, what the gate found may still say so. */
const leastCosine = 0.04;
const manyHeadlines = 1200;

export class Merging {
  readonly #context: Context;
  readonly #vectors = new Map<Cluster, { version: number; vector: Vector }>();
  /** By positions, the versions in which two were compared last; each as one number. */
  readonly #compared = new Map<number, number>();
  readonly #pairs: Pair[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  /** Merges the surest pair that touches a changed cluster until none is sure enough. */
  merge(touched: ReadonlySet<Cluster>): void {
    for (const cluster of touched) this.#compare(cluster);
    for (;;) {
      const pair = takeSurest(this.#pairs);
      if (pair === undefined) return;
      const { one, other, versions } = pair;
      if (one.isGone || other.isGone || one.version !== versions[0] || other.version !== versions[1]) continue;
      const [into, from] = one.size > other.size || (one.size === other.size && one.isBefore(other)) ? [one, other] : [other, one];
      const step = this.#stepOf(pair);
      this.#context.index.remove(from);
      into.absorb(from);
      into.steps.push(step);
      this.#context.clusters.delete(from);
      this.#context.index.put(into, from.words.keys(), from.gate.keys());
      this.#compare(into);
    }
  }

  #stepOf({ one, other, model, features }: Pair): Step {
    const side = ({ known, fresh }: Cluster) => ({
      families: known.map(({ efId }) => efId),
      titles: fresh.map(({ title }) => title.titleId),
    });
    const link = linkBetween(one, other, this.#context.frequencies);
    return { act: 'merge', one: side(one), other: side(other), model, ...link, ...verdict(model, features, this.#context.weights) };
  }

  #compare(cluster: Cluster): void {
    if (cluster.isGone) return;
    const vector = this.#vectorOf(cluster);
    for (const other of this.#context.index.kindred(cluster, vector, this.#context.frequencies)) {
      if (cluster.news + other.news === 0 || spanWith(cluster, other.first, other.last) > longestMs) continue;
      const [one, two] = cluster.isBefore(other) ? [cluster, other] : [other, cluster];
      if (this.#isHopeless(cluster, vector, other)) continue;
      if (this.#wereCompared(one, two)) continue;
      if (contradict(one.told, two.told)) continue;
      const { model, features } = this.#featuresOf(one, two);
      const value = surplus(model, features, this.#context.weights);
      if (value <= 0 || this.#context.rulings.part(one.headlines, two.headlines)) continue;
      this.#pairs.push({ one, other: two, surplus: value, model, features, versions: [one.version, two.version] });
    }
  }

  /** Whether the two were compared as they are; from now on they were. */
  #wereCompared(one: Cluster, two: Cluster): boolean {
    const [pair, versions] = [one.position * 2 ** 26 + two.position, one.version * 2 ** 26 + two.version];
    if (this.#compared.get(pair) === versions) return true;
    this.#compared.set(pair, versions);
    return false;
  }

  /** Whether words have too little in common for anything else to make up for it: spares most pairs the comparison. */
  #isHopeless(one: Cluster, vector: Vector, other: Cluster): boolean {
    const { frequencies } = this.#context;
    const wordsDecide = frequencies.headlines >= manyHeadlines && shareLanguage(one, other);
    if (!wordsDecide && !shareOnlyActors(one, other)) return false;
    return kinship(vector, other, frequencies) < leastCosine;
  }

  #featuresOf(one: Cluster, other: Cluster): Pick<Pair, 'model' | 'features'> {
    const model: Model = shareLanguage(one, other) ? 'merge' : 'bridge';
    const features =
      model === 'merge'
        ? mergeFeatures(this.#sideOf(one), this.#sideOf(other), this.#context.frequencies, this.#context.index)
        : bridgeFeatures(one, other, this.#context.frequencies);
    this.#context.witness?.(model, features, one.headlines, other.headlines);
    return { model, features };
  }

  #sideOf(cluster: Cluster) {
    return { cluster, vector: this.#vectorOf(cluster) };
  }

  #vectorOf(cluster: Cluster): Vector {
    const known = this.#vectors.get(cluster);
    if (known?.version === cluster.version) return known.vector;
    const vector = vectorOfCluster(cluster, this.#context.frequencies);
    this.#vectors.set(cluster, { version: cluster.version, vector });
    return vector;
  }
}
