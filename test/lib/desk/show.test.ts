// What `sni show` takes for an id.
import { expect, test } from 'vitest';
import { named } from '../../../lib/desk/show.js';

test('a plain number is an event family; the others are named', () => {
  expect(named('12')).toEqual({ kind: 'family', id: '12' });
  expect(named('ef:12')).toEqual({ kind: 'family', id: '12' });
  expect(named('title:34')).toEqual({ kind: 'title', id: '34' });
  expect(named('narrative:5')).toEqual({ kind: 'narrative', id: '5' });
  expect(named('call:1F2e3d4c')).toEqual({ kind: 'call', id: '1f2e3d4c' });
});

test.each([
  '',
  'x',
  'ef:',
  'titel:3',
  '1; drop table titles',
  '-1',
  '12345678901234567890',
  'constructor:1',
  'call:12',
  'call:%',
])('%j is refused with what is allowed', (text) => {
  expect(() => named(text)).toThrow(/Allowed is a number or ef:12/);
});
