// What the models are not sure of, as questions: a cluster against the few it is likeliest to be one with. What was judged is remembered until
// a cluster has doubled, so that few questions do.
import type { Cluster } from './cluster.js';
import type { Merging } from './merging.js';
import type { Pair } from './pairs.js';

export interface Doubt {
  cluster: Cluster;
  /** At most five, the likeliest first. */
  others: Cluster[];
  pairs: Pair[];
}

const mostOthers = 5;
/** So many logits short of what is asked, a merge is worth a question, if nothing else is said. */
export const unsureLogits = 1.8;
/** Others that are shorter still are asked about beside it. */
const leastBeside = -4;

export class Doubts {
  /** How large a cluster was when it was asked about. */
  readonly #asked = new WeakMap<Cluster, number>();
  /** Of each cluster, those it was judged to be another than, with the size both had together. */
  readonly #distinct = new WeakMap<Cluster, WeakMap<Cluster, number>>();

  next(grown: readonly Cluster[], merging: Merging, unsure: number): Doubt | undefined {
    for (const cluster of grown) {
      if (cluster.isGone || cluster.size < 2 * (this.#asked.get(cluster) ?? 0)) continue;
      this.#asked.set(cluster, cluster.size);
      const pairs = merging.unsure(cluster, leastBeside).filter((pair) => !this.#isDistinct(cluster, otherOf(pair, cluster)));
      if ((pairs[0]?.surplus ?? Number.NEGATIVE_INFINITY) <= -unsure) continue;
      const asked = pairs.slice(0, mostOthers);
      return { cluster, others: asked.map((pair) => otherOf(pair, cluster)), pairs: asked };
    }
    return undefined;
  }

  /** Returns the cluster that the asked one is part of then. */
  settle({ cluster, others, pairs }: Doubt, same: readonly Cluster[], merging: Merging): Cluster {
    let home = cluster;
    others.forEach((other, at) => {
      const pair = pairs[at];
      if (pair === undefined || !same.includes(other)) return;
      home = merging.unite({ ...pair, one: home, other });
    });
    for (const other of others.filter((one) => !same.includes(one))) this.#part(home, other);
    this.#asked.set(home, home.size);
    return home;
  }

  #isDistinct(one: Cluster, other: Cluster): boolean {
    const size = this.#distinct.get(one)?.get(other) ?? this.#distinct.get(other)?.get(one);
    return size !== undefined && one.size + other.size < 2 * size;
  }

  #part(one: Cluster, other: Cluster): void {
    const own = this.#distinct.get(one) ?? new WeakMap<Cluster, number>();
    this.#distinct.set(one, own.set(other, one.size + other.size));
  }
}

function otherOf({ one, other }: Pair, cluster: Cluster): Cluster {
  return one === cluster ? other : one;
}
