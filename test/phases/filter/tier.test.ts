// Tiers by acts: hard power is what is done by one to another, not a word that speaks of it.
import { expect, test } from 'vitest';
import { withTier } from '../../../phases/filter/tier.js';
import { readHeadline } from '../../support/read-headline.js';
import { gate, vocabulary } from '../../support/vocabulary.js';

const decided = (title: string, lang = 'en') => withTier(gate(title, lang), readHeadline(title, lang), vocabulary.mechanisms);

test.each([
  ['Israel strikes Iran', 'en', 'IL attack IR'],
  ['North Korea threatens South Korea', 'en', 'KP threaten KR'],
  ['Israel greift Ziele im Libanon an', 'de', 'IL attack LB'],
])('an act of hard power between two makes tier 1, and is named as the reason: %s', (title, lang, because) => {
  const { tier, because: said } = decided(title, lang);
  expect(tier).toBe(1);
  expect(said).toContain(because);
});

test('an act that is only said, denied or asked for makes no tier 1', () => {
  expect(decided('Iran denies attack on Saudi Arabia').because).not.toMatch(/^IR attack/);
  expect(decided('Lawmakers in Kenya attack budget plan').tier).not.toBe(1);
});

test('what is no news is never tier 1', () => {
  expect(decided('Opinion: Israel strikes Iran').because).toBe('no news: opinion');
  expect(decided('Opinion: Israel strikes Iran').tier).toBe(2);
});

test('a dropped title stays dropped, whatever is read of it', () => {
  expect(decided('Seven pasta recipes for the weekend')).toEqual(gate('Seven pasta recipes for the weekend', 'en'));
});

test('no title that the gate keeps is dropped for its acts', () => {
  for (const title of ['Kazakhstan at a glance', 'Strike in Chad', 'EU agrees new sanctions on Iran'])
    expect([title, decided(title).decision]).toEqual([title, 'gate_keep']);
});
