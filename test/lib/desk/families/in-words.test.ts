// What weighed when headlines came together, in words that say what was measured.
import { expect, test } from 'vitest';
import { weighedInWords } from '../../../../lib/desk/families/in-words.js';

test('what spoke has a name, a product both of its names', () => {
  const spoke: [string, number][] = [
    ['timed', 3.6],
    ['act', 2.5],
    ['relativeSquared', 1.1],
    ['actorClashSize', 1],
    ['timedOpen', -1.8],
    ['logOpen', -1.4],
  ];
  expect(weighedInWords({ score: 0.97, asked: 0.9, spoke, shared: ['Odesa', 'RU with drone'] })).toBe(
    '97 % sure where 90 % are asked. Both have Odesa and RU with drone. ' +
      'For it spoke that times are known (+3.6), the same act (+2.5), likeness against that among themselves, squared (+1.1), ' +
      'different actors with size of the family (+1.0). ' +
      'Against it that times are known with number of open titles (-1.8), number of open titles (-1.4).',
  );
});
