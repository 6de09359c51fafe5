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

/** What is said of the headlines without marked words, as title and as difference. */
function ofPlain(...headlines: Parameters<typeof familyOf>[0]): string[] {
  const found = narrateByRules(familyOf(headlines));
  return found
    .filter(({ title }) => /^(?:Nothing|Without)/.test(title))
    .flatMap(({ title, why_different }) => [title, why_different ?? '']);
}

const saysOfQuotes = [
  'Nothing in quotation marks',
  'These headlines have nothing in quotation marks; others have loaded words, or words quoted or ascribed.',
];

it('does not say that headlines are without a quoted word that one of them writes with a hyphen', () => {
  const found = ofPlain(
    ['Wire', 'EU adopts package, lists tankers', { acts: [] }],
    ['Deccan', 'Refiners play down EU shadow-fleet listings', { acts: [] }],
    ['Post', 'EU and the regime’s tankers', { acts: [] }],
    ['Ledger', 'EU lists ‘shadow fleet’ vessels', { acts: [] }],
  );
  expect(found).toEqual(saysOfQuotes);
});

it('says of headlines in several languages that they quote nothing, and not that they have none of the words', () => {
  const found = ofPlain(
    ['Wire', 'EU adopts package, lists tankers', { acts: [] }],
    ['Zeitung', 'EU macht ernst: Häfen für Tanker der Schattenflotte gesperrt', { lang: 'de', acts: [] }],
    ['Quotidien', 'L’UE s’attaque à la flotte fantôme russe', { lang: 'fr', acts: [] }],
    ['Ledger', 'EU lists ‘rogue’ vessels', { acts: [] }],
  );
  expect(found).toEqual(saysOfQuotes);
});
