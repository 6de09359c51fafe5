// The shape of the code: how long a file and a function may be, what a cast may say, how a file opens.
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { functionsOf, ownExportsOf, readSources, silentExportsOf } from './support/source-files.js';

const files = readSources(['phases', 'lib', 'test']);
const sources = files.filter(({ file }) => !file.startsWith('test/'));

test('no file is past 220 lines, no phase script past 150', () => {
  const lengths = files.map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }));
  const long = lengths.filter(({ file, lines }) => lines > (/^phases\/[^/]+\.ts$/.test(file) ? 150 : 220));
  expect(long).toEqual([]);
});

test('no cast tells the compiler what it cannot believe', () => {
  const casts = sources.flatMap(({ file, text }) => [...text.matchAll(/ as (?:never|unknown as)\b/g)].map(([cast]) => `${file}:${cast}`));
  expect(casts).toEqual([]);
});

test('no function is past 90 lines; a describe that only gathers tests is none', () => {
  const long = files.flatMap(({ file, text }) =>
    functionsOf(text)
      .filter(({ head, lines }) => lines > 90 && !/^describe\b/.test(head))
      .map(({ line, lines }) => `${file}:${line} has ${lines} lines`),
  );
  expect(long).toEqual([]);
});

test('every source file opens with what it is', () => {
  const silent = sources.filter(({ text }) => !/^(#!.*\n)?\/\/ \S/.test(text)).map(({ file }) => file);
  expect(silent).toEqual([]);
});

test('no file opens with a formula: what it takes and leaves its exports say', () => {
  const formulas = files
    .filter(({ text }) => /^(#!.*\n)?\/\/ (Takes [^.]*[;,] leaves |[^\n]*: takes [^.]*[;,] leaves )/.test(text))
    .map(({ file }) => file);
  expect(formulas).toEqual([]);
});

test('no file is empty: what was left behind by chance says nothing', () => {
  const empty = ['phases', 'lib', 'test', 'deploy', 'sql', 'docs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((file) => statSync(file).isFile() && statSync(file).size === 0),
  );
  expect(empty).toEqual([]);
});

test('a name is exported by one file: whoever searches for it finds one idea', () => {
  const places = new Map<string, string[]>();
  for (const { file, text } of sources)
    for (const name of new Set(ownExportsOf(text))) places.set(name, [...(places.get(name) ?? []), file]);
  const twice = [...places].filter(([, files]) => files.length > 1);
  expect(twice, 'Let each name say which of them it is, or make one of them.').toEqual([]);
});

test('an exported function says what its name and types do not: shapes, units, the empty case, errors', () => {
  const silent = sources.flatMap(({ file, text }) => silentExportsOf(text).map((name) => `${file}: ${name}`));
  expect(silent, 'A command of the desk (`addNAME(program, screen)`) needs none: its help says it.').toEqual([]);
});

test('a test looks at connections, and ends them, in its own database: the other files of a run share the server', () => {
  // `[_]`: this line is not one of them.
  const abroad = files.flatMap(({ file, text }) =>
    [...text.matchAll(/from pg_stat[_]activity[^`]*`/g)].filter(([read]) => !/\bdatname\b/.test(read)).map(([read]) => `${file}: ${read}`),
  );
  expect(abroad, 'Add `datname = current_database()`.').toEqual([]);
});
