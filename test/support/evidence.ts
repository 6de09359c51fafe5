// The evidence check with the project's own vocabulary, made once a process.
import { projectRoot } from '../../lib/config.js';
import { makeCheck } from '../../lib/evidence/evidence.js';
import type { Check } from '../../lib/llm/prompt.js';
import { loadVocabulary } from '../../lib/vocabulary.js';

let made: Check | undefined;

export const checkClaims: Check = (claims, sources, known) => {
  made ??= makeCheck(loadVocabulary(`${projectRoot}/lib/vocabulary/terms`), projectRoot);
  return made(claims, sources, known);
};

export const evidence = (): Promise<Check> => Promise.resolve(checkClaims);
