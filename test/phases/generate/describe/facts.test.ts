// What a family tells of its headlines in sentences.
import { expect, test } from 'vitest';
import { sentencesOf } from '../../../../phases/generate/describe/facts.js';
import { rateHeadlines } from '../../../../phases/generate/describe/headline.js';
import { title } from '../../../lib/matching/titles.js';

test('what was written half a day before the headline that stands first is told as earlier, what was written as long after it as later', () => {
  const rated = rateHeadlines([
    title('Hospitals in Utrecht cancel surgery after hackers strike', 'NL | cyber', { at: 1, publisher: 'A' }),
    title('Netherlands blames Russian intelligence for hack', 'NL RU | cyber', { at: 20, publisher: 'B' }),
    title('Dutch government expels two diplomats', 'NL RU | expel', { at: 40, publisher: 'C' }),
  ]);
  const first = rated.find(({ title: { publisher } }) => publisher === 'B');
  const told = sentencesOf([...(first ? [first] : []), ...rated.filter((one) => one !== first)]);
  expect(told).toBe(
    'B writes: “Netherlands blames Russian intelligence for hack”. Earlier, A writes: “Hospitals in Utrecht cancel surgery after hackers strike”. Later, C writes: “Dutch government expels two diplomats”.',
  );
});

test('an abbreviation at the end of a headline keeps its full stop, and there is no second one', () => {
  const told = (text: string): string => sentencesOf(rateHeadlines([title(text, '|', { publisher: 'A' })]));
  expect(told('North Korea breaks off talks with U.S.')).toBe('A writes: “North Korea breaks off talks with U.S.”');
  expect(told('North Korea breaks off talks.')).toBe('A writes: “North Korea breaks off talks”.');
});
