import { expect, test } from 'vitest';
import { meanings } from '../../support/meanings.js';

test('words of two languages for one thing mean the same, each meaning once', () => {
  const [english, russian] = [meanings({ text: 'Harbour, port', lang: 'en' }), meanings({ text: 'Порт', lang: 'ru' })];
  expect(english.filter((meaning) => russian.includes(meaning))).not.toEqual([]);
  expect(english).toEqual([...new Set(english)]);
});

test('a word means the same whenever it is asked for, and another in another language', () => {
  const first = meanings({ text: 'Gift', lang: 'en' });
  expect(meanings({ text: 'Gift', lang: 'en' })).toEqual(first);
  expect(meanings({ text: 'Gift', lang: 'de' })).not.toEqual(first);
});

test('what no table knows means nothing', () => {
  expect(meanings({ text: 'Vrondheim xylophonistically', lang: 'en' })).toEqual([]);
  expect(meanings({ text: '', lang: 'en' })).toEqual([]);
});
