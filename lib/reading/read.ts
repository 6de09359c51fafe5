// Reads headlines: the names of the vocabulary and the words of the lexicons are found in one pass, then the acts are read off them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { foldTerm } from '../language/fold.js';
import { keepLast } from '../language/keep-last.js';
import { makeOneLanguageMatcher } from '../vocabulary/matcher.js';
import type { MatchTerm } from '../vocabulary/term-index.js';
import type { Vocabulary } from '../vocabulary.js';
import { actsOf } from './acts.js';
import { cliticsOf, openClitics, openPossessives, ownablesOf } from './clitics.js';
import { compoundsOf } from './compounds.js';
import { type Deeds, deedsOf } from './deeds.js';
import { finished } from './finished.js';
import { type GroupsOf, groupsIn } from './groups.js';
import type { Entry, LexiconTerm } from './lexicon-file.js';
import { type Lexicons, lexiconsIn } from './lexicons.js';
import { listOf, type Name, namesOf } from './name-terms.js';
import { makeSortOf, readNames } from './names.js';
import { type Policy, policyOf } from './policy.js';
import type { Act } from './reading.js';
import { openShortNames } from './short-names.js';
import { type Found, type NameSort, type Word, wordsOf } from './words.js';

type Term = MatchTerm & { means: Name | Entry };

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
      readerOf(
        short,
        policy,
        namesOf(vocabulary, rows, short),
        lexicons(short),
        listOf(rows, short),
        deedsOf(folder, short),
        groupsIn(folder, short),
      );
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
  groupsOf: GroupsOf,
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
    const words = wordsOf(title, found, policy.spaced, groupsOf);
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
