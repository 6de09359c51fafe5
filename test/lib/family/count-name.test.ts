import { expect, test } from 'vitest';
import { countName, valueInWords } from '../../../lib/family/count-name.js';

test('a rise by 4 % is no rate, a price no sum, and less than $70 is not fewer', () => {
  expect(countName({ what: 'rate', unit: '%' })).toBe('percent');
  expect(countName({ what: 'sum', unit: 'USD' })).toBe('amount, USD');
  expect(countName({ what: 'killed', unit: 'people' })).toBe('dead, people');
  expect(countName({ what: 'people', unit: 'people', words: '22 Seeleute' })).toBe('people “22 Seeleute”');
  expect(countName({ what: 'ships', unit: 'ships' })).toBe('ships');
  expect(valueInWords({ value: 70, qualifier: 'fewer_than' }, 'USD')).toBe('less than 70');
  expect(valueInWords({ value: 70, qualifier: 'fewer_than' }, 'people')).toBe('fewer than 70');
  expect(valueInWords({ value: 1400, qualifier: 'at_least' }, 'people')).toBe('at least 1,400');
  expect(valueInWords({ value: 1400, qualifier: 'exact' }, 'people')).toBe('1,400');
  expect(valueInWords({ value: 3, upper: 5, qualifier: 'range' }, 'people')).toBe('3 to 5');
});
