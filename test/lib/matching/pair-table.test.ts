import { expect, test } from 'vitest';
import { PairTable } from '../../../lib/matching/pair-table.js';

test('it says what a map would, whatever comes and goes', () => {
  const [table, map] = [new PairTable(), new Map<string, number>()];
  let state = 7;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  for (let step = 0; step < 40_000; step++) {
    const [first, second] = [below(60), below(60)];
    // First it fills, then it empties again: what moves up behind a hole must still be found.
    const value = below(3) < (step < 20_000 ? 2 : 1) ? 1 + below(1000) : 0;
    table.set(first, second, value);
    if (value === 0) map.delete(`${first} ${second}`);
    else map.set(`${first} ${second}`, value);
  }
  expect(map.size).toBeGreaterThan(500);
  for (let first = 0; first < 60; first++)
    for (let second = 0; second < 60; second++) expect(table.get(first, second)).toBe(map.get(`${first} ${second}`) ?? 0);
});
