// Words of headlines that carry no event, as the table of languages lists them.
import { languages } from './languages.js';

const none: ReadonlySet<string> = new Set();
const stopWords = new Map(languages.flatMap(({ code, stop }) => (stop === '' ? [] : [[code, new Set(stop.trim().split(/\s+/))] as const])));

/** Whether a lower-case word tells nothing in this language; false in a language without a list. */
export function isStopWord(word: string, lang: string): boolean {
  return (stopWords.get(lang) ?? none).has(word);
}
