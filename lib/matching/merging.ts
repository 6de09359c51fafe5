// Merges clusters that prove to be one happening, the surest pair first. Made anew with each claim: what was computed of clusters holds for it.
import { sidesAgree } from './agreement.js';
import type { Cluster } from './cluster.js';
import { contradict } from './contradiction.js';
import { wordsIn } from './counts.js';
import { type MatchingWeights, type Model, surplus, verdict } from './decision.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';
import type { Index } from './index.js';
import { type Kinship, Kinships } from './kinship.js';
import { marginOfMerge } from './margins.js';
import { bridgeFeatures, mergeFeatures, shareLanguage } from './merge.js';
import { isSurer, type Pair, takeSurest } from './pairs.js';
import { mayBeAsked, mayUnite } from './prevailing.js';
import type { Rulings } from './rulings.js';
import { shareOnlyActors } from './shared.js';
import { longestMs, silenceBetween, spanWith } from './span.js';
import type { GroupingStep } from './steps.js';
import { askedOfLoose, askedOfUndated, isLoose, mustHoldTogether } from './tightness.js';
import { linkBetween } from './why.js';

/** Learns what was compared, for training. */
export type Witness = (model: Model, features: Record<string, number>, one: Headline[], other: Headline[]) => void;

/** What the matcher knows and is ruled by. */
interface Context {
  clusters: Set<Cluster>;
  frequencies: Frequencies;
  index: Index;
  weights: MatchingWeights;
  rulings: Rulings;
  witness: Witness | undefined;
  /** Whether somebody is asked about the doubtful: then only the sure is made one unasked. */
  isJudged: boolean;
}

/** What is made one: by what the models say, or because somebody who was asked says so. */
type Uniting = Pick<Pair, 'one' | 'other' | 'model' | 'features'> & { judgedBy?: string | undefined };

/** Among so many open headlines two clusters of a language were hardly ever one below this likeness; among few, what the gate found may still say so. */
const leastCosine = 0.04;
const manyHeadlines = 1200;
/** The more are open, the more alike are some by chance: by so much with each e-fold. */
const growth = 0.0125;
/** So many logits short of what is asked are at best those whose words tell nothing and that do not agree on enough: who judges may be asked. */
const disagreeing = -0.5;

export class Merging {
  readonly #context: Context;
  readonly #kinships: Kinships;
  /** By positions, the versions in which two were compared last; each as one number. */
  readonly #compared = new Map<number, number>();
  readonly #pairs: Pair[] = [];
  /** Sure enough, and loose: they wait until all others are merged, for only then it shows how large stories are. */
  readonly #loose: Pair[] = [];

  constructor(context: Context) {
    this.#context = context;
    this.#kinships = new Kinships(context.frequencies);
  }

  /** Merges the surest pair that touches a changed cluster until none is sure enough; returns what the changed have come to, in the order of clusters. */
  merge(touched: ReadonlySet<Cluster>): Cluster[] {
    const changed = new Set(touched);
    for (const cluster of touched) this.#compare(cluster);
    for (let pair = this.#takeNext(); pair !== undefined; pair = this.#takeNext()) {
      const { one, other, versions } = pair;
      if (one.isGone || other.isGone || one.version !== versions[0] || other.version !== versions[1]) continue;
      const home = this.unite(pair);
      changed.add(home);
      this.#compare(home);
    }
    return [...changed].filter(({ isGone }) => !isGone).sort((a, b) => a.position - b.position);
  }

  /** Makes one cluster of two, and returns it: the larger takes in the other. */
  unite(pair: Uniting): Cluster {
    const { one, other } = pair;
    const [into, from] = one.size > other.size || (one.size === other.size && one.isBefore(other)) ? [one, other] : [other, one];
    const step = this.#stepOf(pair);
    this.#context.index.remove(from);
    into.absorb(from);
    into.steps.push(step);
    this.#context.clusters.delete(from);
    this.#context.index.put(into, wordsIn(from.words), from.gate.keys());
    return into;
  }

  /** Those that a cluster may be one with though nothing is sure, the likeliest first. */
  unsure(cluster: Cluster, least: number): Pair[] {
    const pairs: Pair[] = [];
    for (const other of this.#kindredOf(cluster)) {
      const pair = this.#pairOf(cluster, other, this.#kinships.of(cluster, other));
      if (pair !== undefined && pair.surplus > least) pairs.push(pair);
    }
    return pairs.sort((a, b) => (isSurer(a, b) ? -1 : 1));
  }

  /** False where they exclude each other, whatever speaks for them: what they tell, their times, what an operator has ruled. */
  mayBeOne(one: Cluster, other: Cluster): boolean {
    if (!mayBeAsked(one, other) || spanWith(one, other.first, other.last) > longestMs) return false;
    return !contradict(one.told, other.told, silenceBetween(one, other)) && !this.#context.rulings.part(one.headlines, other.headlines);
  }

  /** Whether those that are sure enough may be made one though nobody says so. */
  mayUniteUnasked(one: Cluster, other: Cluster): boolean {
    return mayUnite(one, other, this.#context.frequencies);
  }

  /** Whether it is one without anybody being asked. */
  isOne({ surplus, isLoose: loose, one }: Pair): boolean {
    return surplus > (loose ? this.#askedOfLoose(one) : 0);
  }

  #takeNext(): Pair | undefined {
    const pair = takeSurest(this.#pairs) ?? takeSurest(this.#loose);
    return pair === undefined || this.isOne(pair) ? pair : undefined;
  }

  #askedOfLoose({ first }: Cluster): number {
    const { clusters, frequencies } = this.#context;
    return (Number.isFinite(first) ? askedOfLoose : askedOfUndated)(frequencies.headlines, clusters.size);
  }

  #stepOf({ one, other, model, features, judgedBy }: Uniting): GroupingStep {
    const side = ({ known, fresh }: Cluster) => ({
      families: known.map(({ efId }) => efId),
      titles: fresh.map(({ title }) => title.titleId),
    });
    const link = linkBetween(one, other, this.#context.frequencies);
    const judged = judgedBy === undefined ? {} : { judgedBy };
    return {
      act: 'merge',
      one: side(one),
      other: side(other),
      model,
      ...judged,
      ...link,
      ...verdict(model, features, this.#context.weights),
    };
  }

  #compare(cluster: Cluster): void {
    if (cluster.isGone) return;
    for (const other of this.#kindredOf(cluster)) {
      const kinship = this.#kinships.of(cluster, other);
      if (this.#isHopeless(cluster, other, kinship) || this.#wereCompared(cluster, other)) continue;
      const pair = this.#pairOf(cluster, other, kinship);
      if (pair === undefined || pair.surplus <= this.#marginOf(cluster, other)) continue;
      if (this.mayUniteUnasked(cluster, other)) (pair.isLoose ? this.#loose : this.#pairs).push(pair);
    }
  }

  /** By how much more than is asked of it a merge must be sure. */
  #marginOf(one: Cluster, other: Cluster): number {
    return this.#context.isJudged ? marginOfMerge(one.size, other.size) : 0;
  }

  /** Undefined where they cannot be one, whatever speaks for it. */
  #pairOf(cluster: Cluster, kin: Cluster, kinship: Kinship): Pair | undefined {
    if (!this.mayBeOne(cluster, kin)) return undefined;
    const [one, other] = cluster.isBefore(kin) ? [cluster, kin] : [kin, cluster];
    const { model, features } = this.#featuresOf(one, other, kinship);
    const logits = surplus(model, features, this.#context.weights);
    const loose = logits > 0 && mustHoldTogether(one, other) && isLoose(cluster, kin, () => this.#leadOf(cluster, kin));
    const wordsTell = model === 'merge' && !loose;
    const value = wordsTell || sidesAgree(one, other, this.#context.frequencies) ? logits : Math.min(logits, disagreeing);
    return { one, other, surplus: value, isLoose: loose, model, features, versions: [one.version, other.version] };
  }

  /** How much more a cluster has in common with another than with any third, 0 to 1; below 0 where it has more with a third. */
  #leadOf(cluster: Cluster, other: Cluster): number {
    const own = this.#kinships.of(cluster, other).cosine;
    const thirds = this.#kindredOf(cluster).filter((third) => third !== other);
    const rival = Math.max(0, ...thirds.map((third) => this.#kinships.of(cluster, third).cosine));
    return own === 0 ? 0 : 1 - rival / own;
  }

  /** Whether the two were compared as they are; from now on they were. */
  #wereCompared(cluster: Cluster, other: Cluster): boolean {
    const [one, two] = cluster.isBefore(other) ? [cluster, other] : [other, cluster];
    const [pair, versions] = [one.position * 2 ** 26 + two.position, one.version * 2 ** 26 + two.version];
    if (this.#compared.get(pair) === versions) return true;
    this.#compared.set(pair, versions);
    return false;
  }

  /** Whether words have too little in common for anything else to make up for it: spares most pairs the comparison. */
  #isHopeless(one: Cluster, other: Cluster, { cosine }: Kinship): boolean {
    const { frequencies } = this.#context;
    if (cosine >= leastCosine + growth * Math.log(Math.max(1, frequencies.headlines / manyHeadlines))) return false;
    return (frequencies.headlines >= manyHeadlines && shareLanguage(one, other)) || shareOnlyActors(one, other);
  }

  #featuresOf(one: Cluster, other: Cluster, kinship: Kinship): Pick<Pair, 'model' | 'features'> {
    const model: Model = shareLanguage(one, other) ? 'merge' : 'bridge';
    const features =
      model === 'merge'
        ? mergeFeatures(one, other, kinship, this.#context.frequencies, this.#context.index)
        : bridgeFeatures(one, other, this.#context.frequencies);
    this.#context.witness?.(model, features, one.headlines, other.headlines);
    return { model, features };
  }

  #kindredOf(cluster: Cluster): Cluster[] {
    return this.#context.index.kindred(cluster, this.#kinships.vectorOf(cluster), this.#context.frequencies);
  }
}
