// Whom outlets refer to, and others nowhere do.
import { expect, it } from 'vitest';
import { narrateByRules } from '../../../phases/narrate/offline.js';
import { familyOf } from './family-of.js';

it('is said of outlets though one of them also writes of it without him', () => {
  const named = (ids: string[]) => ({ acts: [], actors: ids });
  const texts = narrateByRules(
    familyOf([
      ['Wire', 'Envoys gather', named(['NL', 'IR'])],
      ['Kurier', 'Envoys meet', named(['NL', 'IR'])],
      ['Wire', 'A day of talks', named(['NL'])],
      ['Post', 'Day of talks ends', named(['NL'])],
      ['Ledger', 'Talks are over', named(['NL'])],
    ]),
  ).flatMap(({ statements }) => statements.map(({ text }) => text));
  expect(texts).toContain('Headlines of Wire and Kurier refer to Iran; headlines of Post and Ledger do not.');
});
