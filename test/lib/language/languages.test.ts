// What each language of the table has in each room. A file that lacks a language is a hole: it is named below, or the test fails.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import type { Language } from '../../../lib/language/language.js';
import { gatedLanguages, languageOf, languages } from '../../../lib/language/languages.js';
import { readLanguages } from '../../../lib/reading/policy.js';

type Has = (language: Language) => boolean;

/** Whether a table of words has rows of the language, in the column `lang`. */
function rows(...paths: string[]): Has {
  const found = new Set(paths.flatMap((path) => languagesIn(path)));
  return ({ code }) => found.has(code);
}

/** Whether any of the vocabulary's files of a sort has. */
function vocabulary(sort: string): Has {
  const folder = 'lib/vocabulary/terms';
  return rows(...readdirSync(join(projectRoot, folder)).flatMap((name) => (name.startsWith(sort) ? [`${folder}/${name}`] : [])));
}

function languagesIn(path: string): string[] {
  const [header = '', ...lines] = readFileSync(join(projectRoot, path), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const column = header.split('\t').indexOf('lang');
  return lines.map((line) => line.split('\t')[column] ?? '');
}

/** What the gate needs of a language. */
const gate: Record<string, Has> = {
  'vocabulary: actors': vocabulary('actors'),
  'vocabulary: mechanisms': vocabulary('mechanisms'),
  'vocabulary: contexts': vocabulary('contexts'),
  'table: names of countries': ({ countries }) => countries !== null,
};

/** What all rooms together need of it. */
const everything: Record<string, Has> = {
  ...gate,
  'vocabulary: words with two meanings': vocabulary('readings'),
  'table: frequent words': ({ frequent }) => frequent !== '',
  'table: stop words': ({ stop }) => stop !== '',
  'table: words that begin a clause': ({ joints }) => joints !== '',
  'table: endings': ({ endings }) => endings !== null,
  'reading: lexicon of acts': ({ code }) => existsSync(join(projectRoot, `lib/reading/lexicon/${code}.tsv`)),
  'reading: order of words': ({ code }) => readLanguages.includes(code),
  ...Object.fromEntries(
    ['lexicon/names', ...['numbers', 'units', 'money', 'marks'].map((name) => `figures/tables/${name}`)]
      .concat(
        ['loaded', 'focus', 'speech', 'deeds'].map((name) => `wording/tables/${name}`),
        'kind/tables/kinds',
      )
      .map((name) => [`reading: ${name}`, rows(`lib/reading/${name}.tsv`)]),
  ),
};

/** What is missing and why that is right, or not yet done. */
const holes: Record<string, readonly string[]> = {
  // Written without blanks: no word stands alone that could be counted, and no ending ends it.
  zh: ['table: frequent words', 'table: stop words', 'table: words that begin a clause', 'table: endings'],
  // Its script tells it apart, and P3 compares whole words.
  ar: ['table: frequent words', 'table: stop words', 'table: endings'],
};

function holesOf(language: Language, needed: Record<string, Has>): string[] {
  return Object.entries(needed).flatMap(([name, has]) => (has(language) ? [] : [name]));
}

describe('a served language', () => {
  const served = languages.filter(({ role }) => role === 'served');

  it('is one of seven', () => {
    expect(served.map(({ code }) => code).sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'ru', 'zh']);
  });

  it.each(served)('has its words in every room, or the hole is named: $name', (language) => {
    expect(holesOf(language, everything).sort()).toEqual([...(holes[language.code] ?? [])].sort());
  });
});

describe('a language that the gate knows', () => {
  const known = languages.filter(({ role }) => role === 'known');

  it('is one of eleven, or newer', () => {
    expect(known.map(({ code }) => code)).toEqual(expect.arrayContaining('fa he hi id it ja ko pl pt tr uk'.split(' ')));
  });

  it.each(known)('has words of its own for the gate: $name', (language) => {
    expect(holesOf(language, gate)).toEqual([]);
  });
});

it('each language has one row', () => {
  expect(new Set(languages.map(({ code }) => code)).size).toBe(languages.length);
  expect(new Set(languages.map(({ name }) => name)).size).toBe(languages.length);
});

it('a language is found by its code with a country, a script or capitals behind it', () => {
  expect(['zh-CN', 'PT_br', 'sr', 'en', ''].map((code) => languageOf(code)?.code)).toEqual(['zh', 'pt', undefined, 'en', undefined]);
});

it('the gate has words of no language that the table does not have', () => {
  const named = new Set(
    readdirSync(join(projectRoot, 'lib/vocabulary/terms')).flatMap((name) => languagesIn(`lib/vocabulary/terms/${name}`)),
  );
  expect([...named].filter((lang) => lang !== '*' && lang !== '' && !gatedLanguages.includes(lang))).toEqual([]);
});
