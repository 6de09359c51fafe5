// The vocabulary that the project ships, and the readers made of it: once a process, however many test files ask.
import { join } from 'node:path';
import { projectRoot } from '../../lib/config.js';
import { makeReader } from '../../lib/reading/read.js';
import { loadVocabulary } from '../../lib/vocabulary.js';
import { makeGate } from '../../phases/filter/gate.js';

export const vocabulary = loadVocabulary(join(projectRoot, 'lib/vocabulary/terms'));
export const gate = makeGate(vocabulary);
/** The acts of a headline. */
export const readActs = makeReader(vocabulary, join(projectRoot, 'lib/reading/lexicon'));
