// Numbers by pairs of numbers, in one row of integers: a map of texts or of maps holds several times as much.

const room = 64;
/** Of a place: first and second of the pair, and its number. An empty place has 0 for its number. */
const stride = 3;

/** All of them are 0 or more and below 2 ** 31; a pair that has no number has 0. */
export class PairTable {
  #places = new Int32Array(room * stride);
  #mask = room - 1;
  #size = 0;

  get(first: number, second: number): number {
    return this.#places[this.#find(first, second) + 2] as number;
  }

  /** With 0 the pair is let go of. */
  set(first: number, second: number, value: number): void {
    this.#put(this.#find(first, second), first, second, value);
  }

  /** Adds to a pair's number. */
  add(first: number, second: number, by: number): void {
    const at = this.#find(first, second);
    this.#put(at, first, second, (this.#places[at + 2] as number) + by);
  }

  #put(at: number, first: number, second: number, value: number): void {
    const isThere = this.#places[at + 2] !== 0;
    if (value === 0) {
      if (isThere) this.#empty(at);
      return;
    }
    this.#places[at] = first;
    this.#places[at + 1] = second;
    this.#places[at + 2] = value;
    if (isThere) return;
    this.#size += 1;
    if (this.#size * 3 > this.#mask * 2) this.#grow();
  }

  /** Where the pair stands, or the empty place where it would. */
  #find(first: number, second: number): number {
    const places = this.#places;
    for (let at = this.#homeOf(first, second); ; at = (at + 1) & this.#mask) {
      const from = at * stride;
      if (places[from + 2] === 0 || (places[from] === first && places[from + 1] === second)) return from;
    }
  }

  #homeOf(first: number, second: number): number {
    let mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 13)) & this.#mask;
  }

  /** Empties a place, and moves up those behind it that would not be found past an empty one. */
  #empty(from: number): void {
    const places = this.#places;
    this.#size -= 1;
    let hole = from / stride;
    for (let at = (hole + 1) & this.#mask; places[at * stride + 2] !== 0; at = (at + 1) & this.#mask) {
      const home = this.#homeOf(places[at * stride] as number, places[at * stride + 1] as number);
      if (((at - home) & this.#mask) < ((at - hole) & this.#mask)) continue;
      places.copyWithin(hole * stride, at * stride, (at + 1) * stride);
      hole = at;
    }
    places[hole * stride + 2] = 0;
  }

  #grow(): void {
    const old = this.#places;
    this.#mask = this.#mask * 2 + 1;
    this.#places = new Int32Array((this.#mask + 1) * stride);
    for (let from = 0; from < old.length; from += stride)
      if (old[from + 2] !== 0)
        this.#places.set(old.subarray(from, from + stride), this.#find(old[from] as number, old[from + 1] as number));
  }
}
