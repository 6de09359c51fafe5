// Takes the terms of a vocabulary, leaves a function that finds them all in a title in one pass: a trie walked from every place where
// a word may begin. Guards word boundaries, letter case where it matters, and that the longest term wins where terms overlap.
import { classOf, foldTitle, inKatakana, inWord } from '../language/fold.js';
import { beginningAt, beginningsOf, inside } from './beginnings.js';
import { sortFew } from './order.js';
import { groupOf, titlesFor } from './titles-for.js';
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

/** A term that ends at a node of the trie, with the titles it speaks in and the beginnings it takes, as bits. */
interface Ending<T, A> {
  key: string;
  term: T | null;
  beside: A | null;
  titles: number;
  beginnings: number;
  /** The marks of the term, as bits: their own fields would be a third of what the trie holds in memory. */
  marks: number;
}

const stem = 1;
const clauseStart = 2;
const caseSensitive = 4;

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
  const everything = [
    ...terms.map((term): Ending<T, A> => ({ key: term.folded, term, beside: null, ...endingOf(term, languages) })),
    ...asides.map((beside): Ending<T, A> => ({ key: beside.folded, term: null, beside, ...endingOf(beside, languages) })),
  ];
  const groups = new Map([...languages.keys(), ''].map((lang) => [lang, groupOf(lang, languages)]));
  const tries = new Map<number, Trie<Ending<T, A>>>();
  let taken = new Int32Array(1024);

  return function match(title, lang) {
    const code = lang.slice(0, 2).toLowerCase();
    const wanted = languages.get(code) ?? -1;
    const trie = trieOf(groups.get(code) ?? -1);
    const folded = foldTitle(title);
    const { units, length } = folded;
    const candidates: Candidate<T>[] = [];
    const aside: Match<A>[] = [];
    for (let from = 0; from < length; from++) {
      const beginning = beginningAt(units, from);
      if (beginning === inside) continue;
      let node = 0;
      for (let at = from; at < length; at++) {
        node = trie.step(node, units[at] ?? 0);
        if (node === 0) break;
        const here = trie.valuesAt(node);
        if (here !== undefined) collect(here, wanted, beginning, title, folded, from, at + 1, candidates, aside);
      }
    }
    if (candidates.length === 0) return { matches: [], aside };
    if (taken.length < length) taken = new Int32Array(length * 2);
    return { matches: longestFirst(candidates, taken.fill(0, 0, length), folded.offsets), aside };
  };

  /** Put together when the first title of its languages comes: most runs see few. */
  function trieOf(group: number): Trie<Ending<T, A>> {
    const known = tries.get(group);
    if (known !== undefined) return known;
    const trie = makeTrie(everything.filter(({ titles }) => (titles & group) !== 0));
    tries.set(group, trie);
    return trie;
  }

  function collect(
    here: readonly Ending<T, A>[],
    wanted: number,
    beginning: number,
    title: string,
    { units, offsets, length }: { units: Uint16Array; offsets: Int32Array; length: number },
    from: number,
    to: number,
    candidates: Candidate<T>[],
    aside: Match<A>[],
  ): void {
    const last = classOf(units[to - 1] ?? 0);
    const insideWord = to < length && (last === inWord || last === inKatakana) && classOf(units[to] ?? 0) === last;
    for (const { term, beside, titles, beginnings, marks } of here) {
      if ((titles & wanted) === 0 || (beginnings & beginning) === 0 || (insideWord && (marks & stem) === 0)) continue;
      if ((marks & clauseStart) !== 0 && from > 0 && classOf(units[from - 1] ?? 0) !== 0) continue;
      if ((marks & caseSensitive) !== 0 && !title.startsWith((term ?? beside)?.words ?? '', offsets[from])) continue;
      let end = to;
      if (insideWord) while (end < length && classOf(units[end] ?? 0) === last) end++;
      if (beside !== null) aside.push({ term: beside, start: offsets[from] ?? 0, end: offsets[end] ?? 0 });
      if (term !== null) candidates.push({ term, from, to: end, literal: to - from });
    }
  }
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

/** Of one shape for terms of every kind: what is asked of them for every letter is found fast. */
function endingOf(term: MatchTerm, languages: ReadonlyMap<string, number>) {
  const marks = (term.stem ? stem : 0) | (term.clauseStart ? clauseStart : 0) | (term.caseSensitive ? caseSensitive : 0);
  return { titles: titlesFor(term, languages), beginnings: beginningsOf(term.lang), marks };
}
