// Which account runs the programs of Postgres. Postgres refuses to run as root, so root steps down to an account that exists already:
// none is ever made.

import { readFile, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EmbeddedPostgresError } from './failure.js';

/** Who runs the programs and owns the files. `switched`: this process is root and steps down to it. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
  switched: boolean;
}

/** The account of this process. Throws on Windows, where there are no user ids. */
export function ownAccount(): Account {
  if (process.getuid === undefined || process.getgid === undefined) {
    throw new EmbeddedPostgresError('The embedded Postgres does not run on Windows', 'Use WSL');
  }
  const uid = process.getuid();
  return { name: uid === 0 ? 'root' : `user id ${uid}`, uid, gid: process.getgid(), switched: false };
}

/** The account with this user id as root would use it; undefined when /etc/passwd does not name it or it is root. */
export async function accountByUid(uid: number): Promise<Account | undefined> {
  return uid === 0 ? undefined : (await knownAccounts()).find((account) => account.uid === uid);
}

/**
 * The account root should use for a new cluster under `home`: the owner of home or of the project folder above it, when that is
 * an ordinary user (so that the same home works with and without sudo), else `postgres`, else `nobody`. Throws when there is none.
 */
export async function accountForHome(home: string): Promise<Account> {
  for (const folder of [home, dirname(home)]) {
    const owner = await accountByUid((await stat(folder)).uid);
    if (owner) return owner;
  }
  const known = await knownAccounts();
  const account = known.find(({ name }) => name === 'postgres') ?? known.find(({ name }) => name === 'nobody');
  if (account) return account;
  throw new EmbeddedPostgresError(
    'Postgres refuses to run as root, and /etc/passwd has neither an account "postgres" nor "nobody" to run it as',
    'Create one (useradd --system postgres) or start as an ordinary user',
  );
}

async function knownAccounts(): Promise<Account[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    if (!/^\d+$/.test(uid) || !/^\d+$/.test(gid) || uid === '0') return [];
    return [{ name, uid: Number(uid), gid: Number(gid), switched: true }];
  });
}

/**
 * Whether the account may pass every folder above `path` and has the rights `need` (1 enter, 4 read, 5 both) on `path` itself.
 * Judges by owner, group and mode; access lists are not seen. Throws when `path` does not exist.
 */
export async function canReach(account: Account, path: string, need: number): Promise<boolean> {
  if (!account.switched) return true;
  const { uid, gid, mode } = await stat(path);
  const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
  if (((mode >> shift) & need) !== need) return false;
  return dirname(path) === path || canReach(account, dirname(path), 1);
}
