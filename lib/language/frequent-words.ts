// In which of some languages a word is among the most frequent of headlines. That only decides whether a headline is put to the detector,
// never its language.
import { languages } from './languages.js';

/** The languages in which the word, in small letters, is frequent; undefined for none. */
export const frequentIn: ReadonlyMap<string, ReadonlySet<string>> = byWord();
/** Letters of the longest of them. */
export const longestFrequent = Math.max(...[...frequentIn.keys()].map((word) => word.length));

function byWord(): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  for (const { code, frequent } of languages)
    for (const word of frequent.split(/\s+/)) if (word !== '') known.set(word, (known.get(word) ?? new Set()).add(code));
  return known;
}
