// Names of states that the vocabulary leaves out, for a gate must not take them: they are everyday words too, or another state's.
import { join } from 'node:path';
import { rowsOf } from '../reading/text/table.js';

const columns = ['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar'] as const;

/** A name of a state in one language; `stem`: with any ending. */
interface StateName {
  id: string;
  lang: string;
  words: string;
  stem: boolean;
}

/** Reads them from the room's folder of tables. */
export function readStateNames(tables: string): StateName[] {
  return rowsOf(join(tables, 'states.tsv'), ['id', ...columns]).flatMap((row) =>
    columns.flatMap((lang) =>
      row[lang]
        .split('|')
        .filter((written) => written !== '')
        .map((written) => ({ id: row.id, lang, words: written.replace(/\*$/, ''), stem: written.endsWith('*') })),
    ),
  );
}
