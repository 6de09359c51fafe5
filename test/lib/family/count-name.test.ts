import { expect, test } from 'vitest';
import { countName, qualifierInWords } from '../../../lib/family/count-name.js';

test('a rise by 4 % is no rate, a price no sum, and less than $70 is not fewer', () => {
  expect(countName({ what: 'rate', unit: '%' })).toBe('percent');
  expect(countName({ what: 'sum', unit: 'USD' })).toBe('amount, USD');
  expect(countName({ what: 'killed', unit: 'people' })).toBe('killed, people');
  expect(countName({ what: 'ships', unit: 'ships' })).toBe('ships');
  expect(qualifierInWords({ qualifier: 'fewer_than', unit: 'USD' })).toBe('less than ');
  expect(qualifierInWords({ qualifier: 'fewer_than', unit: 'people' })).toBe('fewer than ');
  expect(qualifierInWords({ qualifier: 'at_least', unit: 'people' })).toBe('at least ');
  expect(qualifierInWords({ qualifier: 'exact', unit: 'people' })).toBe('');
});
