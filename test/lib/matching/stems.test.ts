// Which words headlines are compared by: forms of a word and words of one root are one, others are not.
import { describe, expect, test } from 'vitest';
import { stemsOf } from '../../../lib/matching/stems.js';

const stemOf = (word: string, lang: string): string => stemsOf(word, lang).join(' ');

describe('Russian words of one root are one', () => {
  test.each([
    ['опасны', 'опасность'],
    ['назначение', 'назначен'],
    ['эвакуированы', 'эвакуировали'],
    ['независимость', 'независимый'],
    ['оборонный', 'обороны'],
    ['задержание', 'задержан'],
  ])('%s and %s', (one, other) => {
    expect(stemOf(one, 'ru')).toBe(stemOf(other, 'ru'));
  });
});

describe('Russian words of two roots are two', () => {
  test.each([
    ['страна', 'сторона'],
    ['министр', 'министерство'],
    ['закон', 'законодатель'],
    ['Украина', 'украли'],
    ['партия', 'партнёр'],
    ['совет', 'советник'],
    ['указ', 'указание'],
  ])('%s and %s', (one, other) => {
    expect(stemOf(one, 'ru')).not.toBe(stemOf(other, 'ru'));
  });
});

test('a short word keeps what makes it a word', () => {
  for (const word of ['окно', 'сено', 'дрова', 'цена']) expect(stemOf(word, 'ru').length).toBeGreaterThanOrEqual(3);
});

test('a stop word and a number have none', () => {
  expect(stemsOf('который', 'ru')).toEqual([]);
  expect(stemsOf('two', 'en')).toEqual([]);
});
