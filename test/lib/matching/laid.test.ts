import { expect, test } from 'vitest';
import { lay, timesLaid } from '../../../lib/matching/laid.js';
import { product } from '../../../lib/matching/vectors.js';

let state = 7;
const below = (limit: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};

/** Words below a limit, ascending, and their weights. */
function vector(words: number, limit: number): number[] {
  const chosen = new Set(Array.from({ length: words }, () => below(limit)));
  return [...[...chosen].sort((a, b) => a - b), ...[...chosen].map(() => below(1000) / 1000)];
}

test('a vector that is laid out gives the same products to the bit: short, long, and where two words want one place', () => {
  let shared = 0;
  for (let round = 0; round < 400; round++) {
    const one = vector(round % 40 === 0 ? 300 : 1 + below(40), round % 2 === 0 ? 300 : 100_000);
    lay(one);
    for (let times = 0; times < 5; times++) {
      const other = vector(1 + below(60), round % 2 === 0 ? 300 : 100_000);
      expect(timesLaid(other)).toBe(product(one, other));
      shared += product(one, other) > 0 ? 1 : 0;
    }
  }
  expect(shared).toBeGreaterThan(500);
});

test('words 4,096 apart want one place', () => {
  const one = [5, 4101, 0.25, 0.5];
  lay(one);
  expect(timesLaid([4101, 2])).toBe(1);
  lay([5, 0.25]);
  expect(timesLaid([4101, 2])).toBe(0);
  expect(timesLaid([5, 2])).toBe(0.5);
});
