// A vocabulary as one text that is read in a tenth of the time that its files are: made when the project is built, named by the version of
// the files, so that a changed file or an operator's change has none and is read as before. The files stay the truth.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Actor, loadVocabulary, type Vocabulary } from '../vocabulary.js';
import type { Cue, WordReading } from './readings-file.js';
import type { VocabularyChanges } from './vocabulary-changes.js';
import { type ActorKind, readTerm, type VocabularySort, type VocabularyTerm } from './vocabulary-file.js';
import { vocabularyVersion } from './vocabulary-version.js';
import { readWeights } from './weights.js';

/** As written; the words in folded letters, 0 where folding changes nothing. */
type Word = [written: string, folded: string | 0];

interface Compiled {
  version: string;
  actors: Actor[];
  mechanisms: { id: string; tier: 1 | 2 }[];
  contexts: string[];
  /** What the terms of a row share. */
  rows: [sort: VocabularySort, ids: string[], place: string, line: number, lang: string, kind?: ActorKind][];
  /** Of each term its words, and its row. */
  terms: Word[];
  rowOfTerm: number[];
  /** Places of terms, for each set that readings read anew. */
  sets: number[][];
  readings: (Omit<WordReading, 'terms'> & { set: number })[];
  cues: [word: Word, lang: string, decides: [reading: number, forbids: boolean][]][];
}

/** The vocabulary of the project under `root`, compiled where it is, else of its files. Throws VocabularyError; `source` as in loadVocabulary. */
export function projectVocabulary(root: string, changes: VocabularyChanges, source: string): Vocabulary {
  const folder = join(root, 'lib/vocabulary/terms');
  return readCompiled(folder, join(root, 'dist/vocabulary'), changes) ?? loadVocabulary(folder, changes, source);
}

/** Its actors alone, for who asks of nothing else: two thirds of the time. */
export function projectActors(root: string, changes: VocabularyChanges, source: string): Pick<Vocabulary, 'version' | 'terms' | 'actors'> {
  const folder = join(root, 'lib/vocabulary/terms');
  const version = vocabularyVersion(folder, changes);
  const made = madeOf(version, join(root, 'dist/vocabulary'));
  if (made === null) return loadVocabulary(folder, changes, source);
  const ofActors = new Set(made.rows.flatMap(([sort], row) => (sort === 'actors' ? row : [])));
  const terms = made.terms.flatMap((word, at) => (ofActors.has(made.rowOfTerm[at] ?? 0) ? termOf(made, word, at) : []));
  return { version, terms, actors: actorsOf(made) };
}

/** The compiled vocabulary of a folder of files; null where `compiled`, the folder of those that were made, has none of this version. */
export function readCompiled(folder: string, compiled: string, changes: VocabularyChanges): Vocabulary | null {
  const version = vocabularyVersion(folder, changes);
  const made = madeOf(version, compiled);
  if (made === null) return null;
  const terms = made.terms.map((word, at) => termOf(made, word, at));
  const sets = made.sets.map((places) => new Set(places.map((at) => terms[at] as VocabularyTerm)));
  const readings = made.readings.map(({ set, ...reading }): WordReading => ({ ...reading, terms: sets[set] ?? new Set() }));
  const cues = made.cues.map(([[written, folded], lang, decides]): Cue => {
    const term = readTerm(written, { sort: 'contexts', ids: [], place: '', line: 0 }, lang, folded);
    return { ...term, aside: true, decides: decides.map(([reading, forbids]) => ({ reading: readings[reading] as WordReading, forbids })) };
  });
  return {
    version,
    terms,
    actors: actorsOf(made),
    mechanisms: new Map(made.mechanisms.map((mechanism) => [mechanism.id, mechanism])),
    contexts: made.contexts,
    cues,
    weights: readWeights('weights.tsv', readFileSync(join(folder, 'weights.tsv'), 'utf8'), []),
  };
}

function madeOf(version: string, compiled: string): Compiled | null {
  const file = join(compiled, nameOf(version));
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Compiled) : null;
}

function termOf({ rows, rowOfTerm }: Compiled, [written, folded]: Word, at: number): VocabularyTerm {
  const [sort, ids, place, line, lang, kind] = rows[rowOfTerm[at] ?? 0] as Compiled['rows'][number];
  return readTerm(written, { sort, ids, place, line, ...(kind && { kind }) }, lang, folded);
}

function actorsOf({ actors }: Compiled): Map<string, Actor> {
  return new Map(actors.map((actor) => [actor.id, actor]));
}

/** The vocabulary of a folder compiled, with the name of its file. Throws VocabularyError. */
export function compileVocabulary(folder: string): { name: string; text: string } {
  const { version, terms, actors, mechanisms, contexts, cues } = loadVocabulary(folder);
  const rowOfIds = new Map<readonly string[], number>();
  const rows: Compiled['rows'] = [];
  const placeOf = new Map(terms.map((term, at) => [term, at]));
  const rowOfTerm = terms.map(({ sort, ids, place, line, lang, proper }) => {
    const known = rowOfIds.get(ids);
    if (known !== undefined) return known;
    rowOfIds.set(ids, rows.length);
    return rows.push(proper ? [sort, [...ids], place, line, lang, 'state'] : [sort, [...ids], place, line, lang]) - 1;
  });
  const readings = [...new Set(cues.flatMap(({ decides }) => decides.map(({ reading }) => reading)))];
  const sets = [...new Set(readings.map((reading) => reading.terms))];
  const numberOf = new Map(readings.map((reading, at) => [reading, at]));
  const setOf = new Map(sets.map((set, at) => [set, at]));
  const made: Compiled = {
    version,
    actors: [...actors.values()],
    mechanisms: [...mechanisms.values()],
    contexts: [...contexts],
    rows,
    terms: terms.map(wordOf),
    rowOfTerm,
    sets: sets.map((set) => [...set].map((term) => placeOf.get(term) ?? 0)),
    readings: readings.map(({ terms: set, ...reading }) => ({ ...reading, set: setOf.get(set) ?? 0 })),
    cues: cues.map((cue) => [
      wordOf(cue as Cue & Pick<VocabularyTerm, 'written'>),
      cue.lang,
      cue.decides.map(({ reading, forbids }) => [numberOf.get(reading) ?? 0, forbids]),
    ]),
  };
  return { name: nameOf(version), text: JSON.stringify(made) };
}

function wordOf({ written, words, folded }: Pick<VocabularyTerm, 'written' | 'words' | 'folded'>): Word {
  return [written, folded === words ? 0 : folded];
}

function nameOf(version: string): string {
  return `${version}.json`;
}
