// Where the cluster of a home folder lives, and whose it is. A cluster that exists decides this, whoever asks and with whatever rights: a
// home never has two.

import { createHash } from 'node:crypto';
import { lchown, lstat, mkdir, realpath } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, accountByUid, accountForHome, canReach, ownAccount } from './account.js';
import { absentOr, codeOf, EmbeddedPostgresError } from './failure.js';
import { socketFolderOf } from './socketfolder.js';

/** Where one cluster lives. `folder` holds everything, mode 0700, owned by `account`; `data` may not exist yet. */
export interface Place {
  folder: string;
  data: string;
  log: string;
  socketFolder: string;
  account: Account;
}

/** Clusters of homes that the unprivileged account cannot reach (a project in /root). */
const shelter = '/var/lib/sni-embedded';

/** The place of the home's cluster; undefined when none was made yet, and then nothing is created. Throws when it belongs to somebody else. */
export async function findPlace(home: string): Promise<Place | undefined> {
  const { inside, outside } = await candidates(home);
  const me = ownAccount();
  const insideOwner = await ownerOf(inside);
  const outsideOwner = await ownerOf(outside);
  if (me.uid === 0) {
    if (insideOwner !== undefined && insideOwner !== 0) return placeOf(inside, await ownerAccount(inside, insideOwner));
    if (outsideOwner !== undefined && outsideOwner !== 0) return placeOf(outside, await ownerAccount(outside, outsideOwner));
    await refuseRootsCluster(inside);
    return undefined;
  }
  if (insideOwner === me.uid) return placeOf(inside, me);
  if (insideOwner === undefined && outsideOwner === undefined) return undefined;
  const taken = insideOwner === undefined ? outside : inside;
  throw new EmbeddedPostgresError(
    `The embedded Postgres of ${home} lives in ${taken} and belongs to another account (it was first started by root or by somebody else)`,
    `Run this as root, as root's cluster it works for root only, or use another home folder`,
  );
}

/** The place of the home's cluster, with its folder made when it is missing. Safe when several processes do it at once. */
export async function makePlace(home: string): Promise<Place> {
  const found = await findPlace(home);
  if (found) return found;
  await makeFolder(home);
  const { inside, outside } = await candidates(home);
  const me = ownAccount();
  const account = me.uid === 0 ? await accountForHome(dirname(inside)) : me;
  const folder = (await canReach(account, dirname(inside), 1)) ? inside : outside;
  if (folder === outside) await mkdir(shelter, { recursive: true, mode: 0o755 });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (account.switched) await lchown(folder, account.uid, account.gid);
  return placeOf(folder, account);
}

async function candidates(home: string): Promise<{ inside: string; outside: string }> {
  const real = await realOf(resolve(home));
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 12);
  return { inside: join(real, 'postgres'), outside: join(shelter, hash) };
}

/** The path without symbolic links, also when its last parts do not exist yet: two spellings of a home are one home. */
async function realOf(path: string): Promise<string> {
  const real = await realpath(path).catch(absentOr(undefined));
  return real ?? (dirname(path) === path ? path : join(await realOf(dirname(path)), basename(path)));
}

async function ownerOf(folder: string): Promise<number | undefined> {
  return (await lstat(folder).catch(absentOr(undefined)))?.uid;
}

async function ownerAccount(folder: string, uid: number): Promise<Account> {
  const account = await accountByUid(uid);
  if (!account) {
    throw new EmbeddedPostgresError(
      `The embedded Postgres in ${folder} belongs to user id ${uid}, which /etc/passwd does not name, so root cannot run it as its owner`,
      'Run this as that user',
    );
  }
  if (await canReach(account, folder, 5)) return account;
  throw new EmbeddedPostgresError(
    `The embedded Postgres in ${folder} runs as "${account.name}", and that account can no longer reach the folder`,
    `Let it pass the folders above (chmod o+x on each)`,
  );
}

/** A folder of root's own without a cluster is what a killed starter left and is taken over; with a cluster Postgres would refuse. */
async function refuseRootsCluster(folder: string): Promise<void> {
  if ((await ownerOf(join(folder, 'data'))) === undefined) return;
  throw new EmbeddedPostgresError(
    `The embedded Postgres in ${folder} belongs to root, and Postgres refuses to run as root`,
    `Give it to an ordinary account (chown -R postgres ${folder})`,
  );
}

async function placeOf(folder: string, account: Account): Promise<Place> {
  const socketFolder = await socketFolderOf(folder, account);
  return { folder, data: join(folder, 'data'), log: join(folder, 'server.log'), socketFolder, account };
}

/** With the folders above it. Node's own `recursive` goes round for ever where the system lets nobody make a folder, as in /proc. */
async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return;
    if (codeOf(error) !== 'ENOENT' || dirname(folder) === folder) throw error;
    // Where the folder above is there by now, another process has just made it, or the system lets nobody make one: the second try tells.
    const above = await lstat(dirname(folder)).catch(absentOr(undefined));
    if (!above) await makeFolder(dirname(folder));
    await mkdir(folder).catch((again: unknown) => {
      if (codeOf(again) !== 'EEXIST') throw again;
    });
  }
}
