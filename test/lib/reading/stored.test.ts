// A reading as a row holds it: what goes in comes out, little stands there, and what is no reading counts as not read.
import { expect, test } from 'vitest';
import { readingOf, toStore } from '../../../lib/reading/stored.js';
import { readHeadline } from '../../support/read-headline.js';

const titles: [title: string, lang: string][] = [
  ['Ukraine says Russia struck Kyiv with 30 to 40 drones, killing at least nine', 'en'],
  ['Kreml: Kiew hat Waffenruhe gebrochen', 'de'],
  ['“Régime criminel” : Téhéran menace Israël de représailles', 'fr'],
  ['俄军空袭基辅致9人死亡', 'zh'],
  ['Opinion: the war nobody wants', 'en'],
  ['', 'xx'],
];

test.each(titles)('%s: comes out of the row as it went in', (title, lang) => {
  const { lang: _, ...reading } = readHeadline(title, lang);
  const row = JSON.parse(JSON.stringify(toStore({ lang, ...reading }, 'v1')));
  expect(row.version).toBe('v1');
  expect(readingOf(row)).toEqual(reading);
});

test('a plain headline takes few bytes', () => {
  expect(JSON.stringify(toStore(readHeadline('Russian missiles hit Kyiv', 'en'), '0123456789ab')).length).toBeLessThan(260);
});

test.each([
  null,
  undefined,
  7,
  'news',
  [],
  {},
  { theater: 'GAZA' },
  { theater: 1, eventType: 2, wording: {}, acts: 'none' },
])('%j is no reading', (value) => {
  expect(readingOf(value)).toBeNull();
});
