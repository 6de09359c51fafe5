// What groups of headlines are titled by.
import { expect, it } from 'vitest';
import { narrateByRules } from '../../../phases/narrate/offline.js';
import { familyOf } from './family-of.js';

it('titles a group by an act that its headlines only give as somebody’s word as that', () => {
  const family = familyOf([
    ['Wire', 'Iran denies attacking tanker'],
    ['Post', 'US accuses Iran of attacking tanker'],
    ['Quotidien', 'L’Iran nie avoir attaqué un pétrolier', { lang: 'fr' }],
    ['Ledger', 'Washington accuses Tehran of attacking tanker'],
  ]);
  expect(narrateByRules(family).map(({ title }) => title)).toEqual(['A denial by Iran', 'An attack by Iran, as somebody’s word']);
});
