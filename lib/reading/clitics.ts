// Arabic writes "and", "to", "with" and the article onto the word behind: cut off before a known word, they get their own entries.
import type { Entry, LexiconTerm } from './lexicon-file.js';
import type { Word } from './words.js';

const grammar = new Set(['and', 'the', 'prep']);

/** The one- and two-letter words of grammar in a lexicon. */
export function cliticsOf(terms: readonly LexiconTerm[]): ReadonlyMap<string, Entry> {
  return new Map(
    terms.filter(({ words, entry }) => words.length <= 2 && grammar.has(entry.class)).map(({ words, entry }) => [words, entry]),
  );
}

/** Gives a letter or two that stand fast before a known word what they mean: the first letter decides but for the article. */
export function openClitics(words: readonly Word[], clitics: ReadonlyMap<string, Entry>): void {
  words.forEach((word, at) => {
    if (word.entries.length > 0 || word.naming || word.text.length > 3 || words[at + 1]?.start !== word.end) return;
    const entry = clitics.get(word.text) ?? clitics.get(word.text.slice(0, 1));
    if (entry) word.entries = [entry];
  });
}
