// Patterns made of rows of words, and the rows of disputes: one a meaning, a column a language.
import { describe, expect, it, test } from 'vitest';
import { languages } from '../../../lib/language/languages.js';
import { patternOf } from '../../../lib/language/word-rows.js';
import { disputeWords } from '../../../phases/enrich/disputed/words.js';
import { besides, sites, staff } from '../../../phases/enrich/sites.js';

describe('a pattern of rows', () => {
  it.each([
    ['two in three days', true],
    ['in 3 days', true],
    ['Ölpreis seitdem', false],
    ['seit Montag', true],
    ['自从周一', true],
    ['sincere', false],
    ['SINCE Monday', true],
  ])('%s: %s', (text, found) => {
    expect(patternOf([{ en: 'since|in # days|in _ days', de: 'seit', zh: '自从' }]).test(text)).toBe(found);
  });

  it('stands at the start, at the end, or for the whole where it is asked to', () => {
    const row = { en: 'killed|kill*', de: 'tot' };
    expect(patternOf([row], 'whole').test('killings')).toBe(true);
    expect(patternOf([row], 'whole').test('killed five')).toBe(false);
    expect(patternOf([row], 'start').test(' killed five')).toBe(true);
    expect(patternOf([row], 'end').test('five killed')).toBe(true);
    expect(patternOf([row], 'end').test('killed five')).toBe(false);
  });
});

test('each row of disputes and of what is hit has words in every language that all rooms read', () => {
  const served = languages.filter(({ role }) => role === 'served').map(({ code }) => code);
  const rows = { ...disputeWords, besides, staff, ...Object.fromEntries(sites.map(({ site, words }) => [site, words])) };
  const holes = Object.entries(rows).flatMap(([name, row]) => served.filter((code) => !(code in row)).map((code) => `${name} ${code}`));
  expect(holes).toEqual([]);
});
