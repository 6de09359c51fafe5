// The vocabulary and the gate this process uses: read once when first needed, so that a changed file counts from the next run and a run
// with nothing pending reads none.
import { join } from 'node:path';
import type { Config } from '../../lib/config.js';
import { vocabularyVersion } from '../../lib/vocabulary/vocabulary-version.js';
import type { Vocabulary } from '../../lib/vocabulary.js';
import type { Gate } from './gate.js';

type Settings = Pick<Config, 'root' | 'file' | 'vocabulary'>;

interface CurrentGate {
  gate: Gate;
  vocabulary: Vocabulary;
}

let current: Promise<CurrentGate> | undefined;

/** The gate of the vocabulary that stands beside the phase, under the project's root, with the settings' changes. Rejects with VocabularyError. */
export function currentGate(settings: Settings): Promise<CurrentGate> {
  current ??= readGate(settings);
  return current;
}

async function readGate({ root, file, vocabulary: changes }: Settings): Promise<CurrentGate> {
  const [{ makeGate }, { loadVocabulary }] = await Promise.all([import('./gate.js'), import('../../lib/vocabulary.js')]);
  const vocabulary = loadVocabulary(folderOf(root), changes, `${file}: vocabulary`);
  return { gate: makeGate(vocabulary), vocabulary };
}

/** What made the decisions of that gate: the version of its vocabulary, told without reading its words. */
export function gateMakers({ root, vocabulary: changes }: Settings): readonly string[] {
  return [vocabularyVersion(folderOf(root), changes)];
}

function folderOf(root: string): string {
  return join(root, 'lib/vocabulary/terms');
}
