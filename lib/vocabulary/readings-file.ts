// The file format of readings: which words with two meanings mean something else beside which words ("strike" beside "nurses" is a
// protest). Tab-separated columns under a header, as the vocabulary's other files; every mistake is a sentence with file and line.
import type { AsideTerm } from './term-index.js';
import { readTerm, termLanguages, termMistake, type VocabularyRow, type VocabularyTerm } from './vocabulary-file.js';

/** Where the deciding words must stand, seen from the word with two meanings. */
export type WordReach =
  /** At most so many words between them (characters, in Chinese), on this side or on either. */
  | { side: 'before' | 'after' | 'near'; words: number }
  /** Before it, with no end of a clause between: "film about the hostage crisis". */
  | { side: 'clause' }
  /** Anywhere. */
  | { side: 'title' };

/** One line of a readings file. */
export interface WordReading {
  /** The name a person sees: "labour", "past". */
  id: string;
  reach: WordReach;
  /** What the word stands for then, for certain: a mechanism, or a context that speaks against the title. */
  becomes: string;
  sort: 'mechanisms' | 'contexts';
  /** Place in its file: of several that hold, the first counts. */
  rank: number;
  /** Ruled out by an actor within three words after the word: "war on Iran" is one, "war on waste" is none. */
  unlessActor: boolean;
  /** The terms it reads anew. */
  terms: ReadonlySet<VocabularyTerm>;
}

/** A word that decides a reading or, where it `forbids`, rules it out wherever it stands. It counts nothing by itself. */
export interface Cue extends AsideTerm {
  decides: { reading: WordReading; forbids: boolean }[];
}

/** A reading as written, before its words are looked up among the terms. */
export interface ReadingRow {
  place: string;
  lang: string;
  reading: Omit<WordReading, 'sort' | 'terms'>;
  /** Terms of mechanisms without their marks, `@id` for all of a mechanism, `*1` for all of tier 1, `*` for all there are. */
  words: string[];
  beside: VocabularyTerm[];
  unless: VocabularyTerm[];
}

const columns = ['id', 'lang', 'words', 'reach', 'beside', 'unless', 'becomes'];
const reachShape = /^(?:(before|after|near) (\d{1,2})|(clause|title))$/;

/** Reads the text of one file; `problems` receives one sentence per mistake, and rows with a mistake are left out. */
export function readReadingsFile(file: string, text: string, problems: string[]): ReadingRow[] {
  const rows: ReadingRow[] = [];
  const read = new Map<string, VocabularyTerm>();
  let headerSeen = false;
  text.split(/\r?\n/).forEach((content, index) => {
    if (content.trim() === '' || content.startsWith('#')) return;
    const cells = content.split('\t').map((cell) => cell.trim());
    const place = `${file} line ${index + 1}`;
    const before = problems.length;
    const problem = (reason: string): void => void problems.push(`${place}: ${reason}`);
    if (!headerSeen) {
      headerSeen = true;
      if (cells.join('\t') !== columns.join('\t')) problem(`the header must name the columns ${columns.join(', ')}, separated by tabs.`);
      return;
    }
    if (cells.length !== columns.length) {
      problem(
        `${cells.length} columns where ${columns.length} are wanted (${columns.join(', ')}); leave "unless" empty if nothing rules it out.`,
      );
      return;
    }
    const row = rowOf(place, index + 1, cells, read, problem);
    if (problems.length === before) rows.push(row);
  });
  return rows;
}

function rowOf(
  place: string,
  line: number,
  cells: readonly string[],
  read: Map<string, VocabularyTerm>,
  problem: (reason: string) => void,
): ReadingRow {
  const [id = '', lang = '', words = '', reach = '', beside = '', unless = '', becomes = ''] = cells;
  for (const name of [id, becomes])
    if (!/^[a-z][a-z-]*$/.test(name)) problem(`"${name}" is not an id in lower case with hyphens; correct it.`);
  if (!termLanguages.includes(lang)) problem(`the language "${lang}" is not known; use one of ${termLanguages.join(', ')}.`);
  const cues = (list: readonly string[]): VocabularyTerm[] =>
    list.map((written) => {
      const term = cueOf(written.trim(), lang, read);
      const mistake = termMistake(term);
      if (mistake !== undefined) problem(mistake);
      return term;
    });
  const forbidding = unless === '' ? [] : unless.split('|');
  const unlessActor = forbidding.includes('@actor');
  return {
    place,
    lang,
    reading: { id, reach: reachOf(reach, problem), becomes, rank: line, unlessActor },
    words: words.split('|').map((word) => word.trim()),
    beside: cues(beside.split('|')),
    unless: cues(forbidding.filter((word) => word !== '@actor')),
  };
}

/** The same words stand in many rows: each is read once a file. */
function cueOf(written: string, lang: string, read: Map<string, VocabularyTerm>): VocabularyTerm {
  const key = `${lang} ${written}`;
  const known = read.get(key) ?? readTerm(written, { place: '', line: 0, sort: 'contexts', ids: [] }, lang);
  read.set(key, known);
  return known;
}

function reachOf(written: string, problem: (reason: string) => void): WordReach {
  const [, side, words, whole] = reachShape.exec(written) ?? [];
  if (whole === 'clause' || whole === 'title') return { side: whole };
  if (side === 'before' || side === 'after' || side === 'near') return { side, words: Number(words) };
  problem(`the reach "${written}" is not known; write "before 3", "after 3", "near 3", "clause" or "title".`);
  return { side: 'title' };
}

/**
 * Leaves the cues to look for, each once, however many readings it decides. A word no mechanism of these files has, and a `becomes`
 * that is neither a mechanism nor a context, is a mistake; a term an operator has removed is none.
 */
export function bindReadings(
  rows: readonly ReadingRow[],
  written: readonly VocabularyRow[],
  terms: readonly VocabularyTerm[],
  mechanisms: ReadonlyMap<string, { tier: 1 | 2 }>,
  contexts: readonly string[],
  problems: string[],
): Cue[] {
  const spoken = new Set(rows.map(({ lang }) => lang));
  const named = termsByName(terms, mechanisms, spoken);
  const known = new Set(
    written.flatMap(({ sort, terms }) =>
      sort === 'mechanisms' && spoken.has(terms[0]?.lang ?? '') ? terms.map((term) => `${term.lang} ${bare(term)}`) : [],
    ),
  );
  const sets = new Map<string, ReadonlySet<VocabularyTerm>>();
  // Many rows read the same words anew.
  const termsOf = (words: readonly string[], lang: string): ReadonlySet<VocabularyTerm> => {
    const key = `${lang} ${words.join('|')}`;
    const set = sets.get(key) ?? new Set(words.flatMap((word) => named.get(`${lang} ${word}`) ?? []));
    sets.set(key, set);
    return set;
  };
  const cues = new Map<string, Cue>();
  for (const { place, lang, reading: unbound, words, beside, unless } of rows) {
    const sort = mechanisms.has(unbound.becomes) ? 'mechanisms' : 'contexts';
    if (sort === 'contexts' && !contexts.includes(unbound.becomes))
      problems.push(`${place}: "${unbound.becomes}" is neither a mechanism nor a context; give it a row of its own first or correct it.`);
    for (const word of words)
      if (!word.startsWith('*') && lang !== '*' && !known.has(`${lang} ${word}`) && !mechanisms.has(word.slice(1)))
        problems.push(`${place}: "${word}" (${lang}) is no term of a mechanism; write it as its file does, without ~, = and _.`);
    const reading: WordReading = { ...unbound, sort, terms: termsOf(words, lang) };
    const decide = (term: VocabularyTerm, forbids: boolean): void => {
      const key = `${lang} ${term.written}`;
      const cue = cues.get(key) ?? { ...term, aside: true, decides: [] };
      cue.decides.push({ reading, forbids });
      cues.set(key, cue);
    };
    for (const term of beside) decide(term, false);
    for (const term of unless) decide(term, true);
  }
  return [...cues.values()];
}

/** The terms of mechanisms by what a row may call them by, behind its language, where rows speak it; `*` is also that of rows of any. */
function termsByName(
  terms: readonly VocabularyTerm[],
  mechanisms: ReadonlyMap<string, { tier: 1 | 2 }>,
  spoken: ReadonlySet<string>,
): Map<string, VocabularyTerm[]> {
  const named = new Map<string, VocabularyTerm[]>();
  const add = (name: string, term: VocabularyTerm): void => {
    const alike = named.get(name);
    if (alike === undefined) named.set(name, [term]);
    else alike.push(term);
  };
  for (const term of terms) {
    if (term.sort !== 'mechanisms') continue;
    const [id = ''] = term.ids;
    if (spoken.has(term.lang)) add(`${term.lang} ${bare(term)}`, term);
    for (const lang of new Set([term.lang, '*'])) {
      if (!spoken.has(lang)) continue;
      add(`${lang} @${id}`, term);
      add(`${lang} *`, term);
      if (mechanisms.get(id)?.tier === 1) add(`${lang} *1`, term);
    }
  }
  return named;
}

/** As written, without its marks. */
function bare(term: VocabularyTerm): string {
  return `${term.words}${term.stem ? '*' : ''}`;
}
