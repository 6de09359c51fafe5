// English words that claim nothing: grammar always, words about headlines and words of framing where the sentence is of that kind.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';
import { type Belongings, readBelongings } from './belongs.js';
import { once } from './told.js';

/** Kinds of words that claim nothing in a sentence, beside grammar. */
export interface Allowed {
  /** It speaks of the headlines themselves. */
  record: boolean;
  /** It says how they cast the event. */
  frame: boolean;
}

export interface Glue {
  claimsNothing: (plain: string, allowed: Allowed) => boolean;
  /** Whose towns and companies are; read when it is first asked for. */
  belongings: () => Belongings;
}

/** Reads the words of the table in a folder. */
export function readGlue(folder: string): Glue {
  const kinds = new Map(rowsOf(join(folder, 'glue.tsv'), ['kind', 'words']).map(({ kind, words }) => [kind, new Set(words.split(' '))]));
  const has = (kind: string, word: string): boolean => kinds.get(kind)?.has(word) === true;
  return {
    belongings: once(() => readBelongings(folder)),
    claimsNothing: (plain, { record, frame }) => {
      const word = plain.toLowerCase();
      return has('glue', word) || (record && has('record', word)) || (frame && has('frame', word));
    },
  };
}
