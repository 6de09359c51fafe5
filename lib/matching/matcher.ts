// Puts new headlines into families: each joins the cluster it most surely belongs to or founds one, then clusters that prove to be one
// happening are merged, surest first. The result depends on ids and content only, ties go to the lower position.

import { Cluster, type Vector } from './cluster.js';
import { contradict } from './contradiction.js';
import { surplus, type Weights } from './decision.js';
import type { NewsTitle } from './features.js';
import { Frequencies } from './frequencies.js';
import { type Headline, headlineOf } from './headline.js';
import { Index } from './index.js';
import { joinFeatures } from './join.js';
import { bridgeFeatures, mergeFeatures, shareLanguage } from './merge.js';
import { type Pair, takeSurest } from './pairs.js';
import { dot, vectorOf, vectorOfCluster } from './vectors.js';

/** The longest an event lasts; what goes on longer is a new family that continues the earlier one. */
export const longestEventHours = 72;
const longestMs = longestEventHours * 3_600_000;

/** Learns what was compared, for training. */
type Witness = (model: 'join' | 'merge' | 'bridge', features: Record<string, number>, one: Headline[], other: Headline[]) => void;

/** Below it hardly two clusters of a language were ever one, where so many headlines are open; among few, what the gate found may still say so. */
const leastCosine = 0.04;
const manyHeadlines = 1200;

interface Options {
  weights: Weights;
  /** False: headlines have no time, nothing is too far apart. */
  timed?: boolean;
  witness?: Witness;
}

export class Matcher {
  readonly #clusters = new Set<Cluster>();
  readonly #frequencies = new Frequencies();
  readonly #index = new Index();
  readonly #weights: Weights;
  readonly #timed: boolean;
  readonly #witness: Witness | undefined;
  #positions = 0;
  #grown: Cluster[] = [];
  #vectors = new Map<Cluster, { version: number; vector: Vector }>();

  constructor({ weights, timed = true, witness }: Options) {
    this.#weights = weights;
    this.#timed = timed;
    this.#witness = witness;
  }

  /** All clusters, in the order in which they came. */
  get clusters(): Cluster[] {
    return [...this.#clusters];
  }

  /** Takes in families of the database with all their headlines, and returns their clusters in order; one without headlines has none. */
  open(families: readonly { efId: string; titleSet: string; members: readonly NewsTitle[] }[]): (Cluster | null)[] {
    const read = families.map(({ members }) => members.map((title) => headlineOf(title, this.#timed)));
    // All are counted before any is weighed: what is rare shows only among all.
    for (const headline of read.flat()) this.#frequencies.note(headline);
    return families.map(({ efId, titleSet }, at) => {
      const headlines = read[at] ?? [];
      const [first] = headlines;
      if (first === undefined) return null;
      const cluster = this.#found(vectorOf(first, this.#frequencies));
      for (const headline of headlines) cluster.add(headline, vectorOf(headline, this.#frequencies));
      cluster.known.push({ efId, titleSet });
      this.#index.put(cluster);
      return cluster;
    });
  }

  /** Forgets a cluster and its headlines. */
  close(cluster: Cluster): void {
    this.#clusters.delete(cluster);
    this.#index.remove(cluster);
    for (const headline of cluster.headlines) this.#frequencies.note(headline, -1);
  }

  /** Places headlines in the order given; returns the clusters that took any in (`fresh` until the next claim), in order of position. */
  place(titles: readonly NewsTitle[]): { cluster: Cluster; tooLate: Cluster | undefined }[] {
    for (const cluster of this.#grown) cluster.fresh.length = 0;
    const headlines = titles.map((title) => headlineOf(title, this.#timed));
    for (const headline of headlines) this.#frequencies.note(headline);
    this.#index.meanSize = meanSizeOf(this.#clusters);
    this.#vectors = new Map();
    const touched = new Set<Cluster>();
    const tooLate = new Map<Cluster, Cluster>();
    for (const headline of headlines) {
      const vector = vectorOf(headline, this.#frequencies);
      const { cluster, late } = this.#homeOf(headline, vector);
      const home = cluster ?? this.#found(vector);
      if (cluster === undefined && late !== undefined) tooLate.set(home, late);
      home.add(headline, vector);
      home.fresh.push(headline);
      this.#index.put(
        home,
        headline.words.map(({ key }) => key),
        headline.gate,
      );
      touched.add(home);
    }
    this.#merge(touched);
    this.#grown = [...this.#clusters].filter((cluster) => cluster.fresh.length > 0);
    return this.#grown.map((cluster) => ({ cluster, tooLate: cluster.known.length === 0 ? tooLate.get(cluster) : undefined }));
  }

  #found(vector: Vector): Cluster {
    const cluster = new Cluster(this.#positions++, vector);
    this.#clusters.add(cluster);
    return cluster;
  }

  /** The cluster a headline joins, or the one it would join had that not gone on for too long. */
  #homeOf(headline: Headline, vector: Vector): { cluster: Cluster | undefined; late: Cluster | undefined } {
    const near = this.#index.near(vector, this.#frequencies, (cluster) => gapTo(headline, cluster) <= longestMs);
    let best: { cluster: Cluster; surplus: number } | undefined;
    let late: { cluster: Cluster; surplus: number } | undefined;
    near.forEach(({ cluster, score }, at) => {
      const other = (at === 0 ? near[1]?.score : near[0]?.score) ?? 0;
      if (contradict(headline, cluster.told)) return;
      const features = joinFeatures(headline, vector, cluster, { own: score, other }, this.#frequencies);
      this.#witness?.('join', features, [headline], cluster.headlines);
      const found = { cluster, surplus: surplus('join', features, this.#weights) };
      if (found.surplus <= 0) return;
      if (spanWith(cluster, headline.at ?? cluster.first, headline.at ?? cluster.last) > longestMs) {
        if (late === undefined || found.surplus > late.surplus) late = found;
      } else if (best === undefined || found.surplus > best.surplus) best = found;
    });
    return { cluster: best?.cluster, late: late?.cluster };
  }

  /** Merges the surest pair that touches a changed cluster until none is sure enough. */
  #merge(touched: ReadonlySet<Cluster>): void {
    const compared = new Set<string>();
    const pairs: Pair[] = [];
    for (const cluster of touched) this.#compare(cluster, compared, pairs);
    for (;;) {
      const pair = takeSurest(pairs);
      if (pair === undefined) return;
      const { one, other, versions } = pair;
      if (one.isGone || other.isGone || one.version !== versions[0] || other.version !== versions[1]) continue;
      const [into, from] =
        one.size > other.size || (one.size === other.size && one.position < other.position) ? [one, other] : [other, one];
      this.#index.remove(from);
      into.absorb(from);
      this.#clusters.delete(from);
      this.#index.put(into, from.words.keys(), from.gate.keys());
      this.#compare(into, compared, pairs);
    }
  }

  #compare(cluster: Cluster, compared: Set<string>, pairs: Pair[]): void {
    if (cluster.isGone) return;
    for (const other of this.#index.kindred(cluster, this.#vectorOf(cluster), this.#frequencies)) {
      if (spanWith(cluster, other.first, other.last) > longestMs) continue;
      const [one, two] = cluster.position < other.position ? [cluster, other] : [other, cluster];
      const key = `${one.position} ${one.version} ${two.position} ${two.version}`;
      if (compared.has(key)) continue;
      compared.add(key);
      if (this.#isHopeless(one, two) || contradict(one.told, two.told)) continue;
      const value = this.#surplusOf(one, two);
      if (value > 0) pairs.push({ one, other: two, surplus: value, versions: [one.version, two.version] });
    }
  }

  /** Whether words have too little in common for anything else to make up for it: spares most pairs the comparison. */
  #isHopeless(one: Cluster, other: Cluster): boolean {
    if (this.#frequencies.headlines < manyHeadlines || !shareLanguage(one, other)) return false;
    return dot(this.#vectorOf(one), this.#vectorOf(other)) < leastCosine;
  }

  #surplusOf(one: Cluster, other: Cluster): number {
    const model = shareLanguage(one, other) ? 'merge' : 'bridge';
    const features =
      model === 'merge'
        ? mergeFeatures(this.#sideOf(one), this.#sideOf(other), this.#frequencies, this.#index)
        : bridgeFeatures(one, other, this.#frequencies);
    this.#witness?.(model, features, one.headlines, other.headlines);
    return surplus(model, features, this.#weights);
  }

  #sideOf(cluster: Cluster) {
    return { cluster, vector: this.#vectorOf(cluster) };
  }

  #vectorOf(cluster: Cluster): Vector {
    const known = this.#vectors.get(cluster);
    if (known?.version === cluster.version) return known.vector;
    const vector = vectorOfCluster(cluster, this.#frequencies);
    this.#vectors.set(cluster, { version: cluster.version, vector });
    return vector;
  }
}

function meanSizeOf(clusters: ReadonlySet<Cluster>): number {
  let headlines = 0;
  for (const { size } of clusters) headlines += size;
  return clusters.size === 0 ? 1 : headlines / clusters.size;
}

/** Milliseconds between a headline and the nearest end of a cluster; 0 within, and where one has no time. */
function gapTo({ at }: Headline, { first, last }: Cluster): number {
  return at === null || !Number.isFinite(first) ? 0 : Math.max(0, at - last, first - at);
}

/** Milliseconds from the first to the last headline, were these times taken in; 0 where there are none. */
function spanWith(cluster: Cluster, first: number, last: number): number {
  const span = Math.max(cluster.last, last) - Math.min(cluster.first, first);
  return Number.isFinite(span) ? span : 0;
}
