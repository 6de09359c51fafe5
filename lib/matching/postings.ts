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
  /** Most keys stand in one cluster only, and need no row. Rows are in the order of positions. */
  readonly #byKey = new Map<Key, number | number[]>();

  /** The entries of the clusters that hold the key; of one more than `most` clusters none. Good until the next call. */
  of(key: Key, most = Number.POSITIVE_INFINITY): readonly number[] {
    const held = this.#byKey.get(key);
    if (held === undefined) return none;
    if (typeof held !== 'number') return held.length > most ? none : held;
    single[0] = held;
    return single;
  }

  set(key: Key, position: number, count: number): void {
    const entry = position * mostCounted + Math.min(count, mostCounted - 1);
    const held = this.#byKey.get(key);
    if (held === undefined || (typeof held === 'number' && positionIn(held) === position)) this.#byKey.set(key, entry);
    else if (typeof held === 'number') this.#byKey.set(key, held < entry ? [held, entry] : [entry, held]);
    else {
      const at = placeOf(held, position);
      if (at === held.length) held.push(entry);
      else if (positionIn(held[at] as number) === position) held[at] = entry;
      else held.splice(at, 0, entry);
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
    if (at === held.length || positionIn(held[at] as number) !== position) return;
    held.splice(at, 1);
    const [only] = held;
    if (held.length === 1 && only !== undefined) this.#byKey.set(key, only);
  }
}

const none: readonly number[] = [];
const single = [0];

export function positionIn(entry: number): number {
  return Math.floor(entry / mostCounted);
}

export function countIn(entry: number): number {
  return entry % mostCounted;
}

/** The place of the first entry that is not before the position; the latest are at the end, and those are what grows. */
function placeOf(held: readonly number[], position: number): number {
  if (positionIn(held[held.length - 1] as number) < position) return held.length;
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positionIn(held[middle] as number) < position) low = middle + 1;
    else high = middle;
  }
  return low;
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
      if (last !== undefined && score === last.score && last.cluster.isBefore(cluster)) continue;
      const entry = { cluster, score };
      let at = best.length === most ? most - 1 : best.length;
      for (; at > 0; at--) {
        const before = best[at - 1] as Best;
        if (before.score > score || (before.score === score && before.cluster.isBefore(cluster))) break;
        best[at] = before;
      }
      best[at] = entry;
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
