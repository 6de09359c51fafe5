import { describe, expect, test } from 'vitest';
import { judged, knownWrong, rowOf } from './patterns.js';

describe('of patterns of headlines, with the names of some parties', () => {
  const { wrong, truths, lies } = judged(1, 3);

  test('nothing is judged wrongly but what patterns/wrong.tsv lists', () => {
    const known = knownWrong();
    expect(wrong.map(rowOf).filter((row) => !known.has(row))).toEqual([]);
  });

  test.each(['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar'])('of %s six lies in seven are refused, and one truth in seven at most', (lang) => {
    const of = (isTruth: boolean): number => wrong.filter((one) => one.lang === lang && (one.kind === '+') === isTruth).length;
    expect(of(true)).toBeLessThanOrEqual(0.15 * (truths / 7));
    expect(of(false)).toBeLessThanOrEqual(0.15 * (lies / 7));
  });
});
