// Homes of test runs: the folders that a run's own server stands in, in memory where there is room; beside each a folder for its temporary files.
// Others may write beside them, so a home is made and never found, and of what is found there nothing is trusted by its name alone.
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { projectRoot } from '../../lib/config.js';
import { stop } from '../../lib/db/embedded.js';

/** How the path of a home begins that a test run of this checkout has in memory, and on disk; and that of the temporary files of any. */
const begins = {
  inMemory: `/dev/shm/sni-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 8)}-test-`,
  onDisk: join(projectRoot, '.sni', 'test-'),
  temporary: join(tmpdir(), 'sni-tests-'),
};
/** A run needs a quarter of it. */
const roomBytes = 4 * 2 ** 30;

/** A folder of its own, made and not found: whoever else may write to memory could have put a link where its name is foreseen. */
export function makeHome({ inMemory, onDisk }: Pick<typeof begins, 'inMemory' | 'onDisk'> = begins): string {
  const begin = hasRoom(dirname(inMemory)) ? inMemory : onDisk;
  mkdirSync(dirname(begin), { recursive: true });
  const home = mkdtempSync(`${begin}${process.pid}-`);
  // The account that Postgres runs as where root tests must pass.
  chmodSync(home, 0o711);
  return home;
}

/** A folder for what the run and all that it starts put into a temporary folder: they are told of it by TMPDIR. Other accounts may enter it. */
export function makeTemporary({ temporary }: Pick<typeof begins, 'temporary'> = begins): string {
  const folder = mkdtempSync(`${temporary}${process.pid}-`);
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes it at the end of the run; throws a sentence that names what tests left in it. */
export function removeTemporary(folder: string): void {
  const left = readdirSync(folder);
  rmSync(folder, { recursive: true, force: true });
  if (left.length > 0)
    throw new Error(`Tests left in their temporary folder: ${left.join(', ')}. What makeFolder makes is removed after its file.`);
}

/** Some hundred databases are copied and dropped: in memory for half of the time that it takes on a disk. */
function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= roomBytes;
}

/** What this account's test runs that were killed had: their servers would run for ever. */
export async function removeLeftHomes(of: Partial<typeof begins> = begins): Promise<void> {
  for (const begin of Object.values(of)) {
    const [folder, prefix] = [dirname(begin), basename(begin)];
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(prefix)) : [];
    for (const name of names) {
      const pid = name.slice(prefix.length).match(/^(\d+)-\w{6}$/)?.[1];
      const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
      if (pid && found?.isDirectory() && found.uid === process.getuid?.() && !isTestRun(pid)) await removeHome(join(folder, name));
    }
  }
}

/** False also where another program has the number now. */
function isTestRun(pid: string): boolean {
  const told = `/proc/${pid}/cmdline`;
  return existsSync(told) && readFileSync(told, 'utf8').includes('vitest');
}

/** Stops the server of a home and removes both. */
export async function removeHome(home: string): Promise<void> {
  await stop({ home });
  rmSync(home, { recursive: true, force: true });
}
