// The type of whole headlines in seven languages, read as P2 reads them: by acts where there are any, by words where there are none.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { defaultEventTypes } from '../../../../lib/config/lists.js';
import { eventTypeOf } from '../../../../lib/reading/setting/event-type.js';
import { makeEventWordReader } from '../../../../lib/reading/setting/event-words.js';
import { openingEnd } from '../../../../lib/reading/setting/opening.js';
import { rowsOf } from '../../../../lib/reading/text/table.js';
import { tokensOf } from '../../../../lib/reading/text/tokens.js';
import { gate, readActs } from '../../../support/vocabulary.js';

const readWords = makeEventWordReader(fileURLToPath(new URL('../../../../lib/reading/setting/tables', import.meta.url)));

function typeOf(title: string, lang: string): string {
  const found = gate(title, lang);
  const idsOf = (hits: readonly { id: string }[]): string[] => [...new Set(hits.map(({ id }) => id))];
  const [actors, mechanisms] = [idsOf(found.actors), idsOf(found.mechanisms)];
  const tokens = tokensOf(title);
  const opening = tokens[openingEnd(tokens) - 1]?.end ?? 0;
  const told = { acts: readActs(title, lang), actors, mechanisms, kind: 'news', opening, words: readWords(title, lang) };
  return eventTypeOf(told, defaultEventTypes);
}

const rows = rowsOf(join(import.meta.dirname, 'types.tsv'), ['lang', 'types', 'title'] as const);

test.each(['en', 'de', 'fr', 'es', 'ru', 'zh', 'ar'])('headlines in %s are of a type that is told', (lang) => {
  const own = rows.filter((row) => row.lang === lang);
  expect(own.length).toBeGreaterThan(40);
  expect(own.filter(({ types, title }) => !types.split('|').includes(typeOf(title, lang))).map(({ title }) => title)).toEqual([]);
});

test('what two are named in and no word speaks for is between them; one alone is of no type', () => {
  expect(typeOf('Lima on Quito', 'en')).toBe('Diplomacy/Negotiations');
  expect(typeOf('Lima in the morning', 'en')).toBe('Other');
});

test.each([
  ['After raid on Lusaka, Harare meets rivals', 'After raid on Lusaka,'],
  ['Raid on Lusaka after talks, says Harare', ''],
  ['Nach Überfall beruft Harare Nachbarn ein', ''],
  ['不顾警告 哈拉雷召集邻国', '不顾警告'],
])('the clause that only says when ends where a sign parts it from the rest: %s', (title, clause) => {
  const tokens = tokensOf(title);
  expect(title.slice(0, tokens[openingEnd(tokens) - 1]?.end ?? 0)).toBe(clause);
});
