// Scripts of the tests that are started by the dozen: as a phase's own they start from one file and not from two hundred. Made by build-test.mjs.
import { join } from 'node:path';
import { projectRoot } from '../../lib/config.js';

/** The path to start a script of test/support/ by. */
export function bundled(script: 'budget-process' | 'fated-phase' | 'models/asker'): string {
  return join(projectRoot, 'build/bundled', `${script}.js`);
}
