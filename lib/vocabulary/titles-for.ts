// In the titles of which languages a term is looked for.
import { languageOf } from '../language/languages.js';

const nonLatin = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\s]/u;
const all = -1;

/**
 * A bit for each language whose titles a term speaks in, as `bits` gives them: its own; a term of a served language in other letters than
 * Latin in all but those that have words of their own and are known for no more than that.
 */
export function titlesFor(term: { lang: string; folded: string }, bits: ReadonlyMap<string, number>): number {
  const own = bits.get(term.lang) ?? all;
  if (term.lang === '*') return all;
  if (isKnown(term.lang) || !nonLatin.test(term.folded)) return own;
  let titles = all;
  for (const [lang, bit] of bits) if (isKnown(lang)) titles &= ~bit;
  return titles;
}

/** The languages whose terms a title's language is looked up with: a known one alone, the others together, -1 (all) for one without terms. */
export function groupOf(lang: string, bits: ReadonlyMap<string, number>): number {
  const own = bits.get(lang);
  if (own === undefined) return all;
  if (isKnown(lang)) return own;
  let group = 0;
  for (const [other, bit] of bits) if (!isKnown(other)) group |= bit;
  return group;
}

function isKnown(lang: string): boolean {
  return languageOf(lang)?.role === 'known';
}
