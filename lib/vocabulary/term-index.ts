// The terms of a matcher with their trie, in rows of numbers: an object for each would be most of what the gate holds in memory. Most runs
// see few titles and few words, so that terms are put in order and into the trie when a word with their first two letters comes.
import { beginningsOf } from './beginnings.js';
import { LetterPairs } from './letter-pairs.js';
import { Trie, type TrieRows } from './trie.js';

/** What the matcher needs to know of a term. `lang` is a two-letter code or `*`. */
export interface MatchTerm {
  /** The words alone, without the marks `=`, `~`, `_` and `*`. */
  words: string;
  /** The words as `foldTerm` leaves them. */
  folded: string;
  lang: string;
  /** Any ending of the last word matches. */
  stem: boolean;
  /** The title must have the words in exactly these letters. */
  caseSensitive: boolean;
  /** Only at the beginning of the title or after punctuation or a space. */
  clauseStart: boolean;
  /** A proper name: where a title has capital letters it begins with one. Left out: no such name. */
  proper?: boolean;
}

/** A term found wherever it stands, whatever it overlaps, and that hides nothing: it tells what others mean. */
export interface AsideTerm extends MatchTerm {
  aside: true;
}

/** Marks of a term, as bits. */
export const stem = 1;
export const clauseStart = 2;
export const caseSensitive = 4;
export const asideMark = 8;
export const proper = 16;
/** The beginnings a term takes stand above its marks. */
export const marksWide = 5;

const none = 0;
const unmade = -1;
/** From here on a node is a first letter of which the next is not known yet. */
const firstOffset = 2 ** 29;

/** All terms in order, as rows of numbers: what stands for each is kept elsewhere, by its place. */
interface IndexRows extends TrieRows {
  firsts: Int32Array;
  nodes: Int32Array;
  starts: Int32Array;
  bits: Int32Array;
  written: readonly (readonly [place: number, words: string])[];
}

/** Terms by their words in the letters of `foldTitle`; of equals those that were given first come first. Terms of no letters are left out. */
export class TermIndex<Value> {
  private readonly trie: Trie;
  /** By first letter 0 where no term begins so, else 1; where one is that letter alone its word's number + 2, or `unmade`. */
  private readonly firsts: Int32Array;
  /** By the first two letters the node after them, or `unmade`. */
  private readonly nodes: LetterPairs;
  /** The terms of each two first letters that are not in the trie yet: the last one, and of each the one before. */
  private readonly lasts = new Map<number, number>();
  private readonly before: Int32Array;
  private terms: (MatchTerm | null)[];
  /** How often it was asked. */
  asked = 0;
  /** The place of the first term of each word; the last ends where the terms do. */
  readonly starts: Int32Array;
  private words = 0;
  private readonly values: Value[];
  /** Of each term two numbers beside one another: the titles it speaks in, as bits; the beginnings it takes, above its marks. */
  readonly bits: Int32Array;
  /** The words of those that must stand in exactly their letters. */
  readonly written: Map<number, string>;

  /** `titlesOf` gives 0 for a term that is left out. Of a term in the trie is kept what `keep` gives for it. `rows` are those of an index made before. */
  private constructor(
    terms: readonly MatchTerm[],
    private readonly titlesOf: (term: MatchTerm) => number,
    private readonly keep: (term: MatchTerm) => Value,
    rows: IndexRows | null,
    private readonly kept: (place: number) => Value,
  ) {
    this.trie = new Trie(rows ?? undefined);
    this.firsts = rows?.firsts ?? new Int32Array(0x10000);
    this.nodes = new LetterPairs(rows?.nodes);
    this.written = new Map(rows?.written);
    this.values = rows === null ? [] : new Array<Value>(rows.bits.length / 2);
    this.terms = [...terms];
    this.before = new Int32Array(terms.length);
    this.starts = rows?.starts ?? new Int32Array(terms.length + 1);
    this.bits = rows?.bits ?? new Int32Array(terms.length * 2);
    for (let at = 0; at < terms.length; at++) {
      const { folded } = terms[at] as MatchTerm;
      if (folded === '') continue;
      const unit = folded.charCodeAt(0);
      if (folded.length === 1) this.firsts[unit] = unmade;
      else if (this.firsts[unit] === none) this.firsts[unit] = 1;
      const key = keyOf(unit, folded.length === 1 ? 0 : folded.charCodeAt(1));
      this.before[at] = this.lasts.get(key) ?? unmade;
      this.lasts.set(key, at);
      this.nodes.set(key, unmade);
    }
  }

  static ofTerms<Value>(
    terms: readonly MatchTerm[],
    titlesOf: (term: MatchTerm) => number,
    keep: (term: MatchTerm) => Value,
  ): TermIndex<Value> {
    return new TermIndex(terms, titlesOf, keep, null, notKept);
  }

  /** An index of the rows of another; `kept` gives what stands for the term of a place, and is asked once for each that is found. */
  static ofRows<Value>(rows: IndexRows, kept: (place: number) => Value): TermIndex<Value> {
    return new TermIndex([], () => 0, notKept, rows, kept);
  }

  /** All of it in rows, once its terms are in order, and what was kept of them by their places. */
  rows(): IndexRows & { values: readonly Value[] } {
    this.finish();
    const { trie, firsts, nodes, starts, bits, written, values, words } = this;
    return {
      ...trie.rows(),
      ...{ firsts, nodes: nodes.rows(), starts: starts.subarray(0, words + 1), bits: bits.subarray(0, values.length * 2) },
      ...{ written: [...written], values },
    };
  }

  /** What was kept of the term at a place. */
  valueAt(place: number): Value {
    const value = this.values[place];
    if (value !== undefined) return value;
    const kept = this.kept(place);
    this.values[place] = kept;
    return kept;
  }

  /** The node after a letter, 0 where no term goes on so; the walk begins at 0. */
  step(node: number, unit: number): number {
    if (node === 0) return this.firsts[unit] === none ? 0 : firstOffset + unit;
    if (node < firstOffset) return this.trie.step(node, unit);
    const key = keyOf(node - firstOffset, unit);
    const known = this.nodes.get(key);
    return known === unmade ? this.make(key) : known;
  }

  /** The number of the word that ends at a node; -1 for none. */
  wordAt(node: number): number {
    if (node < firstOffset) return this.trie.wordAt(node);
    const unit = node - firstOffset;
    if (this.firsts[unit] === unmade) this.firsts[unit] = this.addWords(keyOf(unit, 0)).length === 0 ? 1 : this.words + 1;
    return (this.firsts[unit] ?? 0) - 2;
  }

  /** Puts all terms into the rows, and keeps none of them: who reads many titles meets most of them anyway. */
  finish(): void {
    for (const key of [...this.lasts.keys()]) {
      if ((key & 0xffff) !== 0) this.make(key);
      else this.wordAt(firstOffset + (key >>> 16));
    }
    this.terms = [];
  }

  private make(key: number): number {
    const first = this.words;
    const words = this.addWords(key);
    const node = words.length === 0 ? none : this.trie.add(words, 2, first);
    this.nodes.set(key, node);
    return node;
  }

  /** Puts the terms of these letters into the rows; leaves their words in order. */
  private addWords(key: number): string[] {
    const terms: MatchTerm[] = [];
    for (let at = this.lasts.get(key) ?? unmade; at !== unmade; at = this.before[at] ?? unmade) {
      terms.push(this.terms[at] as MatchTerm);
      this.terms[at] = null;
    }
    this.lasts.delete(key);
    this.nodes.set(key, none);
    const words: string[] = [];
    for (const term of terms.reverse().sort((a, b) => (a.folded < b.folded ? -1 : a.folded > b.folded ? 1 : 0))) {
      const titles = this.titlesOf(term);
      if (titles === 0) continue;
      if (words.at(-1) !== term.folded) {
        words.push(term.folded);
        this.words++;
      }
      const place = this.values.length;
      if (term.caseSensitive) this.written.set(place, term.words);
      this.bits[place * 2] = titles;
      this.bits[place * 2 + 1] = (beginningsOf(term.lang) << marksWide) | marksOf(term);
      this.values.push(this.keep(term));
      this.starts[this.words] = place + 1;
    }
    return words;
  }
}

function notKept(): never {
  throw new Error('A term of this index has nothing that stands for it. This is a fault of the program.');
}

/** No letter is 0. */
function keyOf(first: number, second: number): number {
  return (first << 16) | second;
}

function marksOf(term: MatchTerm): number {
  const aside = 'aside' in term ? asideMark : 0;
  return (
    (term.stem ? stem : 0) |
    (term.clauseStart ? clauseStart : 0) |
    (term.caseSensitive ? caseSensitive : 0) |
    (term.proper ? proper : 0) |
    aside
  );
}
