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
  ['Manila and Hanoi meet on South China Sea clashes', ['CN', 'PH', 'VN'], ['PH', 'VN']],
  ['Manila accuses China in South China Sea', ['CN', 'PH'], ['CN', 'PH']],
  ['Survey ship leaves South China Sea', ['CN'], ['CN']],
  ['Pjöngjang feuert Rakete ins Japanische Meer', ['JP', 'KP'], ['KP']],
  ['КНДР запустила ракету в сторону Японского моря', ['JP', 'KP'], ['KP']],
  ['Oman und Katar üben im Persischen Golf', ['IR', 'OM', 'QA'], ['OM', 'QA']],
  ['Missile falls into Sea of Japan, Japan says', ['JP', 'KP'], ['JP', 'KP']],
  ['La Chine et les Philippines s’accusent en mer de Chine', ['CN', 'PH'], ['CN', 'PH']],
  ['Manille et Hanoï signent un pacte en mer de Chine', ['CN', 'PH', 'VN'], ['PH', 'VN']],
  ['Mexico protests as US renames Gulf of Mexico', ['MX', 'US'], ['MX', 'US']],
  ['US drills in Gulf of Mexico off Cuba', ['CU', 'MX', 'US'], ['CU', 'US']],
  ['US coast guard boards ship off Panama', ['US', 'US-AGENCIES', 'PA'], ['US', 'US-AGENCIES', 'PA']],
  ['Talks in Geneva between Oman and Yemen end', ['CH', 'OM', 'YE'], ['OM', 'YE']],
  ['Переговоры Омана и Йемена в Женеве завершены', ['CH', 'OM', 'YE'], ['OM', 'YE']],
  ['Swiss envoy opens Geneva talks with Oman', ['CH', 'OM'], ['CH', 'OM']],
  ['Oman and Yemen resume talks in Vienna', ['AT', 'OM', 'YE'], ['OM', 'YE']],
  ['Vienna expels two diplomats of Oman', ['AT', 'OM'], ['AT', 'OM']],
  ['EU bets on Latin America as trade ally', ['EU', 'US'], ['EU']],
  ['US and Latin America at odds', ['US'], ['US']],
  ['America and Latin America at odds, Trump says', ['US'], ['US']],
  ['Rep. Shontel Brown Wins Ohio Democratic Primary', ['@legislator', 'GB'], ['@legislator']],
  ['Gordon Brown and Sherrod Brown urge debt relief', ['GB', 'US-CONGRESS'], ['GB', 'US-CONGRESS']],
  ['Ministers Warn Cameron Over Libya', ['GB', 'LY'], ['GB', 'LY']],
])('whoever is only named for a thing is no actor of "%s"', (title, actors, left) => {
  expect(withoutBorrowed(title, actors)).toEqual(left);
});
