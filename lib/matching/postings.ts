// Of each key, the clusters that hold it and how often, as rows of numbers: thousands are gone through for each title.
import type { Cluster } from './cluster.js';

const room = 1024;

interface Best {
  cluster: Cluster;
  score: number;
}

/** A cluster's position and a count as one number; counts beyond are as good as the largest. */
const mostCounted = 4096;

export class Postings<Key> {
  /** Most keys stand in one cluster only, and need no row. */
  readonly #byKey = new Map<Key, number | number[]>();

  /** How many clusters hold the key. */
  size(key: Key): number {
    const held = this.#byKey.get(key);
    return held === undefined ? 0 : typeof held === 'number' ? 1 : held.length;
  }

  each(key: Key, visit: (position: number, count: number) => void): void {
    const held = this.#byKey.get(key);
    if (held === undefined) return;
    if (typeof held === 'number') visit(positionIn(held), held % mostCounted);
    else for (const entry of held) visit(positionIn(entry), entry % mostCounted);
  }

  set(key: Key, position: number, count: number): void {
    const entry = position * mostCounted + Math.min(count, mostCounted - 1);
    const held = this.#byKey.get(key);
    if (held === undefined || (typeof held === 'number' && positionIn(held) === position)) this.#byKey.set(key, entry);
    else if (typeof held === 'number') this.#byKey.set(key, [held, entry]);
    else {
      const at = placeOf(held, position);
      if (at < 0) held.push(entry);
      else held[at] = entry;
    }
  }

  delete(key: Key, position: number): void {
    const held = this.#byKey.get(key);
    if (held === undefined) return;
    if (typeof held === 'number') {
      if (positionIn(held) === position) this.#byKey.delete(key);
      return;
    }
    const at = placeOf(held, position);
    if (at < 0) return;
    const last = held.pop();
    if (last !== undefined && at < held.length) held[at] = last;
    const [only] = held;
    if (held.length === 1 && only !== undefined) this.#byKey.set(key, only);
  }
}

function positionIn(entry: number): number {
  return Math.floor(entry / mostCounted);
}

/** The latest are at the end, and those are what grows. */
function placeOf(held: readonly number[], position: number): number {
  for (let at = held.length - 1; at >= 0; at--) if (positionIn(held[at] ?? 0) === position) return at;
  return -1;
}

/** Sums by cluster, of which the best few are wanted. */
export class Scores {
  #sums = new Float64Array(room);
  #touched: number[] = [];

  add(position: number, value: number): void {
    if (position >= this.#sums.length) this.#grow(position);
    const sum = this.#sums[position] ?? 0;
    if (sum === 0) this.#touched.push(position);
    this.#sums[position] = sum + value;
  }

  /** The best that may be, at most so many, best first, ties in the order of clusters; forgets all sums. */
  takeBest(
    most: number,
    above: number,
    clusterAt: (position: number) => Cluster | undefined,
    mayBe: (cluster: Cluster) => boolean,
  ): Best[] {
    const best: Best[] = [];
    for (const position of this.#touched) {
      const score = this.#sums[position] ?? 0;
      this.#sums[position] = 0;
      const last = best.length === most ? best[most - 1] : undefined;
      if (score <= above || (last !== undefined && score < last.score)) continue;
      const cluster = clusterAt(position);
      if (cluster === undefined || !mayBe(cluster)) continue;
      let at = best.length;
      for (; at > 0; at--) {
        const before = best[at - 1];
        if (before === undefined || before.score > score || (before.score === score && before.cluster.isBefore(cluster))) break;
      }
      best.splice(at, 0, { cluster, score });
      if (best.length > most) best.pop();
    }
    this.#touched = [];
    return best;
  }

  #grow(position: number): void {
    const larger = new Float64Array(Math.max(position + 1, 2 * this.#sums.length));
    larger.set(this.#sums);
    this.#sums = larger;
  }
}
