// A name of a headline in another language is known again as English spells it, and no other name is.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { readSpellings } from '../../../lib/evidence/spellings.js';
import { checkClaims } from '../../support/evidence.js';

const spells = readSpellings(join(projectRoot, 'lib/evidence/tables'));

test.each([
  ['de', 'Zhytomyr', 'Schytomyr'],
  ['de', 'Khmelnytskyi', 'Chmelnyzkyj'],
  ['de', 'Yevlakh', 'Jewlachs'],
  ['de', 'Jalalabad', 'Dschalalabad'],
  ['fr', 'Zhirinovsky', 'Jirinovski'],
  ['fr', 'Yushchenko', 'Iouchtchenko'],
  ['es', 'Bakhchysarai', 'Bajchisarái'],
  ['es', 'Jolani', 'Yulani'],
  ['ru', 'Ushakov', 'Ушаковым'],
  ['ru', 'Mashaal', 'Машаля'],
  ['ar', 'Kurbanov', 'قربانوف'],
  ['ar', 'Qamishli', 'القامشلي'],
])('%s: %s is %s', (lang, english, name) => {
  expect(spells(english, name, lang)).toBe(true);
});

test.each([
  ['de', 'Biden', 'Fidan'],
  ['fr', 'Yeltsin', 'Loukachenko'],
  ['es', 'Sunak', 'Jaishankar'],
  ['ru', 'Netanyahu', 'Анутин'],
  ['ar', 'Duterte', 'ترودو'],
  ['ru', 'Rubio', 'Орбан'],
  ['zh', 'Lula', '卢拉'],
])('%s: %s is not %s', (lang, english, name) => {
  expect(spells(english, name, lang)).toBe(false);
});

test.each([
  [
    'de',
    'Chodorkowski gründet Partei in Nairobi',
    'Khodorkovsky is founding a party in Nairobi.',
    'Navalny is founding a party in Nairobi.',
  ],
  ['ru', 'Кения арестовала Джайшанкара', 'Kenya has arrested Jaishankar.', 'Kenya has arrested Hasina.'],
  ['ar', 'كينيا تعتقل ناوروتسكي', 'Kenya has arrested Nawrotsky.', 'Kenya has arrested Navalny.'],
])('%s: "%s" lets a sentence name him and nobody else', (lang, text, truth, lie) => {
  const refused = (sentence: string): number =>
    checkClaims([{ field: 'sentence', text: sentence, cites: ['1'] }], [{ id: '1', text, lang, outlets: ['Outlet'] }]).length;
  expect(refused(truth)).toBe(0);
  expect(refused(lie)).toBe(1);
});
