// What a matcher holds of families that were closed: nothing.
import { expect, test } from 'vitest';
import { groupTitles, makeMatcher } from '../../../lib/matching/group.js';
import { cutBetween } from '../../../lib/matching/parting.js';
import { knownWord, wordOf, wordText } from '../../../lib/matching/word-table.js';
import { meanings } from '../../support/meanings.js';
import { title } from './titles.js';

test('the words of a family that is closed are forgotten, those that others hold are not', () => {
  const matcher = makeMatcher(meanings);
  const [one] = groupTitles(matcher, [title('Zanzibarites besiege Quorvantine granary', 'TZ |')]);
  groupTitles(matcher, [title('Peruvians defend their granary', 'PE |')]);
  expect(['quorvantin', 'granar'].map(knownWord)).toEqual([expect.any(Number), expect.any(Number)]);
  if (one !== undefined) matcher.close(one.cluster);
  expect(['quorvantin', 'granar'].map(knownWord)).toEqual([undefined, expect.any(Number)]);
});

test('a family is found by its own words also where it takes the place of one that is gone', () => {
  const matcher = makeMatcher(meanings);
  const texts = ['Finland detains cargo ship after Baltic gas pipeline leak', 'Peru congress censures interior minister over strike'];
  for (let round = 0; round < 3; round++) {
    for (const [at, text] of texts.entries()) {
      const [first] = groupTitles(matcher, [title(text, at === 0 ? 'FI |' : 'PE |')]);
      const [again] = groupTitles(matcher, [title(`${text}, officials say`, at === 0 ? 'FI |' : 'PE |')]);
      expect(again?.cluster).toBe(first?.cluster);
      if (at === round % 2 && first !== undefined) matcher.close(first.cluster);
    }
    for (const cluster of matcher.clusters) matcher.close(cluster);
  }
});

test('a cut leaves no words behind', () => {
  cutBetween([title('Xylophonists strike in Vrondheim')], [title('Vrondheim strike of xylophonists goes on', '|', { at: 90 })]);
  expect(knownWord('xylophon')).toBeUndefined();
  expect(knownWord('xylophonist')).toBeUndefined();
  expect(knownWord('vrondheim')).toBeUndefined();
});

test('a number of a word that is gone is given to another, and each has its own text', () => {
  const matcher = makeMatcher(meanings);
  const [gone] = groupTitles(matcher, [title('Ombudsmen audit Krasnovia', '|')]);
  const number = knownWord('krasnovia') ?? -1;
  expect(wordText(number)).toBe('krasnovia');
  if (gone !== undefined) matcher.close(gone.cluster);
  expect(wordText(number)).toBe('');
  const numbers = ['a new one', 'another', 'a third', 'a fourth', 'a fifth'].map(wordOf);
  expect(numbers).toContain(number);
  expect(numbers.map(wordText)).toEqual(['a new one', 'another', 'a third', 'a fourth', 'a fifth']);
});
