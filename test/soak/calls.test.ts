// Some questions in the weather that `npm run soak -- --calls` makes of all faults; the many are in soak.long.ts.
import { expect, inject, test } from 'vitest';
import { soakCalls } from './calls.js';

test('questions in a weather of faults are all answered, and none twice', async () => {
  const { answered, refused, faults, problems } = await soakCalls(60, 3, inject('home'));
  expect(problems).toEqual([]);
  expect(answered + refused).toBe(60);
  expect(faults).toBeGreaterThan(0);
});
