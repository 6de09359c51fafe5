// Long German words are what their last part is: "Drohnenangriff" is an "Angriff", "Botschaftsgebäude" a "Gebäude".
import type { ActIndex } from './act-index.js';
import type { Entry } from './lexicon-file.js';
import { isNounClass } from './roles.js';
import { tailOf } from './text/hashes.js';
import type { Word } from './words.js';

const shortestPart = 4;
const shortestFront = 2;

interface Part {
  text: string;
  entries: Entry[];
}

/** A function that gives unknown long words the entry of their last part, of the longest that leaves a front. */
export function compoundsOf({ wordsWhere }: Pick<ActIndex, 'wordsWhere'>): (words: readonly Word[]) => void {
  const parts = new Map<string, Part>();
  for (const { entry, stem } of wordsWhere((row) => isNounClass(row) || row.class === 'goods')) {
    const text = entry.written;
    if (stem || text.length < shortestPart || text.includes(' ')) continue;
    const part = parts.get(text);
    if (part === undefined) parts.set(text, { text, entries: [entry] });
    else part.entries.push(entry);
  }
  const byTail = new Map<number, Part[]>();
  for (const part of [...parts.values()].sort((a, b) => b.text.length - a.text.length)) {
    const tail = tailOf(part.text);
    const same = byTail.get(tail);
    if (same === undefined) byTail.set(tail, [part]);
    else same.push(part);
  }
  return (words) => {
    for (const word of words) {
      const { text } = word;
      if (!word.capital || word.naming || word.entries.length > 0 || word.mark !== '' || text.length < shortestPart + shortestFront)
        continue;
      const part = byTail.get(tailOf(text))?.find((one) => text.length - one.text.length >= shortestFront && text.endsWith(one.text));
      if (part !== undefined) word.entries = part.entries;
    }
  };
}
