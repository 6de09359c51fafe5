// Work that overtakes, and results that do not.
import { expect, test } from 'vitest';
import { inOrder } from '../../../../phases/ingest/desk/in-order.js';

test('results come in the order of the inputs, however late each is, and never more than allowed are under way', async () => {
  let underWay = 0;
  let most = 0;
  const work = async (input: number): Promise<number> => {
    most = Math.max(most, ++underWay);
    await new Promise((resolve) => setTimeout(resolve, (input * 7) % 10));
    underWay--;
    return input;
  };
  const inputs = Array.from({ length: 50 }, (_, index) => index);
  const results: number[] = [];
  for await (const result of inOrder(inputs, 4, work)) results.push(result);
  expect(results).toEqual(inputs);
  expect(most).toBe(4);
});

test('an error comes in its turn', async () => {
  const seen: number[] = [];
  const all = async () => {
    for await (const one of inOrder([1, 2, 3], 3, async (input) => (input === 2 ? Promise.reject(new Error('two')) : input)))
      seen.push(one);
  };
  await expect(all()).rejects.toThrow('two');
  expect(seen).toEqual([1]);
});
