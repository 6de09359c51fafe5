// The evidence check of a process: made when its first answer with sources comes, of the vocabulary and tables under the project's root.
import { setImmediate } from 'node:timers/promises';
import type { Config } from '../config.js';
import { languages } from '../language/languages.js';
import type { Check } from '../llm/prompt.js';

type Settings = Pick<Config, 'root' | 'file' | 'vocabulary'>;

/** The last one, and of which settings of the vocabulary: settings that differ in their models only share it. */
let made: { of: string; check: Promise<Check> } | undefined;

/**
 * Some hundred milliseconds at its first call, once for the same settings; nothing for a process whose answers have no sources. `ahead` reads
 * the words of all languages before the first answer is checked, with a pause after each: else one family in many languages would hold up
 * whatever waits for a server or a lock. Rejects with VocabularyError.
 */
export function evidenceOf(settings: Settings, ahead: boolean): () => Promise<Check> {
  return () => {
    const { root, vocabulary } = settings;
    const of = JSON.stringify([root, vocabulary]);
    if (made?.of !== of) made = { of, check: makeEvidence(settings, ahead) };
    return made.check;
  };
}

async function makeEvidence({ root, file, vocabulary: changes }: Settings, ahead: boolean): Promise<Check> {
  const [{ makeCheck }, { projectActors }] = await Promise.all([import('../evidence/evidence.js'), import('../vocabulary/compiled.js')]);
  const vocabulary = projectActors(root, changes, `${file}: vocabulary`);
  await setImmediate();
  const check = makeCheck(vocabulary, root);
  for (const { code, role } of ahead ? languages : []) {
    if (role !== 'served') continue;
    await setImmediate();
    check([{ field: '', text: 'Iran acts.', cites: ['1'] }], [{ id: '1', text: 'Iran', lang: code }]);
  }
  await setImmediate();
  return check;
}
