// Arabic writes "its" onto the word before, and "and", "to", "with" and the article onto the word behind: cut off before a known word, they get their own entries.
import { foldTerm } from '../language/fold.js';
import type { ActIndex } from './act-index.js';
import type { Entry } from './lexicon-file.js';
import type { Word } from './words.js';

const grammar = new Set(['and', 'the', 'prep']);

/** The one- and two-letter words of grammar in a lexicon. */
export function cliticsOf({ wordsWhere }: Pick<ActIndex, 'wordsWhere'>): ReadonlyMap<string, Entry> {
  const words = wordsWhere((row) => grammar.has(row.class)).filter(({ entry }) => entry.written.length <= 2);
  return new Map(words.map(({ entry }) => [entry.written, entry]));
}

/** Gives a letter or two that stand fast before a known word what they mean: the first letter decides but for the article. */
const possessive = /(?:ها|هما|هم|ه|نا)$/;
const owned = new Set(['official', 'people', 'goods', 'private']);

/** The nouns of a lexicon that somebody may own, by their letters before a possessive: "شرطة" is "شرطت". */
export function ownablesOf({ wordsWhere }: Pick<ActIndex, 'wordsWhere'>): ReadonlyMap<string, readonly Entry[]> {
  const found = new Map<string, readonly Entry[]>();
  for (const { entry } of wordsWhere((row) => owned.has(row.class))) {
    if (entry.written.includes(' ')) continue;
    const stem = foldTerm(entry.written).replace(/ه$/, 'ت');
    found.set(stem, [...(found.get(stem) ?? []), entry]);
  }
  return found;
}

/** Gives nouns with a possessive their entries, and says that they are somebody's. */
export function openPossessives(words: readonly Word[], ownables: ReadonlyMap<string, readonly Entry[]>): void {
  for (const word of words) {
    if (word.entries.length > 0 || word.naming || word.mark !== '' || word.text.length < 5) continue;
    if (!possessive.test(word.text)) continue;
    const entries = ownables.get(foldTerm(word.text).replace(possessive, ''));
    if (!entries) continue;
    word.entries = entries;
    word.own = true;
  }
}

/** Gives short words of one to three letters that are written onto the next one their entry, in place. */
export function openClitics(words: readonly Word[], clitics: ReadonlyMap<string, Entry>): void {
  words.forEach((word, at) => {
    if (word.entries.length > 0 || word.naming || word.text.length > 3 || words[at + 1]?.start !== word.end) return;
    const entry = clitics.get(word.text) ?? clitics.get(word.text.slice(0, 1));
    if (entry) word.entries = [entry];
  });
}
