// What the check reads texts with: the room's own tables, and the reader's actors, acts and figures. Each is read when it is first asked for.
import { join } from 'node:path';
import { type Compiled, compiledIn, looksOf } from '../reading/compiled.js';
import { makeFigureReader } from '../reading/figures/figures.js';
import { makeReader } from '../reading/read.js';
import { rowsOf } from '../reading/text/table.js';
import type { Vocabulary } from '../vocabulary.js';
import { makeActors } from './actors.js';
import { conceptsOfTables, markConcepts } from './concept-tables.js';
import { readEquivalents } from './equivalents.js';
import { readPinyin } from './pinyin.js';
import { readSpellings } from './spellings.js';
import { once, type Readers } from './told.js';

/** Builds what reads. `root` is the project's, `tables` this room's folder of tables. */
export function makeReaders(vocabulary: Pick<Vocabulary, 'terms' | 'actors' | 'version'>, root: string, tables: string): Readers {
  const reading = join(root, 'lib/reading');
  const lexicon = join(reading, 'lexicon');
  const made = once(() => compiledIn(join(root, 'dist/reading'), reading, vocabulary.version));
  const compiled: Compiled = (lang) => made()(lang);
  return {
    concepts: () => conceptsOfTables(root),
    marks: once(() => markConcepts(tables)),
    equivalents: once(() => readEquivalents(tables)),
    actors: makeActors(vocabulary, lexicon, tables),
    acts: makeReader(vocabulary, lexicon, undefined, compiled),
    figures: makeFigureReader(join(reading, 'figures/tables'), looksOf(compiled)),
    epithets: once(() => epithetsOf(join(tables, 'epithets.tsv'))),
    implied: once(() => impliedOf(join(tables, 'implied.tsv'))),
    pinyin: once(() => readPinyin(join(tables, 'pinyin.tsv'))),
    spellings: once(() => readSpellings(tables)),
  };
}

function epithetsOf(path: string): Map<string, string[]> {
  return new Map(rowsOf(path, ['id', 'words']).map(({ id, words }) => [id, words.split(/[|\s]/)]));
}

/** Of a row of concepts those that whoever tells of it tells too. */
function impliedOf(path: string): Map<string, string[]> {
  const implied = new Map<string, string[]>();
  for (const { told, said } of rowsOf(path, ['told', 'said']))
    for (const row of told.split('|')) implied.set(row, [...(implied.get(row) ?? []), ...(said === '=' ? told : said).split('|')]);
  return implied;
}
