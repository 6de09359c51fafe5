// The vocabulary, the gate and the reader of headlines that this process uses: made once when first needed, so that a changed file counts
// from the next process and a run with nothing pending reads none. Other settings make others, and these are forgotten.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../../lib/config.js';
import { readingVersion } from '../../lib/reading/reading-version.js';
import type { Reading } from '../../lib/reading/whole.js';
import { vocabularyVersion } from '../../lib/vocabulary/vocabulary-version.js';
import type { Vocabulary } from '../../lib/vocabulary.js';
import type { ReadAll } from './decide.js';
import type { Gate, GateRecord } from './gate.js';
import type { StoredReading } from './told.js';

type GateSettings = Pick<Config, 'root' | 'file' | 'vocabulary'>;
type ReaderSettings = GateSettings & Pick<Config, 'theaters' | 'eventTypes'>;

interface CurrentGate {
  gate: Gate;
  vocabulary: Vocabulary;
}

interface CurrentReader {
  /** Reads a headline whose gate has been asked; `lang` is '' where unknown. */
  read: (title: string, lang: string, record: Pick<GateRecord, 'actors' | 'mechanisms'>) => Reading;
  /** Reads many, in their order; on a second thread where that is quicker. */
  readAll: ReadAll<StoredReading>;
}

let current: Made<CurrentGate> | undefined;
let reader: Made<CurrentReader> | undefined;

/** What was made, and of which settings. */
interface Made<What> {
  of: string;
  what: Promise<What>;
}

/** The gate of the vocabulary that stands beside the phase, under the project's root, with the settings' changes. Rejects with VocabularyError. */
export function currentGate(settings: GateSettings): Promise<CurrentGate> {
  const { root, vocabulary } = settings;
  const of = JSON.stringify([root, vocabulary]);
  if (current?.of !== of) current = { of, what: makeCurrentGate(settings) };
  return current.what;
}

/**
 * The reader with the same vocabulary, and the settings' theaters and event types. `expected`: how many titles are about to be decided about; its
 * second thread, where they are many, is started before the vocabulary is read. Rejects with VocabularyError.
 */
export function currentReader(settings: ReaderSettings, expected = 0): Promise<CurrentReader> {
  const { root, vocabulary, theaters, eventTypes } = settings;
  const of = JSON.stringify([root, vocabulary, theaters, eventTypes]);
  if (reader?.of !== of) reader = { of, what: makeCurrentReader(settings, expected) };
  return reader.what;
}

async function makeCurrentGate({ root, file, vocabulary: changes }: GateSettings): Promise<CurrentGate> {
  const [{ makeGate }, { projectVocabulary }] = await Promise.all([import('./gate.js'), import('../../lib/vocabulary/compiled.js')]);
  const vocabulary = projectVocabulary(root, changes, `${file}: vocabulary`);
  return { gate: makeGate(vocabulary), vocabulary };
}

async function makeCurrentReader(settings: ReaderSettings, expected: number): Promise<CurrentReader> {
  const { root } = settings;
  const folder = readingIn(root);
  const [{ compiledIn }, { LateThread, makeReadAll }, { ReadingThread }] = await Promise.all([
    import('../../lib/reading/compiled.js'),
    import('./read-all.js'),
    import('./thread.js'),
  ]);
  const compiled = compiledIn(join(root, 'dist/reading'), folder, currentVocabularyVersion(settings));
  const program = join(root, 'dist/phases/filter/thread-program.js');
  // What the build has not compiled would stand in memory twice.
  const isCompiled = compiled('other') !== null && existsSync(program);
  const thread = new LateThread(isCompiled ? () => new ReadingThread(program, { folder }, compiled) : null);
  thread.expect(expected);
  const [{ vocabulary }, { makeHeadlinesReader }, { headlineToRead }, { toldBy }] = await Promise.all([
    currentGate(settings),
    import('../../lib/reading/whole.js'),
    import('./decide.js'),
    import('./told.js'),
  ]);
  const { acts, rest, all } = makeHeadlinesReader(vocabulary, folder, settings, compiled);
  const version = currentReadingVersion(settings);
  return {
    read: (title, lang, record) => all([headlineToRead({ title, lang, record })])[0] as Reading,
    readAll: makeReadAll({
      acts,
      rest: (asked, told) => rest(asked.map(headlineToRead), told).map((reading) => toldBy(reading, version)),
      thread,
    }),
  };
}

/** What made the decisions of that gate and their tiers: the versions of its vocabulary and of the reading, told without reading their words. */
export function gateMakers(settings: ReaderSettings): readonly string[] {
  return [currentVocabularyVersion(settings), currentReadingVersion(settings)];
}

/** The version of what reads headlines: tables, vocabulary, theaters and event types. Some milliseconds. */
export function currentReadingVersion(settings: ReaderSettings): string {
  const { root, theaters, eventTypes } = settings;
  return readingVersion(readingIn(root), [currentVocabularyVersion(settings), theaters, eventTypes]);
}

/** The version of the gate's vocabulary, told without reading its words. */
export function currentVocabularyVersion({ root, vocabulary: changes }: GateSettings): string {
  return vocabularyVersion(vocabularyIn(root), changes);
}

function vocabularyIn(root: string): string {
  return join(root, 'lib/vocabulary/terms');
}

function readingIn(root: string): string {
  return join(root, 'lib/reading');
}
