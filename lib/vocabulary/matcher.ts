// Takes the terms of a vocabulary, leaves a function that finds them all in a title in one pass: a trie walked from every place where
// a word may begin. Guards word boundaries, letter case where it matters, and that the longest term wins where terms overlap.
import { classOf, foldTitle, inUnspacedScript, inWord } from '../language/fold.js';
import { sortFew } from './order.js';
import { makeTrie } from './trie.js';

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

/** A term found in a title; `start` and `end` are UTF-16 units of the title as given. */
export interface Match<T extends MatchTerm> {
  term: T;
  start: number;
  end: number;
}

interface Candidate<T> {
  term: T;
  from: number;
  to: number;
  literal: number;
}

const nonLatin = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u;
const arabicClitics = new Set(['و', 'ف', 'ب', 'ل', 'ك'].map((letter) => letter.charCodeAt(0)));
const alef = 'ا'.charCodeAt(0);
const lam = 'ل'.charCodeAt(0);

/** What a title holds: matches in order of appearance, and those aside in any order. */
interface Matches<T extends MatchTerm, A extends AsideTerm> {
  matches: Match<T>[];
  aside: Match<A>[];
}

/**
 * Builds the trie. The matches of the function it returns never overlap, except that one span may be two terms and that those aside
 * may overlap any; `lang` selects the terms of that language and of `*`, a language without terms of its own selects all.
 * Cost is bounded by title length times the longest term.
 */
export function makeMatcher<T extends MatchTerm, A extends AsideTerm>(
  terms: readonly T[],
  asides: readonly A[] = [],
): (title: string, lang: string) => Matches<T, A> {
  const languages = new Map([...new Set(terms.map((term) => term.lang))].filter((lang) => lang !== '*').map((lang, i) => [lang, 1 << i]));
  const trie = makeTrie([...terms, ...asides].map((term) => ({ key: term.folded, value: { term, mask: maskOf(term, languages) } })));
  let taken = new Int32Array(1024);

  return function match(title, lang) {
    const wanted = languages.get(lang.slice(0, 2).toLowerCase()) ?? -1;
    const folded = foldTitle(title);
    const { units, length } = folded;
    const candidates: Candidate<T>[] = [];
    const aside: Match<A>[] = [];
    for (let from = 0; from < length; from++) {
      if (!mayBegin(units, from)) continue;
      let node = 0;
      for (let at = from; at < length; at++) {
        node = trie.step(node, units[at] ?? 0);
        if (node === 0) break;
        const here = trie.valuesAt(node);
        if (here !== undefined) collect(here, wanted, title, folded, from, at + 1, candidates, aside);
      }
    }
    if (candidates.length === 0) return { matches: [], aside };
    if (taken.length < length) taken = new Int32Array(length * 2);
    return { matches: longestFirst(candidates, taken.fill(0, 0, length), folded.offsets), aside };
  };

  function collect(
    here: readonly { term: T | A; mask: number }[],
    wanted: number,
    title: string,
    { units, offsets, length }: { units: Uint16Array; offsets: Int32Array; length: number },
    from: number,
    to: number,
    candidates: Candidate<T>[],
    aside: Match<A>[],
  ): void {
    const insideWord = to < length && classOf(units[to - 1] ?? 0) === inWord && classOf(units[to] ?? 0) === inWord;
    for (const { term, mask } of here) {
      if ((mask & wanted) === 0 || (insideWord && !term.stem)) continue;
      if (term.clauseStart && from > 0 && classOf(units[from - 1] ?? 0) !== 0) continue;
      if (term.caseSensitive && !title.startsWith(term.words, offsets[from])) continue;
      let end = to;
      if (insideWord) while (end < length && classOf(units[end] ?? 0) === inWord) end++;
      if (isAside(term)) aside.push({ term, start: offsets[from] ?? 0, end: offsets[end] ?? 0 });
      else candidates.push({ term, from, to: end, literal: to - from });
    }
  }
}

function isAside<T extends MatchTerm, A extends AsideTerm>(term: T | A): term is A {
  return 'aside' in term;
}

function mayBegin(units: Uint16Array, at: number): boolean {
  const here = classOf(units[at] ?? 0);
  if (here === inUnspacedScript) return true;
  if (here !== inWord) return false;
  if (at === 0 || classOf(units[at - 1] ?? 0) !== inWord) return true;
  const unit = units[at] ?? 0;
  return unit >= 0x600 && unit < 0x700 && followsArabicPrefix(units, at);
}

/** Arabic writes "and", "for", "in" and the article onto the word: at most one clitic, then at most one article (al- or ll-). */
function followsArabicPrefix(units: Uint16Array, at: number): boolean {
  let begin = at;
  while (begin > 0 && at - begin < 5 && classOf(units[begin - 1] ?? 0) === inWord) begin--;
  if (begin > 0 && classOf(units[begin - 1] ?? 0) === inWord) return false;
  let position = begin;
  if (arabicClitics.has(units[position] ?? 0) && position < at) position++;
  const article = units[position] === alef || units[position] === lam;
  if (at - position >= 2 && article && units[position + 1] === lam) position += 2;
  else if (at - position === 1 && units[position] === lam) position++;
  return position === at;
}

function longestFirst<T extends MatchTerm>(candidates: Candidate<T>[], taken: Int32Array, offsets: Int32Array): Match<T>[] {
  sortFew(candidates, (a, b) => b.to - b.from - (a.to - a.from) || b.literal - a.literal || a.from - b.from);
  const chosen: Candidate<T>[] = [];
  for (const candidate of candidates) {
    const before = chosen[(taken[candidate.from] ?? 0) - 1];
    const after = chosen[(taken[candidate.to - 1] ?? 0) - 1];
    if (before === undefined && after === undefined) {
      chosen.push(candidate);
      taken.fill(chosen.length, candidate.from, candidate.to);
    } else if (before === after && before?.from === candidate.from && before.to === candidate.to && before.literal === candidate.literal) {
      chosen.push(candidate);
    }
  }
  return sortFew(chosen, (a, b) => a.from - b.from).map(({ term, from, to }) => ({
    term,
    start: offsets[from] ?? 0,
    end: offsets[to] ?? 0,
  }));
}

/** The languages in whose titles a term speaks, as bits: all for one of `*`, and for one in letters that no other language writes. */
function maskOf({ lang, folded }: MatchTerm, languages: ReadonlyMap<string, number>): number {
  return lang === '*' || nonLatin.test(folded) ? -1 : (languages.get(lang) ?? -1);
}
