// Reads the tables of words: tab-separated columns under a header, `#` comments. A row whose language is `any` holds for every language.
import { readFileSync } from 'node:fs';

/** The rows of a file by column name. Throws which line has too few or too many columns. */
export function rowsOf<Column extends string>(path: string, columns: readonly Column[]): Record<Column, string>[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const rows: Record<Column, string>[] = [];
  let header = false;
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const cells = line.split('\t').map((cell) => cell.trim());
    if (cells.length !== columns.length || (!header && cells.join() !== columns.join()))
      throw new Error(
        `${path}, line ${index + 1}: expected the columns ${columns.join(', ')}, separated by tabs. Correct it and run again.`,
      );
    if (header) rows.push(Object.fromEntries(columns.map((column, at) => [column, cells[at] ?? ''])) as Record<Column, string>);
    header = true;
  }
  return rows;
}
