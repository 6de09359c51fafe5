import { expect, test } from 'vitest';
import { withoutBorrowed } from '../../../lib/family/borrowed-names.js';

test.each([
  ['Missile exposes a sanctions regime nobody enforces', ['KP', '@government'], ['KP']],
  ['Regime in Minsk jails critics', ['BY', '@government'], ['BY', '@government']],
  ['Gunfire heard near presidential palace in Conakry', ['@head-of-state', 'GN'], ['GN']],
  ['President flees presidential palace in Conakry', ['@head-of-state', 'GN'], ['@head-of-state', 'GN']],
  ['Seoul beruft Nationalen Sicherheitsrat ein', ['KR', 'UN'], ['KR']],
  ['Sicherheitsrat berät über Gaza', ['UN', 'PS'], ['UN', 'PS']],
  ['Encore un Africain dans le viseur de La Haye', ['ICC', 'NL'], ['ICC']],
  ['Den Haag macht Moskau verantwortlich', ['NL', 'RU'], ['NL', 'RU']],
  ['Manila, Hanoi sign coast guard pact', ['PH', 'US-AGENCIES', 'VN'], ['PH', 'VN']],
  ['US coast guard boards ship off Panama', ['US', 'US-AGENCIES', 'PA'], ['US', 'US-AGENCIES', 'PA']],
  ['EU bets on Latin America as trade ally', ['EU', 'US'], ['EU']],
  ['US and Latin America at odds', ['US'], ['US']],
  ['America and Latin America at odds, Trump says', ['US'], ['US']],
])('whoever is only named for a thing is no actor of "%s"', (title, actors, left) => {
  expect(withoutBorrowed(title, actors)).toEqual(left);
});
