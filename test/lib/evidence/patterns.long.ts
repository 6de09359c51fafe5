import { expect, test } from 'vitest';
import { judged, knownWrong, rowOf } from './patterns.js';

test('of patterns, with the names of all parties, what is judged wrongly is what patterns/wrong.tsv lists, and no more', () => {
  expect(judged(Number.POSITIVE_INFINITY).wrong.map(rowOf).sort()).toEqual([...knownWrong()].sort());
});
