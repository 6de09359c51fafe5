// A database of a test file's own, cloned from the migrated template in some tens of milliseconds, and dropped after it.
import { inject } from 'vitest';
import { atEnd } from './at-end.js';
import { makeScratch, type Scratch, template } from './scratch.js';

/** Clones the template and opens `connections` to it; dropped when the test file ends. `source` names another database to copy. */
export async function makeDatabase(options: { connections?: number; source?: string } = {}): Promise<Scratch> {
  const scratch = await makeScratch({ home: inject('home'), source: template, ...options });
  atEnd(scratch.drop);
  return scratch;
}
