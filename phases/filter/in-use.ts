// The vocabulary and the gate this process uses: read once when first needed, so that a changed file counts from the next run.
import { join } from 'node:path';
import { type Gate, makeGate } from './gate.js';
import { loadVocabulary, type Vocabulary } from './vocabulary.js';

let vocabulary: Vocabulary | undefined;
let gate: Gate | undefined;

/** The vocabulary that stands beside the phase, under the project's root. Throws VocabularyError when a file is wrong. */
export function vocabularyInUse(root: string): Vocabulary {
  vocabulary ??= loadVocabulary(join(root, 'phases/filter/vocabulary'));
  return vocabulary;
}

/** The gate of that vocabulary. */
export function gateInUse(root: string): Gate {
  gate ??= makeGate(vocabularyInUse(root));
  return gate;
}
