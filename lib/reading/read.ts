// Reads headlines: the names of the vocabulary and the words of the lexicons are found in one pass, then the acts are read off them.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepLast } from '../language/keep-last.js';
import { makeOneLanguageMatcher } from '../vocabulary/matcher.js';
import type { Vocabulary } from '../vocabulary.js';
import { type ActIndex, makeActIndex, readActIndex } from './act-index.js';
import { actsOf, type Clauses, clausesIn, rolesIn } from './acts.js';
import { cliticsOf, openClitics, openPossessives, ownablesOf } from './clitics.js';
import { type Compiled, noneCompiled } from './compiled.js';
import { compoundsOf } from './compounds.js';
import { type Deeds, deedsOf } from './deeds.js';
import { finished } from './finished.js';
import { passParticiples } from './full-participles.js';
import { type GroupsOf, groupsIn } from './groups.js';
import { hostsIn } from './hosts.js';
import type { Entry } from './lexicon-file.js';
import { type Lexicons, lexiconsIn } from './lexicons.js';
import { nameSortsOf, nameTermsOf } from './name-terms.js';
import { makeSortOf, readNames } from './names.js';
import { yieldOffices } from './offices.js';
import { type Policy, policyOf } from './policy.js';
import { unquoteNames } from './quoted-names.js';
import type { Act } from './reading.js';
import { openShortNames, partLinks, partSayings } from './short-names.js';
import { batchesOf } from './stages.js';
import { lazily } from './text/lazily.js';
import { labelsIn, readableTitle } from './text/plain-title.js';
import { placeNames } from './told-of-others.js';
import { partVictims } from './victims.js';
import { type FoundTerm, type Word, wordsOf } from './words.js';

/** What is told in a headline, as who reads the rest of it needs it. */
export interface ToldActs {
  acts: Act[];
  /** The states of the towns and regions that are named, as often as they are. */
  places: readonly string[];
  /** States that are at home where it happens, as `hostsIn` finds them; left out where there are none. */
  hosts?: readonly string[];
}

/** Reads the acts of headlines: one answer for each, in their order. */
export type ReadActs = (headlines: readonly { title: string; lang: string }[]) => ToldActs[];

/** A title on its way through the stages. */
interface Sheet {
  words: readonly Word[];
  clauses: Clauses | null;
  told: ToldActs;
}

/** Builds the reader of one headline after another, as `makeActsReader` does that of many: its acts, none for a language without a lexicon. */
export function makeReader(...given: Parameters<typeof makeActsReader>): (title: string, lang: string) => Act[] {
  const read = makeActsReader(...given);
  return (title, lang) => read([{ title, lang }])[0]?.acts ?? [];
}

/**
 * Builds the reader; each language's words are put together when its first title comes, some 50 ms where they are not `compiled`. `folder` holds
 * names.tsv, with one file more for each language that has many. A language without a lexicon reads as empty. Throws one
 * sentence for each line of the files that is wrong, when its first title comes.
 */
export function makeActsReader(
  vocabulary: Pick<Vocabulary, 'terms' | 'actors'>,
  folder: string,
  lexicons: Lexicons = lexiconsIn(folder),
  compiled: Compiled = noneCompiled,
): ReadActs {
  const indexOf = actIndices(vocabulary, folder, lexicons);
  const readers = new Map<string, ReadTitles>();
  const readerIn = keepLast((lang) => {
    const short = lang.slice(0, 2).toLowerCase();
    const policy = policyOf(short);
    if (!policy) return null;
    const make = (): ReadTitles => {
      const pack = compiled(short);
      const known = pack === null ? indexOf(short) : readActIndex(pack);
      return readerOf(short, policy, known, deedsOf(folder, short), groupsIn(folder, short), labelsIn(folder, short));
    };
    const read = readers.get(short) ?? make();
    readers.set(short, read);
    return read;
  });
  return (headlines) =>
    batchesOf(headlines).flatMap((batch) => {
      const titles = batch.map(({ title }) => title);
      return readerIn(batch[0]?.lang ?? '')?.(titles) ?? titles.map(() => ({ acts: [], places: [] }));
    });
}

/** What is known of each language, made of the tables of `folder` anew whenever it is asked for. */
export function actIndices(
  vocabulary: Pick<Vocabulary, 'terms' | 'actors'>,
  folder: string,
  lexicons: Lexicons,
): (lang: string) => ActIndex {
  const rows = lazily(() => {
    const lists = readdirSync(folder).filter((file) => /^names(?:-[a-z]+)?\.tsv$/.test(file));
    return lists.flatMap((file) => readNames(file, readFileSync(join(folder, file), 'utf8')));
  });
  return (lang) => makeActIndex(lang, nameTermsOf(vocabulary, rows(), lang), lexicons(lang), nameSortsOf(rows(), lang));
}

type ReadTitles = (titles: readonly string[]) => ToldActs[];

/** Reads titles of one language, all of them through one stage after another. */
function readerOf(lang: string, policy: Policy, known: ActIndex, deeds: Deeds, groupsOf: GroupsOf, labels: RegExp | null): ReadTitles {
  const match = makeOneLanguageMatcher(known.index);
  const compound = policy.compounds ? compoundsOf(known) : null;
  const clitics = lang === 'ar' ? cliticsOf(known) : null;
  const ownables = lang === 'ar' ? ownablesOf(known) : null;
  const sortOf = makeSortOf(lang, known.listed);
  /** Whether words get entries of the lexicon by what stands in them. */
  const opens = compound !== null || clitics !== null || ownables !== null || lang === 'zh';
  return (titles) => {
    const all = titles.map(wordsIn);
    const sheets = all.flatMap(({ told, words }): Sheet[] => (words !== null && prepared(words) ? [{ words, clauses: null, told }] : []));
    for (const { words } of sheets) rolesIn(words, policy);
    for (const sheet of sheets) sheet.clauses = clausesIn(sheet.words, policy);
    for (const { words, clauses, told } of sheets) if (clauses !== null) told.acts = actsOf(words, clauses, policy);
    for (const { words, told } of sheets) told.acts = finished(told.acts, words, policy, deeds);
    return all.map(({ told }) => told);
  };

  /** The words of a title, null where none of them may tell of an act; of what is told its places. */
  function wordsIn(written: string): { told: ToldActs; words: Word[] | null } {
    const title = readableTitle(written, labels);
    const places: string[] = [];
    const told: ToldActs = { acts: [], places };
    const found = match(title).map(({ term: means, start: begin, end }): FoundTerm => {
      if (!('ids' in means)) return { start: begin, end, naming: null, entry: means };
      const { ids, state, country, stem, before } = means;
      const start = begin + before;
      // أوكرانيا is the state; only a longer ending upon its stem makes an adjective of the same letters.
      const isWhole = means.sort === null && lang === 'ar' && !stem && title.endsWith('يا', end) && end - start > 1;
      const sort = means.sort ?? (isWhole ? 'name' : sortOf(title.slice(start, end), state, country));
      if (sort === 'place') places.push(...ids);
      return { start, end, naming: { ids, sort, state, country }, entry: null };
    });
    const hosts = found.length > 1 ? hostsIn(title, found, groupsOf) : [];
    if (hosts.length > 0) told.hosts = hosts;
    if (!opens && !found.some(({ entry }) => entry !== null && tells(entry))) return { told, words: null };
    return { told, words: wordsOf(title, found, policy.spaced, groupsOf) };
  }

  /** Looks at the words before any has its role; whether one of them may tell of an act. */
  function prepared(words: Word[]): boolean {
    unquoteNames(words);
    compound?.(words);
    if (lang === 'zh') {
      openShortNames(words);
      partSayings(words);
      partLinks(words);
    }
    placeNames(words, policy);
    yieldOffices(words, policy);
    partVictims(words, policy);
    passParticiples(words, policy);
    if (clitics) openClitics(words, clitics);
    if (ownables) openPossessives(words, ownables);
    return words.some(mayTell);
  }
}

/** Whether a word may tell of an act: most titles hold none. What ends an act, what says no to one and what hands over money are acts too. */
function mayTell({ entries }: Word): boolean {
  return entries.length > 0 && entries.some(tells);
}

function tells({ action, class: name }: Entry): boolean {
  return action !== null || name === 'undo' || name === 'not' || name === 'give';
}
