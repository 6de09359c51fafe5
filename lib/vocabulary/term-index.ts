// The terms of a matcher with their trie, in rows of numbers: an object for each would be most of what the gate holds in memory. Most runs
// see few titles and few words, so that terms are put in order and into the trie when a word with their first two letters comes.
import { beginningsOf } from './beginnings.js';
import { PairTable } from './pair-table.js';
import { Trie } from './trie.js';

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
/** The beginnings a term takes stand above its marks. */
export const marksWide = 4;

const none = 0;
const unmade = -1;
/** From here on a node is a first letter of which the next is not known yet. */
const firstOffset = 2 ** 29;

/** Terms by their words in the letters of `foldTitle`; of equals those that were given first come first. Terms of no letters are left out. */
export class TermIndex<Value> {
  private readonly trie = new Trie();
  /** By first letter 0 where no term begins so, else 1; where one is that letter alone its word's number + 2, or `unmade`. */
  private readonly firsts = new Int32Array(0x10000);
  /** By the first two letters the node after them, or `unmade`. */
  private readonly nodes = new PairTable();
  /** The terms of each two first letters that are not in the trie yet: the last one, and of each the one before. */
  private readonly lasts = new Map<number, number>();
  private readonly before: Int32Array;
  private terms: (MatchTerm | null)[];
  /** How often it was asked. */
  asked = 0;
  /** The place of the first term of each word; the last ends where the terms do. */
  readonly starts: Int32Array;
  private words = 0;
  readonly values: Value[] = [];
  /** Of each term two numbers beside one another: the titles it speaks in, as bits; the beginnings it takes, above its marks. */
  readonly bits: Int32Array;
  /** The words of those that must stand in exactly their letters. */
  readonly written = new Map<number, string>();

  /** `titlesOf` gives 0 for a term that is left out. Of a term in the trie is kept what `keep` gives for it. */
  constructor(
    terms: readonly MatchTerm[],
    private readonly titlesOf: (term: MatchTerm) => number,
    private readonly keep: (term: MatchTerm) => Value,
  ) {
    this.terms = [...terms];
    this.before = new Int32Array(terms.length);
    this.starts = new Int32Array(terms.length + 1);
    this.bits = new Int32Array(terms.length * 2);
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

/** No letter is 0. */
function keyOf(first: number, second: number): number {
  return (first << 16) | second;
}

function marksOf(term: MatchTerm): number {
  const aside = 'aside' in term ? asideMark : 0;
  return (term.stem ? stem : 0) | (term.clauseStart ? clauseStart : 0) | (term.caseSensitive ? caseSensitive : 0) | aside;
}
