// Finds all terms of a vocabulary in a title in one pass: a trie is walked from every place where a word may begin. The longest term wins
// where terms overlap.
import { classOf, foldTitle, inKatakana, inWord } from '../language/fold.js';
import { keepLast } from '../language/keep-last.js';
import { beginningAt, inside, mayFollowPrefix } from './beginnings.js';
import { addFound, found, longestFirst } from './found.js';
import { type AsideTerm, asideMark, caseSensitive, clauseStart, type MatchTerm, marksWide, proper, stem, TermIndex } from './term-index.js';
import { groupOf, titlesFor } from './titles-for.js';

/** A term found in a title; `start` and `end` are UTF-16 units of the title as given. */
export interface Match<T> {
  term: T;
  start: number;
  end: number;
}

/** What a title holds: matches in order of appearance, and those aside in any order. */
interface Matches<T, A> {
  matches: Match<T>[];
  aside: Match<A>[];
}

const everyTitle = -1;

/**
 * Builds the trie. The matches of the function it returns never overlap, except that one span may be two terms and that those aside
 * may overlap any; `lang` selects the terms of that language and of `*`, a language without terms of its own selects all.
 * Cost is bounded by title length times the longest term.
 */
export function makeTermMatcher<T extends MatchTerm, A extends AsideTerm>(
  terms: readonly T[],
  asides: readonly A[] = [],
): (title: string, lang: string) => Matches<T, A> {
  const languages = new Map([...new Set(terms.map((term) => term.lang))].filter((lang) => lang !== '*').map((lang, i) => [lang, 1 << i]));
  const groups = new Map([...languages.keys(), ''].map((lang) => [lang, groupOf(lang, languages)]));
  const indices = new Map<number, TermIndex<T | A>>();

  const speakingIn = keepLast((lang) => {
    const code = lang.slice(0, 2).toLowerCase();
    return { index: indexOf(groups.get(code) ?? everyTitle), wanted: languages.get(code) ?? everyTitle };
  });

  return (title, lang) => {
    const { index, wanted } = speakingIn(lang);
    const aside: Match<T | A>[] = [];
    const matches = matchesIn(index, title, wanted, aside) as Match<T>[];
    return { matches, aside: aside as Match<A>[] };
  };

  /** Put together when the first title of its languages comes: most runs see few. */
  function indexOf(group: number): TermIndex<T | A> {
    const known = indices.get(group);
    if (known !== undefined) return known;
    const titlesOf = (term: MatchTerm): number => {
      const titles = titlesFor(term, languages);
      return (titles & group) === 0 ? 0 : titles;
    };
    const index = TermIndex.ofTerms<T | A>([...terms, ...asides], titlesOf, (term) => term as T | A);
    indices.set(group, index);
    return index;
  }
}

/** The terms of one language, which are given up: of each is kept only what `keep` gives. */
export function indexOfOneLanguage<T extends MatchTerm, Value>(terms: readonly T[], keep: (term: T) => Value): TermIndex<Value> {
  return TermIndex.ofTerms(terms, () => everyTitle, keep as (term: MatchTerm) => Value);
}

/** As `makeTermMatcher`, for the terms of one language. */
export function makeOneLanguageMatcher<Value>(index: TermIndex<Value>): (title: string) => Match<Value>[] {
  return (title) => matchesIn(index, title, everyTitle, []);
}

/** After so many titles the terms that are left are put in order too. */
const many = 2000;

function matchesIn<Value>(index: TermIndex<Value>, title: string, wanted: number, aside: Match<Value>[]): Match<Value>[] {
  const folded = foldTitle(title);
  const { units, length, offsets } = folded;
  found.count = 0;
  if (++index.asked === many) index.finish();
  let before = 0;
  for (let from = 0; from < length; from++) {
    const unit = units[from] ?? 0;
    const here = classOf(unit);
    const goesOn = here === before;
    before = here;
    // Most letters stand inside a word, where no term begins but behind what is written onto one.
    if (here === 0 || (goesOn && here === inWord && !mayFollowPrefix(unit))) continue;
    const beginning = beginningAt(units, from);
    if (beginning === inside) continue;
    let node = 0;
    for (let at = from; at < length; at++) {
      node = index.step(node, units[at] ?? 0);
      if (node === 0) break;
      const word = index.wordAt(node);
      if (word >= 0) collect(index, word, wanted, beginning, title, folded, from, at + 1, aside);
    }
  }
  if (found.count === 0) return [];
  const count = longestFirst(length);
  const { places, froms, tos, chosen } = found;
  const matches = new Array<Match<Value>>(count);
  for (let i = 0; i < count; i++) {
    const at = chosen[i] ?? 0;
    const [from, to] = [froms[at] ?? 0, tos[at] ?? 0];
    matches[i] = { term: index.valueAt(places[at] ?? 0), start: offsets[from] ?? 0, end: offsets[to] ?? 0 };
  }
  return matches;
}

/** The terms of a word of the trie that may stand from `from` to `to` in this title. */
function collect<Value>(
  index: TermIndex<Value>,
  word: number,
  wanted: number,
  beginning: number,
  title: string,
  { units, offsets, length }: { units: Uint16Array; offsets: Int32Array; length: number },
  from: number,
  to: number,
  aside: Match<Value>[],
): void {
  const { starts, bits, written } = index;
  const last = classOf(units[to - 1] ?? 0);
  const insideWord = to < length && (last === inWord || last === inKatakana) && classOf(units[to] ?? 0) === last;
  const end = starts[word + 1] ?? 0;
  for (let place = starts[word] ?? 0; place < end; place++) {
    const mark = bits[place * 2 + 1] ?? 0;
    if (((bits[place * 2] ?? 0) & wanted) === 0 || ((mark >> marksWide) & beginning) === 0) continue;
    if (insideWord && (mark & stem) === 0) continue;
    if ((mark & clauseStart) !== 0 && from > 0 && classOf(units[from - 1] ?? 0) !== 0) continue;
    if ((mark & caseSensitive) !== 0 && !title.startsWith(written.get(place) ?? '', offsets[from])) continue;
    if ((mark & proper) !== 0 && isCommonWord(title, offsets[from] ?? 0)) continue;
    let until = to;
    if (insideWord) while (until < length && classOf(units[until] ?? 0) === last) until++;
    if ((mark & asideMark) === 0) addFound(place, from, until, to - from);
    else aside.push({ term: index.valueAt(place), start: offsets[from] ?? 0, end: offsets[until] ?? 0 });
  }
}

/** "sin duda", "i modi": in small letters, in a title that has capitals, and not written onto another word ("anti-iran", "#ukraine"). */
function isCommonWord(title: string, at: number): boolean {
  return small.test(title[at] ?? '') && !/[-#@]/.test(title[at - 1] ?? '') && capital.test(title);
}

const small = /\p{Ll}/u;
const capital = /\p{Lu}/u;
