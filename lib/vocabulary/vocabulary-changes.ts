// An operator's additions to the vocabulary, and removals from it. An addition is read as a line of a file would be; the removal of a
// term that is not there is a mistake.
import { readRow, type VocabularyRow, type VocabularySort, vocabularyColumns } from './vocabulary-file.js';

export interface VocabularyChanges {
  /** Rows as a file has them; kind and name belong to actors, tier to mechanisms. */
  add: readonly Addition[];
  /** A term as the file writes it, with its marks, and its language. */
  remove: readonly { sort: VocabularySort; lang: string; term: string }[];
}

interface Addition {
  sort: VocabularySort;
  id: string;
  kind?: string | undefined;
  name?: string | undefined;
  tier?: number | undefined;
  lang: string;
  terms: readonly string[];
}

/** Leaves the rows with the changes applied; `problems` receives one sentence per mistake, under the name `source`. */
export function applyChanges(
  rows: readonly VocabularyRow[],
  { add, remove }: VocabularyChanges,
  source: string,
  problems: string[],
): VocabularyRow[] {
  const removed = new Set(remove.map(({ sort, lang, term }) => keyOf(sort, lang, term)));
  const found = new Set<string>();
  const kept = removed.size === 0 ? rows : rows.map((row) => ({ ...row, terms: row.terms.filter((term) => !isRemoved(term)) }));
  remove.forEach(({ sort, lang, term }, index) => {
    if (!found.has(keyOf(sort, lang, term)))
      problems.push(`${source}.remove[${index}]: "${term}" (${lang}) is not in ${sort} and cannot be removed; write it as the file does.`);
  });
  const added = add.flatMap((addition, index) => read(addition, index, source, problems));
  return [...kept, ...added];

  function isRemoved({ sort, lang, written }: { sort: VocabularySort; lang: string; written: string }): boolean {
    const key = keyOf(sort, lang, written);
    if (removed.has(key)) found.add(key);
    return removed.has(key);
  }
}

/** The row of an addition; none where it has a mistake. */
function read(addition: Addition, index: number, source: string, problems: string[]): VocabularyRow[] {
  const place = `${source}.add[${index}]`;
  const { sort, terms, ...cells } = addition;
  const before = problems.length;
  const problem = (reason: string): void => void problems.push(`${place}: ${reason}`);
  for (const [cell, value] of Object.entries(cells))
    if (value !== undefined && !vocabularyColumns[sort].includes(cell)) problem(`${sort} have no ${cell}; leave it out.`);
  const texts: Record<string, string> = {
    id: cells.id,
    kind: cells.kind ?? '',
    name: cells.name ?? '',
    tier: String(cells.tier ?? ''),
    lang: cells.lang,
    terms: terms.join('|'),
  };
  const row = readRow(place, index + 1, sort, (column) => texts[column] ?? '', problem);
  return problems.length === before ? [row] : [];
}

function keyOf(sort: VocabularySort, lang: string, written: string): string {
  return `${sort} ${lang} ${written}`;
}
