import { expect, test } from 'vitest';
import { actInWords } from '../../../lib/family/act-words.js';

const by = { source: 'US', action: 'sanction', target: null, mode: 'done' } as const;
const words = (...titles: string[]): string => actInWords(by, () => 'United States', titles);

test('sanctions and duties are called what the headlines call them', () => {
  expect(words('US slaps duties on Canadian metal')).toBe('tariffs by the United States');
  expect(words('USA erheben Zölle auf Stahl', 'Washington impone aranceles')).toBe('tariffs by the United States');
  expect(words('США ввели санкции против банков', 'US sanctions banks')).toBe('sanctions by the United States');
  expect(words('US sanctions banks', 'US raises tariffs')).toBe('sanctions or duties by the United States');
  expect(words()).toBe('sanctions or duties by the United States');
});
