// How long tests wait where time itself must pass.
import { expect, it } from 'vitest';
import { patience } from './patience.js';

it('is as long as was said while the tests alone are at work, and longer in proportion to what else is', () => {
  expect([0, 2, 8].map((load) => patience(3, { load, cores: 2 }))).toEqual([3, 3, 3]);
  expect([16, 40].map((load) => patience(3, { load, cores: 2 }))).toEqual([6, 15]);
  expect(patience(3, { load: 40, cores: 16 })).toBe(3);
});
