// Loads what the gate knows: terms, weights, and a version that changes with them. Every mistake in the files is collected, and one error
// names them all before any title is read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countryDisplayNames, countryRows } from './vocabulary/country-names.js';
import { bindReadings, type Cue, type ReadingRow, readReadingsFile } from './vocabulary/readings-file.js';
import { applyChanges, type VocabularyChanges } from './vocabulary/vocabulary-changes.js';
import {
  type ActorKind,
  readVocabularyFile,
  type VocabularyRow,
  type VocabularyTerm,
  vocabularySorts,
} from './vocabulary/vocabulary-file.js';
import { vocabularyVersion } from './vocabulary/vocabulary-version.js';
import { type GateWeights, readWeights } from './vocabulary/weights.js';

export interface Actor {
  id: string;
  /** English display name. */
  name: string;
  kind: ActorKind;
}

export interface Vocabulary {
  /** First 12 hexadecimal digits of the SHA-256 of all files: changes when a term or a weight changes. */
  version: string;
  terms: readonly VocabularyTerm[];
  /** By id, each once. */
  actors: ReadonlyMap<string, Actor>;
  mechanisms: ReadonlyMap<string, { id: string; tier: 1 | 2 }>;
  contexts: readonly string[];
  /** The words that decide what words with two meanings mean. */
  cues: readonly Cue[];
  weights: GateWeights;
}

/** Says everything that is wrong with a vocabulary, one sentence per line. */
export class VocabularyError extends Error {
  /** Wrong configuration: the run's exit code. */
  readonly exitCode = 78;
  readonly problems: readonly string[];
  constructor(folder: string, problems: readonly string[]) {
    super(
      `The vocabulary in ${folder} has ${problems.length} mistake(s); nothing was gated. Correct them and run again:\n${problems.join('\n')}`,
    );
    this.name = 'VocabularyError';
    this.problems = problems;
  }
}

/**
 * Reads `actors*.tsv`, `mechanisms*.tsv`, `contexts*.tsv`, `readings*.tsv` (there may be none) and `weights.tsv` of a folder and adds the country names.
 * `changes` are an operator's own additions and removals; `source` is what sentences about them call their place.
 * Throws VocabularyError, naming file, line, reason and remedy of every mistake.
 */
export function loadVocabulary(
  folder: string,
  changes: VocabularyChanges = { add: [], remove: [] },
  source = 'the configuration',
): Vocabulary {
  const problems: string[] = [];
  const read: VocabularyRow[] = [];
  const readingRows: ReadingRow[] = [];
  let weights: GateWeights = { points: () => 0 };
  const names = filesIn(folder, problems);
  for (const sort of vocabularySorts)
    if (!names.some((name) => name.startsWith(sort))) problems.push(`${sort}.tsv is missing in ${folder}; restore it.`);
  if (!names.includes('weights.tsv')) problems.push(`weights.tsv is missing in ${folder}; restore it.`);
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8');
    const sort = vocabularySorts.find((known) => name.startsWith(known));
    if (name === 'weights.tsv') weights = readWeights(name, text, problems);
    else if (name.startsWith('readings')) readingRows.push(...readReadingsFile(name, text, problems));
    else if (sort === undefined)
      problems.push(`${name}: not a vocabulary file; begin its name with ${vocabularySorts.join(', ')} or readings, or move it away.`);
    else read.push(...readVocabularyFile(name, sort, text, problems));
  }
  const rows = applyChanges([...read, ...countryRows()], changes, source, problems);
  const actors = actorsOf(rows, problems);
  const mechanisms = mechanismsOf(rows, problems);
  const terms = termsOf(rows, problems);
  const contexts = [...new Set(rows.filter((row) => row.sort === 'contexts').flatMap((row) => row.ids))];
  const cues = bindReadings(readingRows, read, terms, mechanisms, contexts, problems);
  if (problems.length > 0) throw new VocabularyError(folder, problems);
  return { version: vocabularyVersion(folder, changes), terms, actors, mechanisms, contexts, cues, weights };
}

function filesIn(folder: string, problems: string[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.tsv'))
      .sort();
  } catch (cause) {
    problems.push(`${folder} cannot be read (${cause instanceof Error ? cause.message : String(cause)}); name the vocabulary folder.`);
    return [];
  }
}

function actorsOf(rows: readonly VocabularyRow[], problems: string[]): Map<string, Actor> {
  const displayNames = countryDisplayNames();
  const given = new Map<string, string>();
  for (const { ids, name } of rows) if (name && ids[0] !== undefined && !given.has(ids[0])) given.set(ids[0], name);
  const actors = new Map<string, Actor>();
  for (const row of rows) {
    const [id = ''] = row.ids;
    if (row.kind === undefined || row.ids.length > 1) continue;
    const known = actors.get(id);
    const name = given.get(id) ?? displayNames.get(id);
    if (known === undefined && name === undefined)
      problems.push(`${row.place}: the actor ${id} has no name; write its English name on one of its rows.`);
    else if (known === undefined) actors.set(id, { id, name: name ?? id, kind: row.kind });
    else if (known.kind !== row.kind)
      problems.push(`${row.place}: ${id} is a ${known.kind} in an earlier row and a ${row.kind} here; use one kind.`);
    else if (row.name && row.name !== known.name)
      problems.push(`${row.place}: ${id} is named "${known.name}" in an earlier row; leave the name empty here.`);
  }
  for (const row of rows)
    for (const id of row.ids)
      if (row.ids.length > 1 && !actors.has(id)) problems.push(`${row.place}: ${id} is not an actor of its own; give it a row first.`);
  return actors;
}

function mechanismsOf(rows: readonly VocabularyRow[], problems: string[]): Map<string, { id: string; tier: 1 | 2 }> {
  const mechanisms = new Map<string, { id: string; tier: 1 | 2 }>();
  for (const { ids, tier, place } of rows) {
    const [id = ''] = ids;
    if (tier === undefined) continue;
    const known = mechanisms.get(id);
    if (known === undefined) mechanisms.set(id, { id, tier });
    else if (known.tier !== tier) problems.push(`${place}: ${id} has tier ${known.tier} in an earlier row; use one tier.`);
  }
  return mechanisms;
}

/** A term may be an actor and a mechanism ("troops"), but never two of one sort, nor speak for and against a title. */
function termsOf(rows: readonly VocabularyRow[], problems: string[]): VocabularyTerm[] {
  const found: VocabularyTerm[] = [];
  const first = new Map<string, VocabularyTerm>();
  const further = new Map<string, VocabularyTerm[]>();
  for (const { terms } of rows)
    for (const term of terms) {
      const key = keyOf(term);
      const known = first.get(key);
      const more = known === undefined ? undefined : further.get(key);
      if (known === undefined) first.set(key, term);
      else if (mayStandBeside(more === undefined ? [known] : [known, ...more], term, problems)) further.set(key, [...(more ?? []), term]);
      else continue;
      found.push(term);
    }
  return found;
}

/** Its words, in small letters unless its letters count, with `*` for any ending: of most terms what is written. */
function keyOf({ written, words, stem, caseSensitive }: VocabularyTerm): string {
  const plain = !stem ? words : written.length === words.length + 1 ? written : `${words}*`;
  return caseSensitive ? plain : plain.toLowerCase();
}

/** False for a repetition, and for a package's name that the files give to another id. Says where terms of a language contradict each other. */
function mayStandBeside(alike: readonly VocabularyTerm[], term: VocabularyTerm, problems: string[]): boolean {
  for (const other of alike) {
    if (other.lang !== term.lang && other.lang !== '*' && term.lang !== '*') continue;
    if (other.sort !== term.sort) {
      if (other.sort === 'contexts' || term.sort === 'contexts')
        problems.push(conflict(term, other, 'a term cannot speak for and against a title'));
    } else if (other.ids.join('+') !== term.ids.join('+')) {
      if (term.line > 0) problems.push(conflict(term, other, 'a term stands for one id'));
      return false;
    } else if (other.lang === term.lang) return false;
  }
  return true;
}

function conflict(term: VocabularyTerm, other: VocabularyTerm, rule: string): string {
  return `${term.place}: "${term.written}" (${term.lang}) of ${term.ids.join('+')} stands under ${other.ids.join('+')} in ${other.place} already; ${rule}: keep it in one place.`;
}
