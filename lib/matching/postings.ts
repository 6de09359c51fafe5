// Of each key, the clusters that hold it and how often, as rows of numbers: thousands are gone through for each title.
import type { Cluster } from './cluster.js';

const room = 1024;

interface Best {
  cluster: Cluster;
  score: number;
}

/** The clusters by their slots, and what `rank` they have. */
interface Shelved {
  readonly clusters: readonly (Cluster | undefined)[];
  readonly ranks: readonly number[];
}

/** A cluster's slot and a count as one number of 32 bits; counts beyond are as good as the largest. */
const countBits = 12;
const mostCounted = 2 ** countBits - 1;
/** So many clusters may be open at once. */
export const mostSlots = 2 ** (32 - countBits);

/** Most keys stand in one cluster only, and need no row. Rows are in the order of slots. */
type Entries = number | number[];

/** Where entries stand by their key. */
interface Shelf<Key> {
  get: (key: Key) => Entries | undefined;
  set: (key: Key, entries: Entries) => void;
  delete: (key: Key) => void;
}

/** By small numbers: a place each, a fourth of what a map holds for one. */
class NumberedShelf implements Shelf<number> {
  readonly #entries: (Entries | undefined)[] = [];

  get(key: number): Entries | undefined {
    return key < this.#entries.length ? this.#entries[key] : undefined;
  }

  set(key: number, entries: Entries): void {
    while (this.#entries.length < key) this.#entries.push(undefined);
    this.#entries[key] = entries;
  }

  delete(key: number): void {
    this.#entries[key] = undefined;
  }
}

export class Postings<Key> {
  readonly #byKey: Shelf<Key>;

  private constructor(shelf: Shelf<Key>) {
    this.#byKey = shelf;
  }

  static byNumber(): Postings<number> {
    return new Postings(new NumberedShelf());
  }

  static byText(): Postings<string> {
    return new Postings(new Map<string, Entries>());
  }

  /** The entries of the clusters that hold the key; of one more than `most` clusters none. Good until the next call. */
  of(key: Key, most = Number.POSITIVE_INFINITY): readonly number[] {
    const held = this.#byKey.get(key);
    if (held === undefined) return none;
    if (typeof held !== 'number') return held.length > most ? none : held;
    single[0] = held;
    return single;
  }

  set(key: Key, slot: number, count: number): void {
    const entry = slot * (mostCounted + 1) + Math.min(count, mostCounted);
    const held = this.#byKey.get(key);
    if (held === undefined || (typeof held === 'number' && slotIn(held) === slot)) this.#byKey.set(key, entry);
    else if (typeof held === 'number') this.#byKey.set(key, held < entry ? [held, entry] : [entry, held]);
    else {
      const at = placeOf(held, slot);
      if (at === held.length) held.push(entry);
      else if (slotIn(held[at] as number) === slot) held[at] = entry;
      else held.splice(at, 0, entry);
    }
  }

  delete(key: Key, slot: number): void {
    const held = this.#byKey.get(key);
    if (held === undefined) return;
    if (typeof held === 'number') {
      if (slotIn(held) === slot) this.#byKey.delete(key);
      return;
    }
    const at = placeOf(held, slot);
    if (at === held.length || slotIn(held[at] as number) !== slot) return;
    held.splice(at, 1);
    const [only] = held;
    if (held.length === 1 && only !== undefined) this.#byKey.set(key, only);
  }
}

const none: readonly number[] = [];
const single = [0];

/** Whose entry it is. */
export function slotIn(entry: number): number {
  return entry >>> countBits;
}

/** How often it stands there; no more than fits is counted. */
export function countInPosting(entry: number): number {
  return entry & mostCounted;
}

/** The place of the first entry that is not before the slot; the latest are mostly at the end, and those are what grows. */
function placeOf(held: readonly number[], slot: number): number {
  if (slotIn(held[held.length - 1] as number) < slot) return held.length;
  let [low, high] = [0, held.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (slotIn(held[middle] as number) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums by the slots of clusters, of which the best few are wanted. */
export class Scores {
  #sums = new Float64Array(room);
  /** The slots whose sum is not 0, as many as `#count`, in the order in which they came. */
  #touched = new Int32Array(room);
  #count = 0;

  add(slot: number, value: number): void {
    if (slot >= this.#sums.length) this.#grow(slot);
    const sum = this.#sums[slot] as number;
    if (sum === 0) {
      if (this.#count === this.#touched.length) this.#touched = enlarged(this.#touched, new Int32Array(2 * this.#count));
      this.#touched[this.#count++] = slot;
    }
    this.#sums[slot] = sum + value;
  }

  /**
   * The best that may be, at most so many, best first, ties in the order of clusters; forgets all sums. `ranks` are those of the clusters by
   * slot: most ties are told by them, without a look at what is scattered over all memory.
   */
  takeBest(most: number, above: number, { clusters, ranks }: Shelved, mayBe: (cluster: Cluster) => boolean): Best[] {
    const best: Best[] = [];
    const [touched, sums, count] = [this.#touched, this.#sums, this.#count];
    this.#count = 0;
    let [least, rankOfLast] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let number = 0; number < count; number++) {
      const slot = touched[number] as number;
      const score = sums[slot] as number;
      sums[slot] = 0;
      if (score <= above || score < least || (score === least && rankOfLast < (ranks[slot] as number))) continue;
      const cluster = clusters[slot];
      if (cluster === undefined || !mayBe(cluster)) continue;
      const last = best.length === most ? best[most - 1] : undefined;
      if (last !== undefined && score === last.score && last.cluster.isBefore(cluster)) continue;
      const entry = { cluster, score };
      let at = best.length === most ? most - 1 : best.length;
      for (; at > 0; at--) {
        const before = best[at - 1] as Best;
        if (before.score > score || (before.score === score && before.cluster.isBefore(cluster))) break;
        best[at] = before;
      }
      best[at] = entry;
      if (best.length < most) continue;
      const { score: lowest, cluster: lastOne } = best[most - 1] as Best;
      [least, rankOfLast] = [lowest, lastOne.rank];
    }
    return best;
  }

  #grow(slot: number): void {
    this.#sums = enlarged(this.#sums, new Float64Array(Math.max(slot + 1, 2 * this.#sums.length)));
  }
}

function enlarged<Numbers extends Int32Array | Float64Array>(from: Numbers, into: Numbers): Numbers {
  into.set(from);
  return into;
}
