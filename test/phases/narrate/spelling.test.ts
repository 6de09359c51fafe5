// Headlines that differ in their capitals only tell one thing in one word.
import { expect, test } from 'vitest';
import { narrateByRules } from '../../../phases/narrate/offline.js';
import { familyOf } from './family-of.js';

test('a word is given once, however its capitals are written', () => {
  const narratives = narrateByRules(
    familyOf([
      ['A', 'Russia Strikes Kyiv In ‘Precise Blow’'],
      ['B', 'Russia strikes Kyiv in ‘precise blow’'],
      ['C', 'Russia Pounds Kyiv'],
    ]),
  );
  const texts = narratives.flatMap(({ statements }) => statements.map(({ text }) => text));
  expect(texts).toContain('Headlines of A and B put “Precise Blow” in quotation marks.');
  const told = texts.filter((text) => text.includes('attack by Russia'));
  expect(told.length).toBeGreaterThan(0);
  for (const text of told) expect(text.match(/strikes/giu)?.length ?? 0).toBeLessThan(2);
});
