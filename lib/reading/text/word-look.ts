// One look at a word for many lists: what each of them has of it, and which may have a stem or an ending that fits. Most words of a title
// stand in no list, and most lists are asked for every word.
import { hashOf, headOf, tailOf } from './hashes.js';
import type { PhraseTerm, TermHit } from './term.js';
import type { Token } from './tokens.js';
import { type WordRows, WordTable } from './word-table.js';

/** What one list has of a whole word. */
export interface WordEntry<T = unknown> {
  list: number;
  /** Null where it is no word of the list by itself. */
  hit: TermHit<T> | null;
  /** Terms of several parts that begin with it, and that end with it. */
  phrases: unknown[] | null;
  ends: unknown[] | null;
  /** Of the words that go on with one of its phrases, a bit each by their hash. */
  next: number;
}

/** What all lists have of a whole word; `bits` of those that have anything. */
export interface KnownWord {
  bits: number;
  items: readonly WordEntry[];
}

/** What a list has besides whole words. */
export interface ListParts<T = unknown> {
  isEmpty: boolean;
  /** By `headOf` and `tailOf` their first part. */
  stems: Map<number, PhraseTerm<T>[]>;
  tails: Map<number, PhraseTerm<T>[]>;
  /** All terms whose last part is open. */
  openEnds: PhraseTerm<T>[];
}

/** A look that was made before, to which nothing may be added. */
export interface LookRows {
  words: WordRows<KnownWord>;
  heads: Int32Array;
  tails: Int32Array;
  openEnds: number;
  /** The lists by their numbers, and what else was noted. */
  lists: readonly (readonly [name: string, parts: ListParts])[];
  notes: ReadonlyMap<string, unknown>;
}

/** Places for three letters. */
const headPlaces = 1 << 12;

/** The lists that are asked of most words of a title. */
const askedMost = [
  ...['wording loaded', 'wording focus', 'wording say', 'wording said', 'wording hedge', 'wording verb', 'wording noun', 'wording act'],
  ...['wording noAct', 'wording toll', 'wording announce', 'wording background', 'event words', 'kind any'],
];

export class WordLook {
  private readonly lists = new Map<string, { number: number; parts: ListParts }>();
  private readonly notes: Map<string, unknown>;
  private readonly words: WordTable<KnownWord>;
  private readonly heads: Int32Array;
  private readonly tails: Int32Array;
  private openEnds: number;
  /** What was found for the words of these tokens. */
  private tokens: readonly Token[] | null = null;
  private begins = new Int32Array(64);
  private ends = new Int32Array(64);
  /** Of all of them together. */
  private anyBegins = 0;
  private known: (KnownWord | null)[] = [];

  /** Empty, or with the lists of one that was made before. */
  constructor(private readonly rows: LookRows | null = null) {
    this.words = new WordTable(rows?.words);
    this.heads = rows?.heads ?? new Int32Array(headPlaces);
    this.tails = rows?.tails ?? new Int32Array(headPlaces);
    this.openEnds = rows?.openEnds ?? 0;
    this.notes = new Map(rows?.notes);
    for (const [name, parts] of rows?.lists ?? []) this.lists.set(name, { number: this.lists.size, parts });
  }

  /** Its lists and words, to be made again of. */
  all() {
    const { lists, heads, tails, openEnds, notes } = this;
    return { words: this.words.all(), lists: [...lists], heads, tails, openEnds, notes: [...notes] };
  }

  /** Whether it was made before with a list of this name. */
  has(name: string): boolean {
    return this.rows !== null && this.lists.has(name);
  }

  /** The list of that name where the look was made before, else a new one with these parts. */
  list(name: string, empty: () => ListParts): { number: number; parts: ListParts } {
    const known = this.rows === null ? undefined : this.lists.get(name);
    if (known !== undefined) return known;
    if (this.rows !== null) throw new Error(`The compiled words of a language have no list "${name}": build the project again.`);
    const made = { number: this.lists.size, parts: empty() };
    this.lists.set(name, made);
    return made;
  }

  /** What is noted under a name; `make` gives it the first time. It must be the same once it has been JSON. */
  note<Value>(name: string, make: () => Value): Value {
    if (!this.notes.has(name)) this.notes.set(name, make());
    return this.notes.get(name) as Value;
  }

  /** The bit of a list: its own where it is asked of most words, else one that it shares with some, which are then asked in vain now and then. */
  static bitOf(list: number, name: string): number {
    const own = askedMost.indexOf(name);
    return 1 << (own >= 0 ? own : askedMost.length + (list % (32 - askedMost.length)));
  }

  /** Adds a word that stands for something by itself; `alone` is what the look has where no other list has it, the same for many words. */
  addWord(word: string, alone: KnownWord): void {
    const [item] = alone.items as [WordEntry];
    const known = this.words.get(word, hashOf(word));
    const own = known?.items.find(({ list }) => list === item.list);
    if (known === null) this.set(word, alone);
    else if (own === undefined) this.set(word, { bits: known.bits | alone.bits, items: [...known.items, item] });
    else if (own.hit === null) own.hit = item.hit;
  }

  /** What a list has of a word, for a term to be added to it. */
  itemOf(word: string, list: number, bit: number): WordEntry {
    const known = this.words.get(word, hashOf(word));
    const item = known?.items.find((one) => one.list === list);
    if (item?.phrases || item?.ends) return item;
    const own: WordEntry = { list, hit: item?.hit ?? null, phrases: null, ends: null, next: 0 };
    const others = known?.items.filter((one) => one.list !== list) ?? [];
    this.set(word, { bits: (known?.bits ?? 0) | bit, items: [...others, own] });
    return own;
  }

  private set(word: string, known: KnownWord): void {
    this.words.set(word, hashOf(word), known);
    this.tokens = null;
  }

  markStem(stem: string, bit: number): void {
    mark(this.heads, headOf(stem), bit);
    this.tokens = null;
  }

  markTail(tail: string, bit: number): void {
    mark(this.tails, tailOf(tail), bit);
    this.tokens = null;
  }

  /** A term of the list of that bit ends with a stem or an ending. */
  markOpenEnd(bit: number): void {
    this.openEnds |= bit;
    this.tokens = null;
  }

  /** Bits of the lists of which a term may begin at the token. */
  beginsAt(tokens: readonly Token[], index: number): number {
    if (tokens !== this.tokens) this.lookAt(tokens);
    return index >= 0 && index < tokens.length ? (this.begins[index] ?? 0) : 0;
  }

  /** The first token from `from` on at which a term of one of these lists may begin; the number of tokens where there is none. */
  nextOf(tokens: readonly Token[], from: number, bits: number): number {
    if (tokens !== this.tokens) this.lookAt(tokens);
    const { length } = tokens;
    if ((this.anyBegins & bits) === 0) return length;
    const { begins } = this;
    for (let at = from; at < length; at++) if (((begins[at] ?? 0) & bits) !== 0) return at;
    return length;
  }

  /** Bits of the lists of which a term may end with the token. */
  endsAt(tokens: readonly Token[], index: number): number {
    if (tokens !== this.tokens) this.lookAt(tokens);
    return this.ends[index] ?? 0;
  }

  /** What a list has of the token that was looked at last, or of a word. */
  itemAt(index: number, list: number): WordEntry | null {
    return itemOf(this.known[index] ?? null, list);
  }

  itemFor(word: string, list: number): WordEntry | null {
    return itemOf(this.words.get(word, hashOf(word)), list);
  }

  private lookAt(tokens: readonly Token[]): void {
    this.tokens = tokens;
    if (tokens.length > this.begins.length) {
      this.begins = new Int32Array(tokens.length * 2);
      this.ends = new Int32Array(tokens.length * 2);
    }
    const { words, heads, tails, begins, ends, known, openEnds } = this;
    let any = 0;
    for (let at = 0; at < tokens.length; at++) {
      const { text, hash, head, tail, bare } = tokens[at] as Token;
      const here = words.get(text, hash);
      let bits = here === null ? 0 : here.bits;
      if (bare.length > 0) for (const form of bare) bits |= words.get(form, hashOf(form))?.bits ?? 0;
      known[at] = here;
      const begin = bits | (heads[head & (headPlaces - 1)] ?? 0) | (tails[tail & (headPlaces - 1)] ?? 0);
      any |= begin;
      begins[at] = begin;
      ends[at] = bits | openEnds;
    }
    this.anyBegins = any;
  }
}

function itemOf(known: KnownWord | null, list: number): WordEntry | null {
  if (known === null) return null;
  for (const item of known.items) if (item.list === list) return item;
  return null;
}

function mark(places: Int32Array, hash: number, bit: number): void {
  const place = hash & (headPlaces - 1);
  places[place] = (places[place] ?? 0) | bit;
}
