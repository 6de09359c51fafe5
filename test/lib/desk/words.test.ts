// A number carries its noun, a time its zone, a span its unit.
import { expect, test } from 'vitest';
import { ago, counted, listed, moment, spanOf } from '../../../lib/desk/words.js';

test('numbers carry their nouns', () => {
  expect(counted(1, 'title')).toBe('1 title');
  expect(counted(1930, 'title')).toBe('1,930 titles');
  expect(counted(0, 'event family')).toBe('0 event families');
  expect(counted(2, 'title stored', 'titles stored')).toBe('2 titles stored');
});

test('times stand in the operator’s zone', () => {
  expect(moment(new Date('2026-03-10T23:30:00Z'), 'UTC')).toBe('2026-03-10 23:30');
  expect(moment(new Date('2026-03-10T23:30:00Z'), 'Europe/Berlin')).toBe('2026-03-11 00:30');
});

test('spans use one unit; a clock that is ahead is just now', () => {
  expect([5, 300, 7200, 172_800].map(spanOf)).toEqual(['5 s', '5 min', '2 h', '2 d']);
  const now = new Date('2026-03-10T12:00:00Z');
  expect(ago(new Date('2026-03-10T12:00:05Z'), now)).toBe('just now');
  expect(ago(new Date('2026-03-10T11:00:00Z'), now)).toBe('60 min ago');
});

test('lists read as sentences', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual(['', 'a', 'a and b', 'a, b and c']);
});
