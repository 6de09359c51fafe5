// The evidence check with the project's own vocabulary, made once a process.
import { projectRoot } from '../../lib/config.js';
import { makeCheck } from '../../lib/evidence/evidence.js';
import type { Check } from '../../lib/llm/prompt.js';
import { projectActors } from '../../lib/vocabulary/compiled.js';

let made: Check | undefined;

export const checkClaims: Check = (claims, sources, known) => {
  made ??= makeCheck(projectActors(projectRoot, { add: [], remove: [] }, 'sni.yaml'), projectRoot);
  return made(claims, sources, known);
};

export const evidence = (): Promise<Check> => Promise.resolve(checkClaims);
