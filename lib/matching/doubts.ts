// What the models are not sure of, as questions: a cluster against the few it is likeliest to be one with. What was judged is remembered until
// a cluster has doubled, so that few questions do. Between large clusters a question says more, so these are asked about a little further.
import type { Cluster } from './cluster.js';
import { shareWord } from './counts.js';
import type { Merging } from './merging.js';
import type { Pair } from './pairs.js';
import type { Distinction } from './steps.js';

export interface Doubt {
  cluster: Cluster;
  /** At most five, the likeliest first. */
  others: Cluster[];
  pairs: Pair[];
}

/** What was said of a doubt's others. Those that are neither `same` nor `distinct` are left to the models: more likely than not is one. */
export interface Judgement {
  same: readonly Cluster[];
  distinct: readonly Cluster[];
  /** Who said so. */
  by?: string | undefined;
}

const mostOthers = 5;
/** So many logits short of what is asked, a merge of two headlines is worth a question, if nothing else is said. */
export const unsureLogits = 0.85;
/** For each e-fold of the headlines that two have, one times the other, they are asked about though so many logits shorter: more hangs on it. */
const furtherBySize = 0.3;
/** Others that are shorter still are asked about beside it. */
const leastBeside = -4;

export class Doubts {
  /** How large a cluster was when it was last looked at. */
  readonly #looked = new WeakMap<Cluster, number>();
  /** As of which version it was weighed last. */
  readonly #weighed = new WeakMap<Cluster, number>();
  /** What is not asked about again, by each of both titles. */
  readonly #distinct = new Map<string, Distinction[]>();

  /** How many titles a cluster had when it was last looked at; 0 for never. */
  lookedAt(cluster: Cluster): number {
    return this.#looked.get(cluster) ?? 0;
  }

  /** Takes over from where it was kept what a cluster had when it was last looked at. */
  look(cluster: Cluster, size: number): void {
    this.#looked.set(cluster, size);
  }

  /** Takes over what was judged before; what is known already is known once. */
  remember(distinctions: readonly Distinction[]): void {
    for (const distinction of distinctions)
      for (const [title, other] of [
        [distinction.one, distinction.other],
        [distinction.other, distinction.one],
      ] as const) {
        const known = (this.#distinct.get(title) ?? []).filter(({ one, other: two }) => one !== other && two !== other);
        this.#distinct.set(title, [...known, distinction]);
      }
  }

  /**
   * At most so many that have no cluster in common, so that what is said of one changes none of the others. Until a cluster has doubled again
   * only such are asked about as would be one if nobody could be asked.
   */
  next(grown: readonly Cluster[], merging: Pick<Merging, 'unsure'>, unsure: number, most: number): Doubt[] {
    const doubts: Doubt[] = [];
    const busy = new Set<Cluster>();
    for (const cluster of grown) {
      if (doubts.length === most) break;
      if (cluster.isGone || busy.has(cluster) || this.#weighed.get(cluster) === cluster.version) continue;
      const isDue = cluster.size >= 2 * this.lookedAt(cluster);
      const pairs = merging
        .unsure(cluster, leastBeside)
        .filter((pair) => !this.#areDistinct(cluster, otherOf(pair, cluster)))
        .slice(0, mostOthers);
      const asked = pairs.some((pair) => worthOf(pair) > (isDue ? -unsure : 0)) ? pairs : [];
      const others = asked.map((pair) => otherOf(pair, cluster));
      if (others.some((other) => busy.has(other))) continue;
      this.#weighed.set(cluster, cluster.version);
      if (isDue || asked.length > 0) this.look(cluster, cluster.size);
      if (asked.length === 0) continue;
      for (const one of [cluster, ...others]) busy.add(one);
      doubts.push({ cluster, others, pairs: asked });
    }
    return doubts;
  }

  /**
   * Returns the cluster that the asked one is part of then, and what is to be remembered of it. Two that exclude each other are not made one
   * because somebody says so of a third.
   */
  settle({ cluster, others, pairs }: Doubt, { same, distinct, by }: Judgement, merging: Merging): { home: Cluster; told: Distinction[] } {
    let home = cluster;
    others.forEach((other, at) => {
      const pair = pairs[at];
      const isSure = pair !== undefined && merging.isOne(pair) && merging.mayUniteUnasked(home, other);
      const isOne = same.includes(other) || (!distinct.includes(other) && isSure);
      if (pair === undefined || !isOne || !merging.mayBeOne(home, other)) return;
      home = merging.unite({ ...pair, one: home, other, judgedBy: same.includes(other) ? by : undefined });
    });
    const apart = (left: readonly Cluster[]): Distinction[] =>
      left.map((other) => ({ one: titleOf(home), other: titleOf(other), titles: home.size + other.size, by }));
    const left = others.filter((other) => !other.isGone);
    const told = apart(left.filter((other) => distinct.includes(other)));
    // Of the others nobody has said anything, and would not if asked again at once.
    this.remember([...told, ...apart(left.filter((other) => !distinct.includes(other)))]);
    this.look(home, home.size);
    return { home, told };
  }

  #areDistinct(one: Cluster, other: Cluster): boolean {
    if (this.#distinct.size === 0) return false;
    const [small, large] = one.size <= other.size ? [one, other] : [other, one];
    return small.headlines.some(({ title: { titleId } }) =>
      this.#distinct.get(titleId)?.some((known) => {
        if (one.size + other.size >= 2 * known.titles) return false;
        const partner = known.one === titleId ? known.other : known.one;
        return large.headlines.some(({ title }) => title.titleId === partner);
      }),
    );
  }
}

/** The first of these clusters that has no word and no term in common with the one in doubt; undefined where all have. */
export function strangerTo({ cluster, others }: Doubt, clusters: readonly Cluster[]): Cluster | undefined {
  return clusters.find((one) => {
    if (one === cluster || one.isGone || others.includes(one)) return false;
    return !shareWord(one.words, cluster.words) && ![...one.gate.keys()].some((term) => cluster.gate.has(term));
  });
}

function worthOf({ one, other, surplus }: Pair): number {
  return surplus + furtherBySize * Math.log(one.size * other.size);
}

/** The title that a cluster is remembered by. */
function titleOf({ headlines }: Cluster): string {
  return headlines[0]?.title.titleId ?? '';
}

function otherOf({ one, other }: Pair, cluster: Cluster): Cluster {
  return one === cluster ? other : one;
}
