import { expect, test } from 'vitest';
import { LetterPairs } from '../../../lib/vocabulary/letter-pairs.js';

const pairs = Array.from({ length: 20_000 }, (_, at) => ((0x61 + (at % 200)) << 16) | (0x8000 + Math.floor(at / 200) * 37));

test('each of many pairs has its own number, also after the table has grown, and another pair has none', () => {
  const table = new LetterPairs();
  pairs.forEach((pair, at) => {
    table.set(pair, at + 1);
  });
  expect(pairs.every((pair, at) => table.get(pair) === at + 1)).toBe(true);
  expect(table.get((0x61 << 16) | 0x8001)).toBe(0);
});

test('a number that is set again takes the place of the first, below zero as well', () => {
  const table = new LetterPairs();
  table.set((0xac00 << 16) | 0xac01, 7);
  table.set((0xac00 << 16) | 0xac01, -1);
  expect(table.get((0xac00 << 16) | 0xac01)).toBe(-1);
});
