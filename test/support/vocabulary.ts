// The vocabulary that the project ships, and the readers made of it and of the words that the build has put together: once a process, however many
// test files ask. test/lib/reading/compiled.test.ts holds that they read as by the tables.
import { join } from 'node:path';
import { defaultEventTypes, defaultTheaters } from '../../lib/config/lists.js';
import { projectRoot } from '../../lib/config.js';
import { compiledIn, looksOf } from '../../lib/reading/compiled.js';
import { lexiconsIn } from '../../lib/reading/lexicons.js';
import { makeReader } from '../../lib/reading/read.js';
import { makeHeadlinesReader } from '../../lib/reading/whole.js';
import { makeWordingReader } from '../../lib/reading/wording/wording.js';
import { projectVocabulary } from '../../lib/vocabulary/compiled.js';
import { makeGate } from '../../phases/filter/gate.js';

export const vocabulary = projectVocabulary(projectRoot, { add: [], remove: [] }, 'sni.yaml');
export const gate = makeGate(vocabulary);

const room = join(projectRoot, 'lib/reading');
export const compiled = compiledIn(join(projectRoot, 'dist/reading'), room, vocabulary.version);
/** The acts of a headline. */
export const readActs = makeReader(vocabulary, join(room, 'lexicon'), undefined, compiled);
/** How a headline words what it tells. */
export const readWording = makeWordingReader(join(room, 'wording/tables'), lexiconsIn(join(room, 'lexicon')), looksOf(compiled));
/** All of a headline, with the lists that the project ships. */
export const headlinesReader = makeHeadlinesReader(
  vocabulary,
  room,
  { theaters: defaultTheaters, eventTypes: defaultEventTypes },
  compiled,
);
