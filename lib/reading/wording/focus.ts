// Tells what a headline puts first, by the first words in it that show it.
import type { Token } from '../text/tokens.js';
import type { Focus } from './foci.js';
import type { LoadedWords } from './loaded.js';
import type { WordingTables } from './tables.js';

/** The focus of a title: "plain" where nothing shows another. */
export function focusOf(tokens: readonly Token[], words: LoadedWords, { focus }: WordingTables): Focus {
  let first: Focus | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const hit = focus.at(tokens, at);
    if (hit?.value === 'blame_other_side') return hit.value;
    first ??= hit?.value ?? null;
  }
  if (first !== null) return first;
  const [own] = words.own;
  return own === undefined ? 'plain' : own.sort === 'praise' ? 'resistance' : own.sort === 'slur' ? 'actor' : 'plain';
}
