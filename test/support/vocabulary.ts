// The vocabulary that the project ships, and the readers made of it: once a process, however many test files ask.
import { join } from 'node:path';
import { projectRoot } from '../../lib/config.js';
import { compiledIn } from '../../lib/reading/compiled.js';
import { makeReader } from '../../lib/reading/read.js';
import { projectVocabulary } from '../../lib/vocabulary/compiled.js';
import { makeGate } from '../../phases/filter/gate.js';

export const vocabulary = projectVocabulary(projectRoot, { add: [], remove: [] }, 'sni.yaml');
export const gate = makeGate(vocabulary);
/** The acts of a headline. */
export const readActs = makeReader(
  vocabulary,
  join(projectRoot, 'lib/reading/lexicon'),
  undefined,
  compiledIn(join(projectRoot, 'dist/reading'), join(projectRoot, 'lib/reading'), vocabulary.version),
);
