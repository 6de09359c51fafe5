// Texts come out of a statement as they went in, whatever stands in them.
import { expect, test } from 'vitest';
import { textColumn } from '../../lib/text-column.js';
import { makeTestWorld } from '../support/in-test.js';

const { sql } = await makeTestWorld();

async function readBack(...columns: (string | null)[][]): Promise<(string | null)[][]> {
  const [first = [], second = first] = columns;
  const rows = await sql<{ one: string | null; other: string | null }[]>`
    select one, other from unnest(${textColumn(sql, first)}, ${textColumn(sql, second)}) with ordinality as r (one, other, n)
    where n > 1 order by n`;
  return rows.map(({ one, other }) => [one, other]);
}

test('texts, empty ones and none at all keep their places', async () => {
  expect(await readBack(['a', '', null, 'd'], [null, 'x', '', ''])).toEqual([
    ['a', null],
    ['', 'x'],
    [null, ''],
    ['d', ''],
  ]);
});

test('one empty text is one row, and no text is none', async () => {
  expect(await readBack([''])).toEqual([['', '']]);
  expect(await readBack([null])).toEqual([[null, null]]);
  expect(await readBack([])).toEqual([]);
});

test.each([
  '{"a": "b,c"}',
  'NULL',
  '\\',
  "it's",
  '"',
  'tab\tand\nline',
  'Ο κόσμος, 世界, 😀',
  '\\x1f',
])('%j comes as it is', async (text) => {
  expect(await readBack([text, 'behind'])).toEqual([
    [text, text],
    ['behind', 'behind'],
  ]);
});

test('the characters that part texts become blanks, so that no text moves into the place of another', async () => {
  expect(await readBack(['a\x1fb', '\x02', 'c\x02', '\x1f\x02'], ['1', '2', '3', '4'])).toEqual([
    ['a b', '1'],
    [' ', '2'],
    ['c\x02', '3'],
    ['  ', '4'],
  ]);
});
