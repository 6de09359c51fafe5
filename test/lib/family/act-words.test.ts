import { expect, test } from 'vitest';
import { actInWords, wasThere, withArticle } from '../../../lib/family/act-words.js';

const by = { source: 'US', action: 'sanction', target: null, mode: 'done' } as const;
const words = (...titles: string[]): string => actInWords(by, () => 'United States', titles);

test('sanctions and duties are called what the headlines call them', () => {
  expect(words('US slaps duties on Canadian metal')).toBe('tariffs by the United States');
  expect(words('USA erheben Zölle auf Stahl', 'Washington impone aranceles')).toBe('tariffs by the United States');
  expect(words('США ввели санкции против банков', 'US sanctions banks')).toBe('sanctions by the United States');
  expect(words('US sanctions banks', 'US raises tariffs')).toBe('sanctions or duties by the United States');
  expect(words()).toBe('sanctions or duties by the United States');
});

test('what somebody gives comes from him, and a question asks for one or for several', () => {
  const names = (id: string): string => ({ AE: 'United Arab Emirates', SD: 'Sudan', MH: 'Marshall Islands' })[id] ?? id;
  const arms = { source: 'AE', action: 'supply_arms', target: 'SD', mode: 'done' } as const;
  expect(actInWords(arms, names)).toBe('arms from the United Arab Emirates for Sudan');
  expect(wasThere({ ...arms, target: null }, names)).toBe('Were there arms from the United Arab Emirates?');
  expect(wasThere({ ...arms, action: 'attack', target: null }, names)).toBe('Was there an attack by the United Arab Emirates?');
  expect(withArticle(names('MH'))).toBe('the Marshall Islands');
  expect(['US Congress', 'US states and cities in politics'].map(withArticle)).toEqual([
    'members of the US Congress',
    'US states and cities',
  ]);
});

test('what somebody is accused of preparing is planned, and no deed', () => {
  const claimed = { source: 'US', action: 'attack', target: 'VE', mode: 'claimed' } as const;
  const told = (mode: 'claimed' | 'done', ...titles: string[]): string =>
    actInWords({ ...claimed, target: null, mode }, () => 'Peru', titles);
  expect(told('claimed', 'Quito accuses Lima of preparing a raid', 'Quito acusa a Lima de preparar un ataque')).toBe(
    'a planned attack by Peru',
  );
  expect(told('claimed', 'Quito accuses Lima of preparing a raid', 'Quito: Lima raided our port')).toBe('an attack by Peru');
  expect(told('done', 'Peru strikes as planned')).toBe('an attack by Peru');
});
