// How an outlet words acts, counted from readings: nothing is said of a doer where no act was read.
import { expect, test } from 'vitest';
import { outletWordingOf } from '../../../../lib/pages/outlet/wording.js';
import { sharesInWords } from '../../../../lib/pages/outlet.js';

const span = { since: new Date('2026-03-10T00:00:00Z'), until: new Date('2026-03-12T00:00:00Z') };
const titleOf = (id: number, acts: object[], wording: object) => ({
  ...{ id, title: `headline ${id}`, publishedAt: new Date('2026-03-11T00:00:00Z') },
  reading: { version: 'abc', acts, wording, theater: 'UKRAINE', eventType: 'Strategy/Tactics' },
});
const attack = { action: 'attack', target: 'UA', start: 0, end: 3 };

test('a headline of which no act was read neither names a doer nor leaves him out', () => {
  const wording = outletWordingOf(
    [
      titleOf(1, [{ ...attack, source: 'RU' }], { agentNamed: true }),
      titleOf(2, [attack], {}),
      titleOf(3, [], { hedged: true }),
      titleOf(4, [], { agentNamed: true }),
    ],
    span,
  );
  expect(wording).toMatchObject({ read: 4, acting: 2, named: 1, loaded: 0, hedged: 1 });
  expect(sharesInWords(wording)).toBe(
    'In 2 (50 %) of 4 headlines read an act was found, in 1 of these who does it; 0 (0 %) take a side in words of their own, 1 (25 %) hedge.',
  );
  expect(wording.upon).toMatchObject([{ actor: 'UA', headlines: 2, named: 1 }]);
  expect(wording.by).toMatchObject([{ actor: 'RU', headlines: 1, named: 1 }]);
});

test('where no act was read at all, doers are not spoken of', () => {
  expect(sharesInWords(outletWordingOf([titleOf(1, [], {})], span))).toBe(
    'In 0 (0 %) of 1 headline read an act was found; 0 (0 %) take a side in words of their own, 0 (0 %) hedge.',
  );
  expect(sharesInWords(outletWordingOf([], span))).toBe('None of its headlines was read in this time.');
});
