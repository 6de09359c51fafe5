// Puts new headlines into families: each joins the cluster it most surely belongs to or founds one, then clusters that prove to be one
// happening are merged, surest first. The result depends on times and content only: in whatever order titles were stored, it is the same.

import { agreeOrShareLanguage } from './agreement.js';
import { Cluster, type Packed, type Vectors } from './cluster.js';
import { contradict } from './contradiction.js';
import { type MatchingWeights, surplus, verdict } from './decision.js';
import { type Doubt, Doubts, type Judgement } from './doubts.js';
import type { NewsTitle } from './features.js';
import { Frequencies } from './frequencies.js';
import { type Headline, headlineOf } from './headline.js';
import { Index } from './index.js';
import { joinFeatures } from './join.js';
import { marginOfJoin } from './margins.js';
import { Merging, type Witness } from './merging.js';
import type { MatcherOptions } from './options.js';
import { mayTakeIn } from './prevailing.js';
import { Rulings } from './rulings.js';
import { gapTo, longestMs, spanWith } from './span.js';
import type { Distinction, GroupingStep } from './steps.js';
import { askedOfLoose, isLoose, sideOf } from './tightness.js';
import { vectorsOf } from './vectors.js';
import { linkTo } from './why.js';

interface Found {
  cluster: Cluster;
  surplus: number;
  features: Readonly<Record<string, number>>;
}

/** Where a headline belongs; `late` is where it would belong had that not gone on for too long. Without a cluster it founds one. */
interface Home {
  cluster: Cluster | undefined;
  late: Cluster | undefined;
  step: GroupingStep | undefined;
}

/** A family of the database. `lookedAt`: how many titles it had when it was last looked at for doubts. */
interface OpenFamily {
  efId: string;
  titleSet: string;
  members: readonly NewsTitle[];
  lookedAt?: number;
}

/** A cluster that took in headlines, and the earlier one it goes on from where that had gone on for too long. */
export interface Placed {
  cluster: Cluster;
  tooLate: Cluster | undefined;
}

export class Matcher {
  readonly #clusters = new Set<Cluster>();
  readonly #frequencies = new Frequencies();
  readonly #index = new Index();
  readonly #weights: MatchingWeights;
  readonly #timed: boolean;
  readonly #witness: Witness | undefined;
  readonly #unsure: number | undefined;
  readonly #read: (title: NewsTitle) => Headline;
  readonly #doubts = new Doubts();
  #positions = 0;
  #grown: Cluster[] = [];
  /** Headlines of the claim that are counted and not placed yet: as good as families of their own. */
  #waiting = 0;
  /** What operators have ruled; renewed with each claim. */
  rulings = new Rulings([]);

  constructor({ weights, timed = true, witness, unsure, meaningsOf = () => [] }: MatcherOptions) {
    this.#weights = weights;
    this.#timed = timed;
    this.#witness = witness;
    this.#unsure = unsure;
    this.#read = (title) => headlineOf(title, timed, meaningsOf(title));
  }

  /** All clusters, in the order in which they came. */
  get clusters(): Cluster[] {
    return [...this.#clusters];
  }

  /** Takes in families of the database with all their headlines, and returns their clusters in order; one without headlines has none. */
  open(families: readonly OpenFamily[]): (Cluster | null)[] {
    const read = families.map(({ members }) => members.map(this.#read));
    // All are counted before any is weighed: what is rare shows only among all.
    for (const headline of read.flat()) this.#frequencies.note(headline);
    return families.map(({ efId, titleSet, lookedAt = 0 }, at) => {
      const headlines = read[at] ?? [];
      const [first] = headlines;
      if (first === undefined) return null;
      const cluster = this.#found(first, vectorsOf(first, this.#frequencies).packed);
      for (const headline of headlines) cluster.add(headline, vectorsOf(headline, this.#frequencies));
      cluster.known.push({ efId, titleSet, key: cluster.key });
      this.#index.put(cluster);
      this.#doubts.look(cluster, lookedAt);
      return cluster;
    });
  }

  /** Forgets a cluster and its headlines. */
  close(cluster: Cluster): void {
    this.#clusters.delete(cluster);
    this.#index.remove(cluster);
    for (const headline of cluster.headlines) this.#frequencies.note(headline, -1);
  }

  /** Places headlines in the order given; returns the clusters that took any in (`fresh` and `steps` until the next claim), in order. */
  place(titles: readonly NewsTitle[]): Placed[] {
    for (const cluster of this.#grown) {
      cluster.fresh.length = 0;
      cluster.steps.length = 0;
      cluster.distinctions.length = 0;
    }
    const headlines = titles.map(this.#read);
    for (const headline of headlines) this.#frequencies.note(headline);
    this.#frequencies.perFamily = this.#index.takeMean();
    const touched = new Set<Cluster>();
    const tooLate = new Map<Cluster, Cluster>();
    this.#waiting = headlines.length;
    for (const headline of headlines) {
      const vectors = vectorsOf(headline, this.#frequencies);
      const { cluster, late, step } = this.#ruledHomeOf(headline) ?? this.#homeOf(headline, vectors);
      const home = cluster ?? this.#found(headline, vectors.packed);
      if (cluster === undefined && late !== undefined) tooLate.set(home, late);
      home.steps.push(step ?? { act: 'found', title: headline.title.titleId });
      home.add(headline, vectors);
      home.fresh.push(headline);
      this.#index.put(home, headline.words, headline.gate);
      touched.add(home);
      this.#waiting -= 1;
    }
    this.#grown = this.#merging().merge(touched);
    return this.#grown.map((cluster) => ({ cluster, tooLate: cluster.known.length === 0 ? tooLate.get(cluster) : undefined }));
  }

  /** At most so many questions about clusters of the last claim that may be one with others without being sure, none about the same ones; none where there is no more. */
  nextDoubts(most = Number.POSITIVE_INFINITY): Doubt[] {
    return this.#unsure === undefined ? [] : this.#doubts.next(this.#grown, this.#merging(), this.#unsure, most);
  }

  /** What was judged of a doubt: those that are one are merged, the distinct are not asked about again soon. */
  settleDoubt(doubt: Doubt, judgement: Judgement): void {
    const { home, told } = this.#doubts.settle(doubt, judgement, this.#merging());
    home.distinctions.push(...told);
    this.#grown = [...new Set([...this.#grown, home])].filter(({ isGone }) => !isGone);
  }

  /** The clusters that took in headlines of the last claim. */
  get grown(): readonly Cluster[] {
    return this.#grown;
  }

  /** What was judged in earlier claims, by whomever. */
  remember(distinctions: readonly Distinction[]): void {
    this.#doubts.remember(distinctions);
  }

  /** How many titles a cluster had when it was last looked at for doubts; null where nobody judges. */
  lookedAt(cluster: Cluster): number | null {
    return this.#unsure === undefined ? null : this.#doubts.lookedAt(cluster);
  }

  #merging(): Merging {
    const [clusters, frequencies, index] = [this.#clusters, this.#frequencies, this.#index];
    const [weights, rulings, witness] = [this.#weights, this.rulings, this.#witness];
    const isJudged = this.#unsure !== undefined;
    return new Merging({ clusters, frequencies, index, weights, rulings, witness, isJudged });
  }

  #found({ at, title }: Headline, vector: Packed): Cluster {
    const cluster = new Cluster(this.#positions++, vector, `${at === null ? '' : new Date(at).toISOString()} ${title.titleHash}`);
    this.#clusters.add(cluster);
    return cluster;
  }

  /** The cluster that holds a title from which an operator has ruled it is not to be parted. */
  #ruledHomeOf({ title }: Headline): Home | undefined {
    const companions = this.rulings.companionsOf(title.titleId);
    if (companions.size === 0) return undefined;
    for (const cluster of this.#clusters) {
      const companion = cluster.headlines.find((other) => companions.has(other.title.titleId));
      if (companion === undefined) continue;
      return { cluster, late: undefined, step: { act: 'ruled', title: title.titleId, through: companion.title.titleId } };
    }
    return undefined;
  }

  /** The cluster a headline joins, or the one it would join had that not gone on for too long. */
  #homeOf(headline: Headline, vectors: Vectors): Home {
    const near = this.#index.near(vectors.words, this.#frequencies, (cluster) => mayTakeIn(cluster, headline, this.#frequencies));
    let best: Found | undefined;
    let late: Found | undefined;
    near.forEach(({ cluster, score }, at) => {
      const other = (at === 0 ? near[1]?.score : near[0]?.score) ?? 0;
      if (contradict(headline, cluster.told, gapTo(headline, cluster)) || !agreeOrShareLanguage(headline, cluster, this.#frequencies))
        return;
      const features = joinFeatures(headline, vectors, cluster, { own: score, other }, this.#frequencies);
      this.#witness?.('join', features, [headline], cluster.headlines);
      const found = { cluster, features, surplus: surplus('join', features, this.#weights) };
      if (
        found.surplus <= (this.#unsure === undefined ? 0 : marginOfJoin(cluster.size)) ||
        this.rulings.part([headline], cluster.headlines)
      )
        return;
      const isSurer = !this.#timed || found.surplus > askedOfLoose(this.#frequencies.headlines, this.#clusters.size + this.#waiting);
      if (!isSurer && isLoose(cluster, sideOf(headline, vectors), () => 1 - other / score)) return;
      if (spanWith(cluster, headline.at ?? cluster.first, headline.at ?? cluster.last) > longestMs) {
        if (late === undefined || found.surplus > late.surplus) late = found;
      } else if (best === undefined || found.surplus > best.surplus) best = found;
    });
    if (best === undefined) return { cluster: undefined, late: late?.cluster, step: undefined };
    const { cluster, features } = best;
    const told = { ...linkTo(cluster, headline, vectors.packed, this.#frequencies), ...verdict('join', features, this.#weights) };
    return { cluster, late: undefined, step: { act: 'join', title: headline.title.titleId, model: 'join', ...told } };
  }
}
