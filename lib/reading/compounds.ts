// Long German words are what their last part is: "Drohnenangriff" is an "Angriff", "Botschaftsgebäude" a "Gebäude".
import type { Entry, LexiconTerm } from './lexicon-file.js';
import { isNounClass } from './roles.js';
import type { Word } from './words.js';

const shortestPart = 4;
const shortestFront = 2;

/** A function that gives unknown long words the entry of their last part. */
export function compoundsOf(terms: readonly LexiconTerm[]): (words: readonly Word[]) => void {
  const parts = new Map<string, Entry[]>();
  for (const { words, stem, entry } of terms)
    if (!stem && (isNounClass(entry) || entry.class === 'goods') && words.length >= shortestPart && !words.includes(' '))
      parts.set(words.toLowerCase(), [...(parts.get(words.toLowerCase()) ?? []), entry]);
  const endings = new Set([...parts.keys()].map((part) => part.slice(-shortestPart)));
  return (words) => {
    for (const word of words) {
      if (!word.capital || word.naming || word.entries.length > 0 || word.mark !== '') continue;
      if (!endings.has(word.text.slice(-shortestPart))) continue;
      for (let at = shortestFront; at <= word.text.length - shortestPart; at++) {
        const entries = parts.get(word.text.slice(at));
        if (!entries) continue;
        word.entries = entries;
        break;
      }
    }
  };
}
