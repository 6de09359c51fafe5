// A name between quotation marks, as Russian, Arabic and German write movements («Хезболла», "حماس", „Hisbollah“), is a name like any other.
import type { Word } from './words.js';

/** Takes the quotation marks around a single name of an actor off the row; what else is quoted keeps them. */
export function unquoteNames(words: Word[]): void {
  for (let at = words.length - 3; at >= 0; at--) {
    const [open, name, close] = [words[at], words[at + 1], words[at + 2]];
    if (open?.mark !== '"' || close?.mark !== '"' || name?.naming?.sort !== 'name' || isInside(words, at)) continue;
    words.splice(at + 2, 1);
    words.splice(at, 1);
  }
}

/** Whether the first of the marks closes what was quoted before: „…“ Hamas „…“. */
function isInside(words: readonly Word[], at: number): boolean {
  return words.slice(0, at).filter(({ mark }) => mark === '"').length % 2 === 1;
}
