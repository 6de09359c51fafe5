import { expect, test } from 'vitest';
import { cut } from '../../../phases/generate/describe.js';

test.each([
  ['Rescue teams search the harbour as officials fear as many as 12,000 people are missing', 63],
  ['Rescue teams search the harbour as officials fear as many as 3.5 million people are missing', 66],
  ['Rescue teams search the harbour as officials fear that 12 000 people are missing', 58],
])('a headline is never cut inside or right behind a number: %s', (title, most) => {
  const short = cut(title, most);
  expect(title.startsWith(short)).toBe(true);
  expect(short.length).toBeGreaterThan(30);
  expect(short).not.toMatch(/\d/);
});

test('a short headline stays as it is, a long one is cut between words', () => {
  expect(cut('Two words', 120)).toBe('Two words');
  expect(cut('Ministers agree on the long awaited package', 30)).toBe('Ministers agree on the long');
});
