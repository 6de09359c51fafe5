// The vocabulary and the gate this process uses: read once when first needed, so that a changed file counts from the next run.
import { join } from 'node:path';
import type { Config } from '../../lib/config.js';
import { type Gate, makeGate } from './gate.js';
import { loadVocabulary, type Vocabulary } from './vocabulary.js';

type Settings = Pick<Config, 'root' | 'file' | 'vocabulary'>;

let vocabulary: Vocabulary | undefined;
let gate: Gate | undefined;

/** The vocabulary that stands beside the phase, under the project's root, with the settings' changes. Throws VocabularyError. */
export function currentVocabulary({ root, file, vocabulary: changes }: Settings): Vocabulary {
  vocabulary ??= loadVocabulary(join(root, 'phases/filter/vocabulary'), changes, `${file}: vocabulary`);
  return vocabulary;
}

/** The gate of that vocabulary. */
export function currentGate(settings: Settings): Gate {
  gate ??= makeGate(currentVocabulary(settings));
  return gate;
}
