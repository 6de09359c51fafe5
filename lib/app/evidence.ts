// The evidence check of a process: made when its first answer with sources comes, of the vocabulary and tables under the project's root.
import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Check } from '../llm/prompt.js';

/** Some hundred milliseconds once, nothing for a process whose answers have no sources. Rejects with VocabularyError. */
export function evidenceOf({ root, file, vocabulary: changes }: Pick<Config, 'root' | 'file' | 'vocabulary'>): () => Promise<Check> {
  let made: Promise<Check> | undefined;
  return () => {
    made ??= makeEvidence();
    return made;
  };

  async function makeEvidence(): Promise<Check> {
    const [{ makeCheck }, { loadVocabulary }] = await Promise.all([import('../evidence/evidence.js'), import('../vocabulary.js')]);
    return makeCheck(loadVocabulary(join(root, 'lib/vocabulary/terms'), changes, `${file}: vocabulary`), root);
  }
}
