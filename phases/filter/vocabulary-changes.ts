// Takes what an operator adds to or removes from the vocabulary, leaves the changed rows. Guards the same format as the files:
// an addition is read as a line of a file would be, and a removal of a term that is not there is a mistake.
import { columnsOf, type Row, readVocabularyFile, type Sort, sorts } from './vocabulary-file.js';

/** Additions are rows by column name ("terms" with "|" between them); removals name a term as the file writes it, and its language. */
export interface VocabularyChanges {
  add?: readonly ({ sort: Sort } & Readonly<Record<string, string>>)[];
  remove?: readonly { sort: Sort; lang: string; term: string }[];
}

/** Leaves the rows with the changes applied; `problems` receives one sentence per mistake, under the name `source`. */
export function applyChanges(
  rows: readonly Row[],
  { add = [], remove = [] }: VocabularyChanges,
  source: string,
  problems: string[],
): Row[] {
  const kept = rows.map((row) => ({
    ...row,
    terms: row.terms.filter(
      (term) => !remove.some(({ sort, lang, term: written }) => sort === term.sort && lang === term.lang && written === term.written),
    ),
  }));
  for (const { sort, lang, term: written } of remove) {
    const known = rows.some((row) => row.sort === sort && row.terms.some((term) => term.lang === lang && term.written === written));
    if (!known) problems.push(`${source}: "${written}" (${lang}) is not in ${sort} and cannot be removed; write it as the file does.`);
  }
  const added = sorts.flatMap((sort) => {
    const lines = add.filter((row) => row.sort === sort).map((row) => columnsOf[sort].map((column) => row[column] ?? '').join('\t'));
    return lines.length === 0
      ? []
      : readVocabularyFile(`${source} (${sort})`, sort, [columnsOf[sort].join('\t'), ...lines].join('\n'), problems);
  });
  return [...kept, ...added];
}
