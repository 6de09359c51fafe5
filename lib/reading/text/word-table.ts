// What is known of words, found by their hashes: a word that is not known costs one look at a row of numbers, as most words do.

const firstPlaces = 1 << 9;

/** A table that was made before: its words by their numbers, and what stands for each. */
export interface WordRows<Value> {
  places: Int32Array;
  words: { readonly length: number; at: (number: number) => string };
  valueOf: (number: number) => Value;
}

export class WordTable<Value> {
  /** Of each place the hash of its word and the word's number + 1; 0 where it is empty. Three of four stay so. */
  private places: Int32Array;
  /** Of a table that was made before those that were met. */
  private readonly words: string[];
  private readonly values: Value[];

  /** Empty, or with the words of `rows`, to which none may be added. */
  constructor(private readonly rows: WordRows<Value> | null = null) {
    this.places = rows?.places ?? new Int32Array(firstPlaces * 2);
    this.words = new Array<string>(rows?.words.length ?? 0);
    this.values = new Array<Value>(rows?.words.length ?? 0);
  }

  /** All of it; the words stand by their numbers, and so do the values. */
  all(): { places: Int32Array; words: readonly string[]; values: readonly Value[] } {
    const { places, words, values } = this;
    return { places, words, values };
  }

  /** Null for a word that is not known. */
  get(word: string, hash: number): Value | null {
    const { places } = this;
    const last = places.length - 1;
    for (let at = (hash << 1) & last; ; at = (at + 2) & last) {
      const number = places[at + 1] ?? 0;
      if (number === 0) return null;
      if (places[at] === hash && this.wordOf(number - 1) === word) return this.valueOf(number - 1);
    }
  }

  private wordOf(number: number): string {
    const word = this.words[number];
    if (word !== undefined) return word;
    const made = this.rows?.words.at(number) ?? '';
    this.words[number] = made;
    return made;
  }

  private valueOf(number: number): Value {
    const value = this.values[number];
    if (value !== undefined) return value;
    const made = this.rows?.valueOf(number) as Value;
    this.values[number] = made;
    return made;
  }

  set(word: string, hash: number, value: Value): void {
    const { places, words, values } = this;
    const last = places.length - 1;
    let at = (hash << 1) & last;
    for (let number = places[at + 1] ?? 0; number !== 0; number = places[at + 1] ?? 0) {
      if (places[at] === hash && words[number - 1] === word) {
        values[number - 1] = value;
        return;
      }
      at = (at + 2) & last;
    }
    words.push(word);
    values.push(value);
    places[at] = hash;
    places[at + 1] = words.length;
    if (words.length * 8 > places.length) this.grow();
  }

  private grow(): void {
    const { places } = this;
    const more = new Int32Array(places.length * 2);
    const last = more.length - 1;
    for (let from = 0; from < places.length; from += 2) {
      if (places[from + 1] === 0) continue;
      let at = ((places[from] ?? 0) << 1) & last;
      while (more[at + 1] !== 0) at = (at + 2) & last;
      more[at] = places[from] ?? 0;
      more[at + 1] = places[from + 1] ?? 0;
    }
    this.places = more;
  }
}
