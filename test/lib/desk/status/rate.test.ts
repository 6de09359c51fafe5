// How fast, how long: pure arithmetic with its empty cases.
import { expect, test } from 'vitest';
import { etaMinutes, perMinute } from '../../../../lib/desk/status/rate.js';

test('the rate is what was finished over the time that was worked', () => {
  expect(perMinute(300, 60)).toBe(300);
  expect(perMinute(1, 180)).toBe(0.3);
});

test('without work or time there is no rate, never a division by zero', () => {
  expect(perMinute(0, 60)).toBe(0);
  expect(perMinute(5, 0)).toBe(0);
});

test('the time left is what waits over the rate; nothing waiting takes none; no rate, no answer', () => {
  expect(etaMinutes(300, 20)).toBe(15);
  expect(etaMinutes(1, 3)).toBe(0.3);
  expect(etaMinutes(12, 60_000)).toBe(0.1);
  expect(etaMinutes(0, 0)).toBe(0);
  expect(etaMinutes(7, 0)).toBeNull();
});
