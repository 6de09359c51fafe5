// Counts from flags.
import { expect, test } from 'vitest';
import { wholeNumber } from '../../lib/whole-number.js';

test('whole numbers within the bounds are taken', () => {
  expect(['1', '007', '366'].map(wholeNumber(366))).toEqual([1, 7, 366]);
});

test.each(['', '0', '-1', '1.5', '1e3', '367', ' 5', '٣', '99999999999999999999'])('%j is told what is allowed', (text) => {
  expect(() => wholeNumber(366)(text)).toThrow('Allowed is a whole number from 1 to 366.');
});

test('a large bound is written so that it can be read', () => {
  expect(() => wholeNumber(10_000_000)('0')).toThrow('from 1 to 10,000,000.');
});
