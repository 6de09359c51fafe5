// The evidence check of a process: made when its first answer with sources comes, of the vocabulary and tables under the project's root.
import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Check } from '../llm/prompt.js';

type Settings = Pick<Config, 'root' | 'file' | 'vocabulary'>;

const made = new WeakMap<Settings, Promise<Check>>();

/**
 * Some hundred milliseconds at its first call, once for the same settings; nothing for a process whose answers have no sources. Rejects with
 * VocabularyError.
 */
export function evidenceOf(settings: Settings): () => Promise<Check> {
  return () => {
    const check = made.get(settings) ?? makeEvidence(settings);
    made.set(settings, check);
    return check;
  };
}

async function makeEvidence({ root, file, vocabulary: changes }: Settings): Promise<Check> {
  const [{ makeCheck }, { loadVocabulary }] = await Promise.all([import('../evidence/evidence.js'), import('../vocabulary.js')]);
  return makeCheck(loadVocabulary(join(root, 'lib/vocabulary/terms'), changes, `${file}: vocabulary`), root);
}
