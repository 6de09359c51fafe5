// English adverbs that nobody listed: "firmly opposes", "abruptly cancels".
import type { Entry } from './lexicon-file.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

export const adverb: Entry = { class: 'how', form: null, action: null, frame: ['none'], written: '', particle: null };

/** Whether a word stands before a verb as an adverb does. */
export function isAdverb(words: readonly Word[], at: number): boolean {
  const { text, naming, entries, mark } = words[at] as Word;
  return (
    at > 0 &&
    mark === '' &&
    naming === null &&
    entries.length === 0 &&
    text.endsWith('ly') &&
    text.length > 5 &&
    words[at + 1]?.entries.some(isPredicate) === true
  );
}
