// Gate and reader name the same states: an adjective by which the reader names one is known to the gate, so that what is read of a headline
// and what the headline is said to refer to do not part.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeTermMatcher } from '../../../lib/vocabulary/matcher.js';
import { vocabulary } from '../../support/vocabulary.js';

/** Of a town, of who only leans to a state, slang, and a form that nobody writes. */
const ambiguous = new Set(['new yorker', 'prorruso', 'prorrusa', 'prorrusos', 'prorrusas', 'gringo', 'gringos', 'belgo']);

const adjectives = ['names.tsv', 'names-es.tsv', 'names-fr.tsv']
  .flatMap((file) => readFileSync(`lib/reading/lexicon/${file}`, 'utf8').split('\n'))
  .map((line) => line.split('\t'))
  .filter(([sort, id = '', lang = '']) => sort === 'adjective' && /^[A-Z]{2}$/.test(id) && ['de', 'es', 'fr', 'ru', 'ar'].includes(lang))
  .flatMap(([, id = '', lang = '', terms = '']) => terms.split('|').map((term) => ({ id, lang, term: term.replace(/^[=~]+|\*$/g, '') })));

test('each adjective of a state that the reader knows the gate knows, too', () => {
  const match = makeTermMatcher(vocabulary.terms);
  const idsOf = (term: string, lang: string) => match(term, lang).matches.flatMap(({ term: { ids } }) => ids);
  const unknown = adjectives
    .filter(({ term }) => !ambiguous.has(term))
    .filter(({ id, lang, term }) => !idsOf(term, lang).includes(id))
    .map(({ id, lang, term }) => `${lang} ${id} ${term}`);
  expect(unknown).toEqual([]);
});
