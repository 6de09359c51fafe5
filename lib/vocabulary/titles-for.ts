// In the titles of which languages a term is looked for.
import { languageOf } from '../language/languages.js';

const nonLatin = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u;
/** Letters that one language alone writes: its terms are known in any title. */
const ownLetters = /^[\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hebrew}\p{Script=Devanagari}]/u;
const all = -1;

/**
 * A bit for each language whose titles a term speaks in, as `bits` gives them. A term in Latin letters speaks in its own language; one of
 * a served language in other letters in all but those that are known to use them for words of their own.
 */
export function titlesFor(term: { lang: string; folded: string }, bits: ReadonlyMap<string, number>): number {
  const own = bits.get(term.lang) ?? all;
  if (term.lang === '*' || ownLetters.test(term.folded)) return all;
  if (!nonLatin.test(term.folded)) return own;
  if (isKnown(term.lang)) return own;
  let titles = all;
  for (const [lang, bit] of bits) if (isKnown(lang)) titles &= ~bit;
  return titles;
}

function isKnown(lang: string): boolean {
  return languageOf(lang)?.role === 'known';
}
