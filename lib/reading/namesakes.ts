// A name that a state shares with another land, or a leader with many: who else is named tells which is meant.
import type { Naming, Word } from './words.js';

const ofTheUnion = 'georgia';

/** "Trump begs Georgia officials": beside Americans, and nobody of the Caucasus or its neighbours, Georgia is one of the United States. */
export function partNamesakes(words: readonly Word[]): void {
  const named = words.filter(({ naming }) => naming !== null);
  for (let at = 0; at < words.length; at++) if (isKim(words, at, named)) (words[at] as Word).naming = kim;
  if (!named.some(({ text }) => text === ofTheUnion)) return;
  const others = named.filter(({ text }) => text !== ofTheUnion).flatMap(({ naming }) => naming?.ids ?? []);
  if (others.length === 0 || !others.every((id) => id.startsWith('US'))) return;
  for (const word of named) if (word.text === ofTheUnion) word.naming = null;
}

const kim: Naming = { ids: ['KP'], sort: 'name', state: true, country: false };
const company = new Set(['KP', 'KR', 'CN', 'RU', 'JP', 'US']);

/** "Putin meets Kim": beside those who deal with him, and before no name of hers, it is the leader of the North. */
function isKim(words: readonly Word[], at: number, named: readonly Word[]): boolean {
  const { text, capital, naming } = words[at] as Word;
  if (text !== 'kim' || !capital || naming !== null) return false;
  const next = words[at + 1];
  if (next && next.mark === '' && next.capital && next.entries.length === 0) return false;
  const before = words[at - 1];
  if (before?.capital && before.naming === null && before.entries.length === 0) return false;
  return named.some(({ naming: other }) => other?.ids.some((id) => company.has(id)));
}
