// What the build puts together of the tables of what words mean: the same as is read of their lines, and nothing once a table has changed.
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { builtColumns, compileConcepts } from '../../../lib/evidence/concept-tables.js';
import { columns, conceptTermsOf, packed, unpacked } from '../../../lib/evidence/concept-terms.js';
import { rowsOf } from '../../../lib/reading/text/table.js';

const folder = mkdtempSync(join(tmpdir(), 'sni-concepts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const tables = join(folder, 'tables');
cpSync(join(projectRoot, 'lib/evidence/tables'), tables, { recursive: true });

test.each(columns)('what is put together of %s is what its lines say', (column) => {
  const rows = rowsOf(join(tables, 'concepts-news.tsv'), columns).map((cells) => ({ name: cells.en.split('|')[0] ?? '', cells }));
  const terms = conceptTermsOf(rows, column);
  const again = unpacked(packed(terms));
  for (const [key, equals] of terms) expect(again.get(key)).toEqual(equals);
  expect([...again.values()]).toEqual([...terms.values()]);
  expect(again.get('no such beginning')).toBeUndefined();
});

test('the build has put together the tables as they are', () => {
  const built = builtColumns(join(projectRoot, 'lib/evidence/tables'), join(projectRoot, 'dist/evidence'));
  expect(built?.('en').get('strik')).toEqual(expect.arrayContaining([expect.objectContaining({ row: 'strike' })]));
});

test('what was put together of other tables is not taken', () => {
  const built = join(folder, 'built');
  const { version, files } = compileConcepts(tables);
  mkdirSync(join(built, version), { recursive: true });
  for (const { name, bytes } of files) writeFileSync(join(built, version, name), bytes);
  expect(builtColumns(tables, built)?.('de').get('wa')).toBeDefined();
  appendFileSync(join(tables, 'concepts-news.tsv'), '# One line more.\n');
  expect(builtColumns(tables, built)).toBeNull();
});
