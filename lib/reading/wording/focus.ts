// Tells what a headline puts first, by the first words in it that show it.
import type { Token } from '../text/tokens.js';
import type { Focus } from './foci.js';
import type { LoadedWords } from './loaded.js';
import type { WordingTables } from './tables.js';

/** The focus of a title: "plain" where nothing shows another. */
export function focusOf(tokens: readonly Token[], words: LoadedWords, { focus }: WordingTables): Focus {
  const found = tokens.flatMap((_, at) => {
    const hit = focus.at(tokens, at);
    return hit === null ? [] : [hit.value];
  });
  const [first] = found;
  if (found.includes('blame_other_side')) return 'blame_other_side';
  if (first !== undefined) return first;
  const [own] = words.own;
  return own === undefined ? 'plain' : own.sort === 'praise' ? 'resistance' : own.sort === 'slur' ? 'actor' : 'plain';
}
