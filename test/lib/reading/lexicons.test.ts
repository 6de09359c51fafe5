// A lexicon is parsed once for the titles of several languages that are read together.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { readLexicon } from '../../../lib/reading/lexicon-file.js';
import { lexiconsIn } from '../../../lib/reading/lexicons.js';

test('who asks for a lexicon again after that of another language is given the same one', () => {
  const lexicons = lexiconsIn(join(projectRoot, 'lib/reading/lexicon'));
  const german = lexicons('de');
  const russian = lexicons('ru');
  expect(russian).not.toBe(german);
  expect(lexicons('de')).toBe(german);
  expect(lexicons('ru')).toBe(russian);
});

// A second part of two words is one word of its own in every headline: "pledge … support for" would take the act from "US support for Israel".
test.each([
  'en',
  'fr',
  'es',
  'pt',
  'it',
  'ru',
  'ar',
])('no verb in two parts of %s takes the noun of an act with its preposition for a part', (lang) => {
  const terms = readLexicon(`${lang}.tsv`, readFileSync(join(projectRoot, `lib/reading/lexicon/${lang}.tsv`), 'utf8'), lang);
  const wordsOf = (name: string): Set<string> =>
    new Set(terms.filter(({ entry }) => entry.class === name).map(({ words }) => words.toLowerCase()));
  const [nouns, preps] = [wordsOf('noun'), wordsOf('prep')];
  const parts = terms.filter(({ entry }) => entry.class === 'part').map(({ words }) => words);
  const taken = parts.filter((part) => {
    const at = part.lastIndexOf(' ');
    return at > 0 && nouns.has(part.slice(0, at)) && preps.has(part.slice(at + 1));
  });
  expect(taken).toEqual([]);
});
