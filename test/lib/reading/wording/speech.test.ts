// What shows a headline to be somebody's words.
import { expect, test } from 'vitest';
import { readWording as read } from '../../../support/vocabulary.js';

test.each([
  ['Nuuk: «Wir gehören niemandem»', 'de', true],
  ["'We stay here': miners in Lomé", 'en', true],
  ['Lomé: «Oreshnik» fährt ein', 'de', false],
])('words in quotation marks that are all on one side of a colon are somebody’s: %s', (title, lang, hedged) => {
  expect(read(title, lang, []).hedged).toBe(hedged);
});
