// What the words of headlines mean, as numbers.
import { type Counts, countsOf } from './counts.js';

/** What the words of a headline mean, each meaning once, in any order; who holds the tables says it. */
export type MeaningsOf = (title: { text: string; lang: string }) => readonly string[];

/** Each meaning by number: there are some thousands, and none is forgotten. */
const numbers = new Map<string, number>();

/** Meanings as rows of numbers; a name has the same number in all of the process. */
export function countsOfMeanings(meanings: readonly string[]): Counts {
  return countsOf(meanings.map(numberOf));
}

function numberOf(meaning: string): number {
  const known = numbers.get(meaning);
  if (known !== undefined) return known;
  const number = numbers.size;
  numbers.set(meaning, number);
  return number;
}
