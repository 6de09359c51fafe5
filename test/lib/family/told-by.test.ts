// Whether an act is surely told by some headlines only: of most outlets, or where an act was read in each of the others.
import { expect, test } from 'vitest';
import { isToldBySure } from '../../../lib/family/told-by.js';

const act = { source: 'RU', action: 'attack', target: 'UA', mode: 'done', saidBy: null, start: 0, end: 1 } as const;
const told = (publisher: string) => ({ publisher, acts: [act] });
const silent = (publisher: string) => ({ publisher, acts: [] });
const two = [told('A'), told('B')];

test.each([
  ['two of four, nothing read in the others', [silent('C'), silent('D')], false],
  ['two of four, an act read in each of the others', [told('C'), told('D')], true],
  ['two of three, nothing read in the third', [silent('C')], true],
  ['two alone', [], true],
])('%s', (_, others, sure) => {
  expect(isToldBySure(two, [...two, ...others])).toBe(sure);
});
