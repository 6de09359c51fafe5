// CSV as people and programs write it.
import { expect, test } from 'vitest';
import { type CsvRecord, csvRecords } from '../../../../phases/ingest/sources/csv.js';

const read = async (text: string): Promise<CsvRecord[]> => {
  const records: CsvRecord[] = [];
  for await (const record of csvRecords(text.split('\n'))) records.push(record);
  return records;
};
const cells = async (text: string) => (await read(text)).map((record) => record.cells);

test('quoted cells hold separators, quotes and line breaks; a record is known by the line it begins on', async () => {
  expect(await read('a,b\n"x, ""y""\n\nz",1\n\nlast,2')).toEqual([
    { line: 1, cells: ['a', 'b'] },
    { line: 2, cells: ['x, "y"\n\nz', '1'] },
    { line: 6, cells: ['last', '2'] },
  ]);
});

test('the header says what separates: commas in later lines are text', async () => {
  expect(await cells('title;link\nHello, world;x')).toEqual([
    ['title', 'link'],
    ['Hello, world', 'x'],
  ]);
  expect(await cells('title\tlink\na, b; c\tx')).toEqual([
    ['title', 'link'],
    ['a, b; c', 'x'],
  ]);
});

test('a quote inside a cell is a letter', async () => {
  expect(await cells('title,link\n5" guns "found",x\nnext,y')).toEqual([
    ['title', 'link'],
    ['5" guns "found"', 'x'],
    ['next', 'y'],
  ]);
});

test('a quote that never closes costs its line, not those after it', async () => {
  const rest = Array.from({ length: 120 }, (_, index) => `row ${index},x`);
  const records = await read(['title,link', '"open,x', ...rest].join('\n'));
  expect(records[1]).toEqual({ line: 2, cells: null });
  expect(records.slice(2).map((record) => record.cells?.[0])).toEqual(rest.map((_, index) => `row ${index}`));
  expect((await read('title\n"at the end')).at(-1)).toEqual({ line: 2, cells: null });
});
