// The tables of what words mean, as the project has them: put together by the build where it is as they are, else from their lines.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import { type ConceptColumn, type ConceptRow, type ConceptTerms, columns, conceptTermsOf, packed, unpacked } from './concept-terms.js';
import { Concepts } from './concepts.js';

const names = ['acts', 'news', 'things', 'other', 'places', 'names', 'more', 'plain', 'renderings', 'free'];

const perRoot = new Map<string, Concepts>();

/** What the words of all tables mean, for all who ask of one project; `root` is the project's. */
export function conceptsOfTables(root: string): Concepts {
  const tables = join(root, 'lib/evidence/tables');
  const known =
    perRoot.get(root) ?? new Concepts(builtColumns(tables, join(root, 'dist/evidence')) ?? columnsOf(() => rowsIn(tables)), true);
  perRoot.set(root, known);
  return known;
}

/** Words that turn a clause, each under the name of its mark. `tables` is this room's folder of tables. */
export function markConcepts(tables: string): Concepts {
  const rows = (): ConceptRow[] =>
    rowsOf<ConceptColumn | 'mark'>(join(tables, 'marks.tsv'), ['mark', ...columns]).map((cells) => ({ name: cells.mark, cells }));
  return new Concepts(columnsOf(rows), false);
}

/** The columns as the build put them together in a folder of their version; null where there is none of the tables as they are. */
export function builtColumns(tables: string, built: string): ((column: ConceptColumn) => ConceptTerms) | null {
  // Who runs the sources may have changed how they are put together.
  if (import.meta.url.endsWith('.ts')) return null;
  const folder = join(built, versionOf(tables));
  return existsSync(folder) ? (column) => unpacked(readFileSync(join(folder, fileOf(column)), 'utf8')) : null;
}

/** What the build writes: files for a folder of this version. */
export function compileConcepts(tables: string): { version: string; files: { name: string; bytes: string }[] } {
  const rows = rowsIn(tables);
  return {
    version: versionOf(tables),
    files: columns.map((column) => ({ name: fileOf(column), bytes: packed(conceptTermsOf(rows, column)) })),
  };
}

function columnsOf(read: () => readonly ConceptRow[]): (column: ConceptColumn) => ConceptTerms {
  let rows: readonly ConceptRow[] | undefined;
  return (column) => {
    rows ??= read();
    return conceptTermsOf(rows, column);
  };
}

/** The name of a row is its English cell's first word. */
function rowsIn(tables: string): ConceptRow[] {
  return pathsIn(tables).flatMap((path) =>
    rowsOf<ConceptColumn>(path, columns).map((cells) => ({ name: cells.en.split('|')[0] ?? '', cells })),
  );
}

function versionOf(tables: string): string {
  const hash = createHash('sha256');
  for (const path of pathsIn(tables)) hash.update(readFileSync(path)).update('\0');
  return hash.digest('hex').slice(0, 12);
}

function pathsIn(tables: string): string[] {
  return names.map((name) => join(tables, `concepts-${name}.tsv`));
}

function fileOf(column: ConceptColumn): string {
  return `concepts-${column}.txt`;
}
