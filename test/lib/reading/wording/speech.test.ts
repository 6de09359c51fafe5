// What shows a headline to be somebody's words.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lexiconsIn } from '../../../../lib/reading/lexicons.js';
import { makeWordingReader } from '../../../../lib/reading/wording/wording.js';

const room = fileURLToPath(new URL('../../../../lib/reading', import.meta.url));
const read = makeWordingReader(join(room, 'wording/tables'), lexiconsIn(join(room, 'lexicon')));

test.each([
  ['Nuuk: «Wir gehören niemandem»', 'de', true],
  ["'We stay here': miners in Lomé", 'en', true],
  ['Lomé: «Oreshnik» fährt ein', 'de', false],
])('words in quotation marks that are all on one side of a colon are somebody’s: %s', (title, lang, hedged) => {
  expect(read(title, lang, []).hedged).toBe(hedged);
});
