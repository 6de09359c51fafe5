// The terms of a matcher beside their trie, in rows of numbers: an object for each would be most of what the gate holds in memory.
import { beginningsOf } from './beginnings.js';
import { makeTrie, type Trie } from './trie.js';

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

/** Terms in the order of their letters; of equals those that were given first come first. */
export interface TermIndex<Value> {
  trie: Trie;
  /** The place of the first term of each word of the trie; the last ends where the terms do. */
  starts: Int32Array;
  values: readonly Value[];
  /** The titles a term speaks in and the beginnings it takes, as bits, and its marks. */
  titles: Int32Array;
  beginnings: Uint8Array;
  marks: Uint8Array;
  /** The words of those that must stand in exactly their letters. */
  written: ReadonlyMap<number, string>;
}

/** `titlesOf` gets a term and its place among `terms`. A term of no letters is left out. */
export function makeTermIndex<T extends MatchTerm, Value>(
  terms: readonly T[],
  titlesOf: (term: T, at: number) => number,
  keep: (term: T) => Value,
): TermIndex<Value> {
  const order = inOrder(terms);
  const words: string[] = [];
  const starts: number[] = [];
  const written = new Map<number, string>();
  const [titles, beginnings, marks] = [new Int32Array(order.length), new Uint8Array(order.length), new Uint8Array(order.length)];
  const values = Array.from(order, (at, place) => {
    const term = terms[at] as T;
    if (words.at(-1) !== term.folded) {
      words.push(term.folded);
      starts.push(place);
    }
    titles[place] = titlesOf(term, at);
    beginnings[place] = beginningsOf(term.lang);
    marks[place] = marksOf(term);
    if (term.caseSensitive) written.set(place, term.words);
    return keep(term);
  });
  return { trie: makeTrie(words), starts: Int32Array.from([...starts, order.length]), values, titles, beginnings, marks, written };
}

/** Places of the terms that have letters. Keys are sorted once each: many terms share theirs. */
function inOrder(terms: readonly MatchTerm[]): Int32Array {
  const places: number[] = [];
  terms.forEach(({ folded }, at) => {
    if (folded !== '') places.push(at);
  });
  const key = (at: number): string => terms[at]?.folded ?? '';
  return Int32Array.from(places.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b)));
}

function marksOf(term: MatchTerm): number {
  const aside = 'aside' in term ? asideMark : 0;
  return (term.stem ? stem : 0) | (term.clauseStart ? clauseStart : 0) | (term.caseSensitive ? caseSensitive : 0) | aside;
}
