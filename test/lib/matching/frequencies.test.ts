import { expect, test } from 'vitest';
import { Frequencies } from '../../../lib/matching/frequencies.js';
import { headlineOf } from '../../../lib/matching/headline.js';
import { title } from './titles.js';

test('the rarity of a word that thousands hold is that of its count, and is reckoned anew when more come', () => {
  const frequencies = new Frequencies();
  const headline = headlineOf(title('Quartz'), true, []);
  const other = headlineOf(title('Lantern'), true, []);
  const [word] = headline.words;
  if (word === undefined) throw new Error('The headline has no word.');
  for (let count = 0; count < 3000; count++) frequencies.note(headline);
  for (let count = 0; count < 37_000; count++) frequencies.note(other);
  expect(frequencies.rarity(word)).toBe(Math.log(40_001 / 3000.5));
  for (let count = 0; count < 500; count++) frequencies.note(headline);
  expect(frequencies.rarity(word)).toBe(Math.log(40_501 / 3500.5));
  for (let count = 0; count < 9000; count++) frequencies.note(headline);
  expect(frequencies.rarity(word)).toBe(0);
});
