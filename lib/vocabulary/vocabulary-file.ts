// Reads a vocabulary file: tab-separated columns under a header, `#` comments, terms separated by `|`, no patterns. Every mistake becomes
// a sentence, and its row is left out.
import { foldTerm } from '../language/fold.js';
import { gatedLanguages } from '../language/languages.js';
import type { MatchTerm } from './term-index.js';

const kinds = ['state', 'office', 'person', 'organisation', 'movement', 'company'] as const;
export type ActorKind = (typeof kinds)[number];
export const vocabularySorts = ['actors', 'mechanisms', 'contexts'] as const;
export type VocabularySort = (typeof vocabularySorts)[number];

/** One term of one language, and the actors, the mechanism or the context it stands for. */
export interface VocabularyTerm extends MatchTerm {
  /** As the file writes it, with its marks. */
  written: string;
  sort: VocabularySort;
  /** Several only where a row names several actors ("CN+US"). */
  ids: readonly string[];
  /** Ambiguous: counts by the factor `weak` of the weights. */
  weak: boolean;
  /** Where it stands, for people: "actors-states.tsv line 12". */
  place: string;
  /** 0 for what a package gives. */
  line: number;
}

/** One line of a vocabulary file after its header. Only actors have `kind` and `name`, only mechanisms have `tier`. */
export interface VocabularyRow {
  place: string;
  line: number;
  sort: VocabularySort;
  ids: readonly string[];
  kind?: ActorKind;
  name?: string;
  tier?: 1 | 2;
  terms: VocabularyTerm[];
}

export const termLanguages: readonly string[] = [...gatedLanguages, '*'];
export const vocabularyColumns: Record<VocabularySort, readonly string[]> = {
  actors: ['id', 'kind', 'name', 'lang', 'terms'],
  mechanisms: ['id', 'tier', 'lang', 'terms'],
  contexts: ['id', 'lang', 'terms'],
};

const idShape: Record<VocabularySort, RegExp> = {
  actors: /^(@[a-z][a-z-]*|[A-Z0-9][A-Z0-9-]*(\+[A-Z0-9][A-Z0-9-]*)*)$/,
  mechanisms: /^[a-z][a-z-]*$/,
  contexts: /^[a-z][a-z-]*$/,
};
const regexLike = /[()[\]{}\\^$?]|\.[*+]|\*./;
const letterOrDigit = /[a-z0-9]|[\p{L}\p{N}]/u;

/** Reads the text of a file of this sort. `problems` receives one sentence per mistake; rows with a mistake are left out. */
export function readVocabularyFile(file: string, sort: VocabularySort, text: string, problems: string[]): VocabularyRow[] {
  const columns = vocabularyColumns[sort];
  const rows: VocabularyRow[] = [];
  let headerSeen = false;
  text.split(/\r?\n/).forEach((content, index) => {
    const line = index + 1;
    if (content.trim() === '' || content.startsWith('#')) return;
    const cells = content.split('\t').map((cell) => cell.trim());
    const problem = (reason: string): void => void problems.push(`${file} line ${line}: ${reason}`);
    if (!headerSeen) {
      headerSeen = true;
      if (cells.join('\t') !== columns.join('\t'))
        problem(`the header must name the columns ${columns.join(', ')} in this order, separated by tabs; it reads "${content}".`);
      return;
    }
    if (cells.length !== columns.length) {
      problem(`${cells.length} columns where ${columns.length} are wanted (${columns.join(', ')}); separate them with one tab each.`);
      return;
    }
    const before = problems.length;
    const row = readRow(`${file} line ${line}`, line, sort, (column) => cells[columns.indexOf(column)] ?? '', problem);
    if (problems.length === before) rows.push(row);
  });
  if (!headerSeen) problems.push(`${file} line 1: the file is empty; begin it with the header ${columns.join(', ')}.`);
  return rows;
}

/** Reads one row by its columns; `problem` hears of each mistake. */
export function readRow(
  place: string,
  line: number,
  sort: VocabularySort,
  cell: (column: string) => string,
  problem: (reason: string) => void,
): VocabularyRow {
  const id = cell('id');
  if (!idShape[sort].test(id))
    problem(
      sort === 'actors'
        ? `the id "${id}" is not upper case (RU, NATO, several as CN+US) nor an office (@foreign-minister); correct it.`
        : `the id "${id}" is not in lower case with hyphens (peace-process); correct it.`,
    );
  const lang = cell('lang');
  if (!termLanguages.includes(lang)) problem(`the language "${lang}" is not known; use one of ${termLanguages.join(', ')}.`);
  const row: VocabularyRow = { place, line, sort, ids: id.split('+'), terms: [] };
  if (sort === 'actors') {
    const kind = kinds.find((known) => known === cell('kind'));
    if (kind === undefined) problem(`the kind "${cell('kind')}" is not known; use one of ${kinds.join(', ')}.`);
    else row.kind = kind;
    row.name = cell('name');
  }
  if (sort === 'mechanisms') {
    const tier = cell('tier');
    if (tier === '1') row.tier = 1;
    else if (tier === '2') row.tier = 2;
    else problem(`the tier "${tier}" is not known; use 1 (hard power and order) or 2 (power politics and economy).`);
  }
  for (const part of cell('terms').split('|')) {
    const term = readTerm(part.trim(), row, lang);
    const mistake = termMistake(term);
    if (mistake !== undefined) problem(mistake);
    else row.terms.push(term);
  }
  return row;
}

/** What is wrong with a term as written; undefined where nothing is. */
export function termMistake({ written, folded }: Pick<VocabularyTerm, 'written' | 'folded'>): string | undefined {
  if (written === '') return 'an empty term; remove the extra "|" or write the term.';
  if (regexLike.test(written))
    return `the term "${written}" looks like a regular expression; write plain words, separate them with "|", and use "*" only as the last character of a stem.`;
  if (!letterOrDigit.test(folded)) return `the term "${written}" holds no letter or digit; write a word or remove it.`;
  return undefined;
}

/** Builds a term from its written form; `folded`, where it is known, its words as `foldTerm` leaves them, 0 for unchanged: marks `~` ambiguous, `=` case-sensitive, `_` only at the beginning of a clause, `*` any ending. */
export function readTerm(
  written: string,
  row: Pick<VocabularyRow, 'place' | 'line' | 'sort' | 'ids' | 'kind'>,
  lang: string,
  folded?: string | 0,
): VocabularyTerm {
  let begin = 0;
  while (begin < written.length && '~=_'.includes(written.charAt(begin))) begin++;
  const marks = begin === 0 ? '' : written.slice(0, begin);
  const stem = written.endsWith('*');
  const words = stem || begin > 0 ? written.slice(begin, stem ? -1 : undefined) : written;
  return {
    written,
    words,
    folded: folded === 0 ? words : (folded ?? foldTerm(words)),
    stem,
    weak: marks.includes('~'),
    caseSensitive: marks.includes('='),
    clauseStart: marks.includes('_'),
    // Heads of state and towns, which stand for any language, and what a package calls the countries; demonyms are small letters in some.
    proper: row.kind === 'state' && (lang === '*' || row.line === 0),
    lang,
    sort: row.sort,
    ids: row.ids,
    place: row.place,
    line: row.line,
  };
}
