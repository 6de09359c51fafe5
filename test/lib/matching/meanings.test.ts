import { expect, test } from 'vitest';
import { countsOfBoth } from '../../../lib/matching/counts.js';
import { Frequencies } from '../../../lib/matching/frequencies.js';
import { type Headline, headlineOf } from '../../../lib/matching/headline.js';
import { likenessOfMeaning } from '../../../lib/matching/shared.js';
import { meanings } from '../../support/meanings.js';
import { otherNews, title } from './titles.js';

const read = (text: string, lang = 'en'): Headline => {
  const headline = title(text, '|', { lang });
  return headlineOf(headline, true, meanings(headline));
};

function frequenciesWith(...headlines: readonly Headline[]): Frequencies {
  const frequencies = new Frequencies();
  for (const other of otherNews()) frequencies.note(headlineOf(other, true, meanings(other)));
  for (const headline of headlines) frequencies.note(headline);
  return frequencies;
}

test('headlines of two languages that say the same are more alike in what they mean than those that do not', () => {
  const said = read('Fishermen drown as their boat sinks off the coast');
  const [same, other] = [read('Рыбаки утонули: лодка затонула у побережья', 'ru'), read('Учёные нашли лекарство от рака', 'ru')];
  const frequencies = frequenciesWith(said, same, other);
  const [likeness, unlikeness] = [same, other].map(({ meanings: theirs }) => likenessOfMeaning(said.meanings, theirs, frequencies));
  expect(likeness).toBeGreaterThan(0.25);
  expect(unlikeness).toBeLessThan(0.05);
});

test('what is said in other words of one language means the same', () => {
  const [one, other] = [read('Pupils injured in school bus accident'), read('Schoolchildren hurt as coach crashes')];
  expect(likenessOfMeaning(one.meanings, other.meanings, frequenciesWith(one, other))).toBeGreaterThan(0.2);
});

test('a side is alike to itself and to no side that means nothing', () => {
  const one = read('Fishermen drown as their boat sinks');
  const frequencies = frequenciesWith(one);
  expect(likenessOfMeaning(one.meanings, one.meanings, frequencies)).toBeCloseTo(1);
  expect(likenessOfMeaning(one.meanings, countsOfBoth(one.meanings, one.meanings), frequencies)).toBeCloseTo(1);
  expect(likenessOfMeaning(one.meanings, [], frequencies)).toBe(0);
});

test('what a headline that is let go of means is counted no more', () => {
  const one = read('Fishermen drown as their boat sinks');
  const frequencies = frequenciesWith(one);
  const [meaning = 0] = one.meanings;
  const before = frequencies.rarityOfMeaning(meaning);
  frequencies.note(one);
  expect(frequencies.rarityOfMeaning(meaning)).toBeLessThan(before);
  frequencies.note(one, -1);
  expect(frequencies.rarityOfMeaning(meaning)).toBe(before);
});
