// A folder of a test's own for files. Whoever makes one by hand has to remove it by hand, also where the test fails: so nobody does.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atEnd } from './at-end.js';

/** Makes an empty folder whose name tells `what` it is for; it is removed with all that is in it after the test file. */
export function makeFolder(what: string): string {
  const folder = mkdtempSync(join(tmpdir(), `sni-${what}-`));
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
