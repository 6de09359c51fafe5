// The loaded words, proved on headlines: each row of the table says what in it is loaded and the outlet's own; a row
// with nothing is a near miss, in which the same letters take no side, or belong to somebody who is named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { rowsOf } from '../../../../lib/reading/text/table.js';
import { readWording as read } from '../../../support/vocabulary.js';

interface Labelled {
  lang: string;
  loaded: string[];
  quoted_loaded: string[];
}

const room = fileURLToPath(new URL('../../../../lib/reading', import.meta.url));
const rows = rowsOf(join(import.meta.dirname, 'loaded-words.tsv'), ['lang', 'title', 'loaded']);
const entriesOf = (lang: string): string[] =>
  rowsOf(join(room, 'wording/tables/loaded.tsv'), ['lang', 'sort', 'words'])
    .filter((row) => row.lang === lang && row.sort !== 'not')
    .flatMap(({ words }) => words.split('|'));

// One test for hundreds of rows: each test of its own costs half a millisecond; all that are wrong are named.
test('each headline is told as its row has it', () => {
  const wrong = rows.flatMap(({ lang, title, loaded }) => {
    const told = read(title, lang, []).loaded.join('|');
    return told === loaded ? [] : `${lang}: ${title}: "${told}" and not "${loaded}"`;
  });
  expect(rows.length).toBeGreaterThan(900);
  expect(wrong).toEqual([]);
});

test.each(['en', 'fr', 'es', 'zh', 'ar', 'de', 'ru'])('in %s no entry stands twice, and near misses are told', (lang) => {
  const entries = entriesOf(lang);
  expect(entries.filter((one, at) => entries.indexOf(one) !== at)).toEqual([]);
  expect(rows.filter((row) => row.lang === lang && row.loaded === '').length).toBeGreaterThanOrEqual(10);
});

/** The loaded words of all headlines that prove them, a line each: of this table and of the labelled ones. */
function provedIn(lang: string): string {
  const labelled = ['wording-dev.jsonl', 'wording-held.jsonl'].flatMap((name) =>
    readFileSync(join(import.meta.dirname, '../labelled', name), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Labelled),
  );
  const here = rows.filter((row) => row.lang === lang).flatMap(({ loaded }) => loaded.split('|'));
  const there = labelled.filter((row) => row.lang === lang).flatMap((row) => [...row.loaded, ...row.quoted_loaded]);
  return [...here, ...there].join('\n').toLowerCase();
}

/** Whether an entry is found in words that a headline proves; `*` is any ending. */
function isProved(entry: string, lang: string, proved: string): boolean {
  const start = entry.toLowerCase().replace('*', '');
  const joins = (letter: string | undefined): boolean => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  for (let at = proved.indexOf(start); at >= 0; at = proved.indexOf(start, at + 1)) {
    const begins = lang === 'zh' || !joins(proved[at - 1]);
    if (begins && (lang === 'zh' || entry.endsWith('*') || !joins(proved[at + start.length]))) return true;
  }
  return false;
}

// Entries without a headline wait for one: their number may only fall, so that no word comes in unproved.
test.each([
  ['en', 175],
  ['de', 259],
  ['fr', 203],
  ['es', 170],
  ['ru', 402],
  ['zh', 373],
  ['ar', 490],
])('in %s not more than %i entries wait for a headline that proves them', (lang, waiting) => {
  const proved = provedIn(lang);
  expect(entriesOf(lang).filter((entry) => !isProved(entry, lang, proved)).length).toBeLessThanOrEqual(waiting);
});

test('a place that a topic names does not speak behind its colon', () => {
  expect(read('Provocation de Pékin : une agression inique', 'fr', []).loaded).toContain('agression');
  expect(read('Pékin : une agression inique', 'fr', []).quotedLoaded).toContain('agression');
});
