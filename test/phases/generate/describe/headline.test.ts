// Which headline stands for a family: none whose number others contradict, none that tells as done what most only claim.
import { expect, test } from 'vitest';
import { isContradicted } from '../../../../phases/generate/describe/contradicted.js';
import { rateHeadlines } from '../../../../phases/generate/describe/headline.js';
import { title } from '../../../lib/matching/titles.js';

const best = (...members: ReturnType<typeof title>[]): string | undefined => rateHeadlines(members)[0]?.text;

test('a headline whose number two other outlets contradict does not stand for the family', () => {
  const found = best(
    title('Rebels ambush convoy in Mali, 60 soldiers killed', 'ML | attack casualties', { at: 1, publisher: 'A' }),
    title('Thirty soldiers killed in ambush of convoy in Mali', 'ML | attack casualties', { at: 2, publisher: 'B' }),
    title('Mali convoy ambush: 30 soldiers killed by rebels', 'ML | attack casualties', { at: 3, publisher: 'C' }),
  );
  expect(found).not.toContain('60');
});

test('a number that is true of what others count too is not contradicted', () => {
  const found = best(
    title('Rebels ambush convoy in Mali, at least 25 soldiers killed', 'ML | attack casualties', { at: 1, publisher: 'A' }),
    title('Thirty soldiers dead: convoy', 'ML | attack casualties', { at: 2, publisher: 'B' }),
    title('Mali: 30 soldiers dead', 'ML | attack casualties', { at: 3, publisher: 'C' }),
  );
  expect(found).toContain('at least 25');
});

test('a number that is given long after another is a later one, and not contradicted', () => {
  const three = [1, 2].map((at) => title('Three dead in strike on Odesa port', '|', { at, publisher: `Outlet ${at}` }));
  const five = (at: number) => title('Death toll from Odesa port strike rises to five', '|', { at, publisher: 'C' });
  expect([five(1), five(24)].map((one) => isContradicted(one, [...three, one]))).toEqual([true, false]);
});

test('a headline that tells as done what most give as a claim does not stand for the family', () => {
  const found = best(
    title('Israel kills Hamas commander in Gaza strike', 'IL HAMAS | strike', { at: 1, publisher: 'A' }),
    title('Israel says it killed Hamas commander in Gaza strike', 'IL HAMAS | strike', { at: 2, publisher: 'B' }),
    title('Israel claims it killed Hamas commander in Gaza', 'IL HAMAS | strike', { at: 3, publisher: 'C' }),
  );
  expect(found).toBe('Israel says it killed Hamas commander in Gaza strike');
});
