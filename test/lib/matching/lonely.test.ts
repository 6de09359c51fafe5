// Where most headlines are alone, more is asked of what looks like one; where stories are large, nothing more.
import { expect, test } from 'vitest';
import { Matcher } from '../../../lib/matching/matcher.js';
import trained from '../../../lib/matching/weights.json' with { type: 'json' };
import { title } from './titles.js';

/** The largest `lonely` of all joins and merges that are looked at for the last title, among so many families of so many headlines each. */
function lonelyAmong(families: number, headlines: number, timed = false): number {
  const seen: number[] = [];
  const matcher = new Matcher({ weights: trained, timed, witness: (_, { lonely = -1 }) => seen.push(lonely) });
  const told = (at: number) => Array.from({ length: headlines }, () => title(`Alpha${at} bravo${at} charlie${at} quarry`));
  matcher.open(Array.from({ length: families }, (_, at) => ({ efId: String(at), titleSet: '', members: told(at) })));
  matcher.place([title('Alpha7 bravo7 delta quarry')]);
  return Math.max(...seen);
}

test('among a thousand headlines that are alone it is lonely, and it weighs against joins and merges', () => {
  expect(lonelyAmong(1000, 1)).toBeGreaterThan(0.4);
  expect(trained.join.lonely).toBeLessThan(0);
  expect(trained.merge.lonely).toBeLessThan(0);
});

test('it is not where families are of four, nor where headlines have times, and hardly while few are open', () => {
  expect(lonelyAmong(250, 4)).toBe(0);
  expect(lonelyAmong(1000, 1, true)).toBe(0);
  expect(lonelyAmong(30, 1)).toBeLessThan(0.03);
});
