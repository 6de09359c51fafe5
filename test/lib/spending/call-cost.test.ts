// What a call costs, and what it can cost at most.
import { expect, test } from 'vitest';
import { listPrices } from '../../../lib/config/prices.js';
import { costUsd, worstCaseUsd } from '../../../lib/spending/call-cost.js';

const price = { input: 1, output: 10, cached: 0.1 };
const nothing = { tokensIn: 0, tokensCached: 0, tokensOut: 0, tokensThinking: 0 };

test('the worst case takes each byte for a token and each token for the dearer of answer and thought', () => {
  expect(worstCaseUsd(price, 1_000_000, 0)).toBe(1);
  expect(worstCaseUsd(price, 0, 1_000_000)).toBe(10);
  expect(worstCaseUsd({ ...price, thinking: 35 }, 0, 1_000_000)).toBe(35);
  expect(() => worstCaseUsd(price, Number.NaN, 10)).toThrow(RangeError);
  expect(() => worstCaseUsd(price, 10, -1)).toThrow(RangeError);
});

test('cached tokens cost their own price, thoughts that of the answer where they have none', () => {
  const used = { tokensIn: 1_000_000, tokensCached: 400_000, tokensOut: 100_000, tokensThinking: 200_000 };
  expect(costUsd(price, used)).toBeCloseTo(0.6 + 0.04 + 1 + 2, 9);
  expect(costUsd({ input: 1, output: 10, thinking: 20 }, used)).toBeCloseTo(1 + 1 + 4, 9);
});

test.each([
  [{ tokensIn: -5 }, 0],
  [{ tokensOut: Number.NaN }, 0],
  [{ tokensOut: Number.POSITIVE_INFINITY }, 100],
  [{ tokensIn: 1e15 }, 10],
  [{ tokensIn: 1_000_000, tokensCached: 5_000_000 }, 0.1],
])('counts that cannot be are clamped: %j', (wrong, usd) => {
  expect(costUsd(price, { ...nothing, ...wrong })).toBeCloseTo(usd, 9);
});

test('whatever a call of each listed model uses within its bounds, it costs no more than its worst case', () => {
  for (const listed of Object.values(listPrices)) {
    const worst = worstCaseUsd(listed, 3000, 2000);
    for (const [tokensOut, tokensThinking] of [[2000, 0] as const, [0, 2000] as const, [700, 1300] as const])
      expect(costUsd(listed, { tokensIn: 3000, tokensCached: 0, tokensOut, tokensThinking })).toBeLessThanOrEqual(worst);
  }
});
