// Words that are a preposition or an article: French "des", Portuguese "a".
import type { Entry } from './lexicon-file.js';
import { lastWord } from './verb-choice.js';
import { isPredicate } from './word-classes.js';
import type { Word } from './words.js';

/** What no preposition stands behind. */
const openers: ReadonlySet<string> = new Set(['who', 'after', 'despite', 'and', 'prep']);

/** French "des", Portuguese "a" are articles where no noun stands before them: "Des milliers de ...", "tue des civils", "que a Romênia". */
export function partitive(words: readonly Word[], at: number, entries: readonly Entry[]): Entry | null {
  const before = words[lastWord(words, at)];
  const opens = before === undefined || (before.role !== null && openers.has(before.role.class));
  const article = opens || (isPredicate(before.role) && !before.role?.frame.includes('of'));
  return entries.find((entry) => entry.class === (article ? 'the' : 'prep')) ?? null;
}
