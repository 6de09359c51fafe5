import { expect, test } from 'vitest';
import { lowerCase } from '../../../lib/language/lower-case.js';
import { unitsOf } from '../../../lib/language/units.js';

test('a title of any length and content stands unit for unit in the row, halves of pairs too', () => {
  for (const title of ['Kyiv', '', '基辅 \ud83d\ude00 \ud800', 'a'.repeat(5000), 'İstanbul']) {
    const { units, length } = unitsOf(title);
    expect([...units.subarray(0, length)]).toEqual(Array.from({ length: title.length }, (_, at) => title.charCodeAt(at)));
  }
});

test('letters that lower case makes two of, or tells by the word, are not held to stand where they stood', () => {
  expect(lowerCase('KYIV')).toMatchObject({ lower: 'kyiv', aligned: true });
  expect(lowerCase('İzmir').aligned).toBe(false);
  expect(lowerCase('ΟΔΟΣ').aligned).toBe(false);
});
