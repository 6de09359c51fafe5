// Reads headlines: the names of the vocabulary and the words of the lexicons are found in one pass, then the acts are read off them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldTerm } from '../language/fold.js';
import { keepLast } from '../language/keep-last.js';
import { countryNamesIn } from '../vocabulary/country-names.js';
import { makeOneLanguageMatcher } from '../vocabulary/matcher.js';
import type { MatchTerm } from '../vocabulary/term-index.js';
import type { Vocabulary } from '../vocabulary.js';
import { actsOf } from './acts.js';
import { cliticsOf, openClitics, openPossessives, ownablesOf } from './clitics.js';
import { compoundsOf } from './compounds.js';
import { type Deeds, deedsOf } from './deeds.js';
import { finished } from './finished.js';
import type { Entry, LexiconTerm } from './lexicon-file.js';
import { type Lexicons, lexiconsIn } from './lexicons.js';
import { makeSortOf, type NameRow, readNames } from './names.js';
import { type Policy, policyOf } from './policy.js';
import type { Act } from './reading.js';
import { openShortNames } from './short-names.js';
import { type Found, type NameSort, type Word, wordsOf } from './words.js';

/** What a name says of its word: thousands of words are a few hundred such. */
interface Name {
  ids: readonly string[];
  /** Null where its ending tells. */
  sort: NameSort | null;
  state: boolean;
  country: boolean;
  stem: boolean;
  /** Units before the name that are a word of their own: "لل" in "للصين". */
  before: number;
}

type Term = MatchTerm & { means: Name | Entry };
type VocabularyTerm = Vocabulary['terms'][number];

/** Firms whose word about attacks on networks is news; other firms and persons do no act of state. */
const tellers = new Set(['MICROSOFT', 'GOOGLE']);

/** `places` takes the states of the towns and regions that are named, as often as they are. */
type Read = (title: string, lang: string, places?: string[]) => Act[];

/**
 * Builds the reader; each language's words are put together when its first title comes, some 50 ms. `folder` holds
 * names.tsv, with one file more for each language that has many. A language without a lexicon reads as empty. Throws one
 * sentence for each line of the files that is wrong: of a lexicon when its first title comes.
 */
export function makeReader(
  vocabulary: Pick<Vocabulary, 'terms' | 'actors'>,
  folder: string,
  lexicons: Lexicons = lexiconsIn(folder),
): Read {
  const lists = readdirSync(folder).filter((file) => /^names(?:-[a-z]+)?\.tsv$/.test(file));
  const rows = lists.flatMap((file) => readNames(file, readFileSync(join(folder, file), 'utf8')));
  const readers = new Map<string, (title: string, places?: string[]) => Act[]>();
  const readerIn = keepLast((lang) => {
    const short = lang.slice(0, 2).toLowerCase();
    const policy = policyOf(short);
    if (!policy) return null;
    const read =
      readers.get(short) ??
      readerOf(short, policy, namesOf(vocabulary, rows, short), lexicons(short), listOf(rows, short), deedsOf(folder, short));
    readers.set(short, read);
    return read;
  });
  return (title, lang, places) => readerIn(lang)?.(title, places) ?? [];
}

/** Reads the titles of one language. */
function readerOf(
  lang: string,
  policy: Policy,
  names: readonly Term[],
  lexicon: readonly LexiconTerm[],
  listed: ReadonlyMap<string, NameSort>,
  deeds: Deeds,
): (title: string, places?: string[]) => Act[] {
  const acts = lexicon.map((term): Term => {
    const { words, stem, caseSensitive, clauseStart, entry } = term;
    return { words, folded: foldTerm(words), lang, stem, caseSensitive, clauseStart, means: entry };
  });
  const match = makeOneLanguageMatcher([...names, ...acts], onceEach());
  const compound = policy.compounds ? compoundsOf(lexicon) : null;
  const clitics = lang === 'ar' ? cliticsOf(lexicon) : null;
  const ownables = lang === 'ar' ? ownablesOf(lexicon) : null;
  const sortOf = makeSortOf(lang, listed);
  /** Whether words get entries of the lexicon by what stands in them. */
  const opens = compound !== null || clitics !== null || ownables !== null || lang === 'zh';
  return (title, places) => {
    const found = match(title).map(({ term: means, start: begin, end }): Found => {
      if (!('ids' in means)) return { start: begin, end, naming: null, entry: means };
      const { ids, state, country, stem, before } = means;
      const start = begin + before;
      // أوكرانيا is the state; only a longer ending upon its stem makes an adjective of the same letters.
      const isWhole = means.sort === null && lang === 'ar' && !stem && title.endsWith('يا', end) && end - start > 1;
      const sort = means.sort ?? (isWhole ? 'name' : sortOf(title.slice(start, end), state, country));
      if (sort === 'place') places?.push(...ids);
      return { start, end, naming: { ids, sort, state, country }, entry: null };
    });
    if (!opens && !found.some(({ entry }) => entry !== null && tells(entry))) return [];
    const words = wordsOf(title, found, policy.spaced);
    compound?.(words);
    if (lang === 'zh') openShortNames(words);
    if (clitics) openClitics(words, clitics);
    if (ownables) openPossessives(words, ownables);
    return words.some(mayTell) ? finished(actsOf(words, policy), words, policy, deeds) : [];
  };
}

/** Whether a word may tell of an act: most titles hold none. What ends an act, what says no to one and what hands over money are acts too. */
function mayTell({ entries }: Word): boolean {
  return entries.length > 0 && entries.some(tells);
}

function tells({ action, class: name }: Entry): boolean {
  return action !== null || name === 'undo' || name === 'not' || name === 'give';
}

/** What a term means, names that say the same as one. */
function onceEach(): (term: Term) => Name | Entry {
  const known = new Map<string, Name>();
  return ({ means }) => {
    if (!('ids' in means)) return means;
    const { ids, sort, state, country, stem, before } = means;
    const key = `${ids.join()} ${sort} ${state} ${country} ${stem} ${before}`;
    const same = known.get(key) ?? means;
    known.set(key, same);
    return same;
  };
}

/** Names of actors in the titles of a language, as terms. Offices are heads of a phrase, which the lexicons know better; names that end in a hyphen swallow nouns. */
function namesOf(vocabulary: Pick<Vocabulary, 'terms' | 'actors'>, rows: readonly NameRow[], wanted: string): Term[] {
  const isWanted = ({ lang }: { lang: string }): boolean => lang === '*' || lang === wanted;
  const countries = countryNamesIn(wanted);
  const struck = new Set(rows.filter(({ sort }) => sort === 'none').flatMap(({ lang, terms }) => terms.map((term) => `${lang} ${term}`)));
  const known = vocabulary.terms
    .filter((term) => term.sort === 'actors' && isWanted(term) && names(term, vocabulary) && !struck.has(`${term.lang} ${term.words}`))
    .map((term): Term => {
      const { words, folded, lang, stem, caseSensitive, clauseStart, ids } = term;
      const state = isState(ids, vocabulary);
      const means = { ids, sort: null, state, country: term.line === 0 || countries.has(words.toLowerCase()), stem, before: 0 };
      return { words, folded, lang, stem, caseSensitive, clauseStart, means };
    });
  const added = rows
    .filter(isWanted)
    .flatMap((row) => (row.id === '' ? [] : written(row).map((term) => addedName(term, row, vocabulary, countries))));
  const all = [...added, ...known];
  return wanted === 'ar' ? [...all, ...all.flatMap((term) => withoutArticle(term) ?? [])] : all;
}

/** Whether a term of the vocabulary names its actor in a clause: one of those that act, and no word that something else is meant by. */
function names({ ids, words, stem, lang }: VocabularyTerm, { actors }: Pick<Vocabulary, 'actors'>): boolean {
  const id = ids[0] ?? '';
  const kind = actors.get(id)?.kind;
  if ((kind === 'company' || kind === 'person') && !tellers.has(id)) return false;
  if ((id.startsWith('@') && id !== '@opposition') || (stem && words.endsWith('-'))) return false;
  if (id === 'PKK' && /kurd|курд|库尔德|كرد|أكراد/i.test(words)) return false;
  return lang !== 'zh' || !(id === 'CN-PARTY-ORGANS' || (words.length <= 3 && /^[对訪访援驻涉反亲赴在制]/.test(words)));
}

/** "للصين": behind the preposition the article of an Arabic name loses its first letter. */
function withoutArticle(term: Term): Term | null {
  if (term.lang !== 'ar' || !term.words.startsWith('ال')) return null;
  const words = `ل${term.words.slice(1)}`;
  return { ...term, words, folded: foldTerm(words), means: { ...term.means, before: 2 } };
}

/** Shorter names with an "s" are other names: Hama, Hamas. */
const shortestGenitive = 5;

/** The terms of a row; a German name also in the genitive. */
function written({ lang, sort, terms }: NameRow): readonly string[] {
  if (lang !== 'de' || (sort !== 'name' && sort !== 'place')) return terms;
  return terms.flatMap((term) => (/[sxzß*]$/.test(term) || term.length < shortestGenitive ? [term] : [term, `${term}s`]));
}

function addedName(
  written: string,
  { id, lang, sort }: NameRow,
  vocabulary: Pick<Vocabulary, 'actors'>,
  countries: ReadonlySet<string>,
): Term {
  const caseSensitive = written.startsWith('=');
  const stem = written.endsWith('*');
  const words = written.slice(caseSensitive ? 1 : 0, stem ? -1 : undefined);
  const ids = id.split('+');
  const state = isState(ids, vocabulary);
  const means = {
    ids,
    sort: sort === 'place' ? ('place' as const) : null,
    state,
    country: countries.has(words.toLowerCase()),
    stem,
    before: 0,
  };
  return { words, folded: foldTerm(words), lang, stem, caseSensitive, clauseStart: false, means };
}

function isState([first = '']: readonly string[], { actors }: Pick<Vocabulary, 'actors'>): boolean {
  return (actors.get(first)?.kind ?? 'state') === 'state';
}

/** The sort of each name that a language lists; a listed stem counts as its own words only. */
function listOf(rows: readonly NameRow[], wanted: string): ReadonlyMap<string, NameSort> {
  const listed = new Map<string, NameSort>();
  for (const { sort, lang, terms } of rows)
    if (sort !== 'none' && (lang === wanted || lang === '*'))
      for (const term of terms) listed.set((term.startsWith('=') ? term.slice(1) : term).toLowerCase(), sort);
  return listed;
}
