// A number for each pair of letters, in one row of numbers: asked wherever a word begins, it answers in a fraction of what a Map takes.

/** Places at first, two numbers each. */
const firstPlaces = 256;

export class LetterPairs {
  /** Of each place the pair and its number; a pair of 0 is an empty place. Half of them stay so. */
  private places: Int32Array;
  private used = 0;

  /** Empty, or with the numbers of `rows()` of another, to which none may be added. */
  constructor(rows?: Int32Array) {
    this.places = rows ?? new Int32Array(firstPlaces * 2);
  }

  rows(): Int32Array {
    return this.places;
  }

  /** 0 for a pair that has none. No pair is 0. */
  get(pair: number): number {
    const { places } = this;
    const last = places.length - 1;
    for (let at = placeOf(pair) & last; ; at = (at + 2) & last) {
      const here = places[at] ?? 0;
      if (here === pair) return places[at + 1] ?? 0;
      if (here === 0) return 0;
    }
  }

  set(pair: number, number: number): void {
    const { places } = this;
    const last = places.length - 1;
    let at = placeOf(pair) & last;
    while (places[at] !== pair && places[at] !== 0) at = (at + 2) & last;
    if (places[at] === 0) this.used++;
    places[at] = pair;
    places[at + 1] = number;
    if (this.used * 4 > places.length) this.grow();
  }

  private grow(): void {
    const { places } = this;
    this.places = new Int32Array(places.length * 2);
    this.used = 0;
    for (let at = 0; at < places.length; at += 2) if (places[at] !== 0) this.set(places[at] ?? 0, places[at + 1] ?? 0);
  }
}

/** An even place, spread by both letters. */
function placeOf(pair: number): number {
  return (Math.imul(pair ^ (pair >>> 15), 0x9e3779b1) >>> 12) << 1;
}
