// A name that a state shares with another land: who else is named tells which is meant.
import type { Word } from './words.js';

const ofTheUnion = 'georgia';

/** "Trump begs Georgia officials": beside Americans, and nobody of the Caucasus or its neighbours, Georgia is one of the United States. */
export function partNamesakes(words: readonly Word[]): void {
  const named = words.filter(({ naming }) => naming !== null);
  if (!named.some(({ text }) => text === ofTheUnion)) return;
  const others = named.filter(({ text }) => text !== ofTheUnion).flatMap(({ naming }) => naming?.ids ?? []);
  if (others.length === 0 || !others.every((id) => id.startsWith('US'))) return;
  for (const word of named) if (word.text === ofTheUnion) word.naming = null;
}
