// What an English word seldom means: "enters talks" invades nothing. Such a meaning lets a sentence say the word and speaks against none.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import type { Hit } from './concepts.js';
import type { Told } from './told.js';
import { stemOf } from './words.js';

/** Whether a word of an English sentence seldom means the row that it is a hit of; false of words that stand together. */
export type Seldom = (own: Told, hit: Hit) => boolean;

/** Reads the table of them from the room's folder. */
export function readSeldom(tables: string): Seldom {
  const known = new Map<string, Set<string>>();
  for (const { word, rows } of rowsOf(join(tables, 'seldom.tsv'), ['word', 'rows'])) {
    const stem = stemOf(word);
    const all = known.get(stem) ?? new Set();
    for (const row of rows.split('|')) all.add(row);
    known.set(stem, all);
  }
  return ({ words }, { row, from, to }) => to - from === 1 && known.get(words[from]?.stem ?? '')?.has(row) === true;
}
