// The loaded words outside English, proved on headlines: each row of the table says what in it is loaded and the outlet's own; a row
// with nothing is a near miss, in which the same letters take no side, or belong to somebody who is named.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lexiconsIn } from '../../../../lib/reading/lexicons.js';
import { rowsOf } from '../../../../lib/reading/text/table.js';
import { makeWordingReader } from '../../../../lib/reading/wording/wording.js';

const room = fileURLToPath(new URL('../../../../lib/reading', import.meta.url));
const read = makeWordingReader(join(room, 'wording/tables'), lexiconsIn(join(room, 'lexicon')));
const rows = rowsOf(join(import.meta.dirname, 'loaded-words.tsv'), ['lang', 'title', 'loaded']);
const entriesOf = (lang: string): string[] =>
  rowsOf(join(room, 'wording/tables/loaded.tsv'), ['lang', 'sort', 'words'])
    .filter((row) => row.lang === lang && row.sort !== 'not')
    .flatMap(({ words }) => words.split('|'));

test.each(
  rows.map(({ lang, title, loaded }) => [lang, title, loaded === '' ? [] : loaded.split('|')] as const),
)('%s: %s', (lang, title, loaded) => {
  expect(read(title, lang, []).loaded).toEqual(loaded);
});

test.each(['fr', 'es', 'zh', 'ar', 'de', 'ru'])('in %s no entry stands twice, and near misses are told', (lang) => {
  const entries = entriesOf(lang);
  expect(entries.filter((one, at) => entries.indexOf(one) !== at)).toEqual([]);
  expect(rows.filter((row) => row.lang === lang && row.loaded === '').length).toBeGreaterThanOrEqual(10);
});

test('a place that a topic names does not speak behind its colon', () => {
  expect(read('Provocation de Pékin : une agression inique', 'fr', []).loaded).toContain('agression');
  expect(read('Pékin : une agression inique', 'fr', []).quotedLoaded).toContain('agression');
});
