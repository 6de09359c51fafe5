// A lexicon is parsed once for the titles of several languages that are read together.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { lexiconsIn } from '../../../lib/reading/lexicons.js';

test('who asks for a lexicon again after that of another language is given the same one', () => {
  const lexicons = lexiconsIn(join(projectRoot, 'lib/reading/lexicon'));
  const german = lexicons('de');
  const russian = lexicons('ru');
  expect(russian).not.toBe(german);
  expect(lexicons('de')).toBe(german);
  expect(lexicons('ru')).toBe(russian);
});
