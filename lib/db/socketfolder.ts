// The folder of the server's socket. A socket's address has room for some hundred bytes, so a long path gives way to a short one in /tmp;
// there the folder must be ours and of mode 0700, or somebody else could listen in our server's place.

import { createHash } from 'node:crypto';
import { lchown, lstat, mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './account.js';
import { absentOr, codeOf, EmbeddedPostgresError } from './failure.js';

/** A socket path may have 107 bytes on Linux and 103 on macOS; the longest name we put behind the folder has 21. */
const longestFolderBytes = 80;

/**
 * The socket folder of a cluster, made when it is missing: `<folder>/socket`, or `/tmp/sni-<uid>-<hash>` when that is too long or
 * holds characters that would need quoting in a server setting or an address. Throws when it is somebody else's or open to others.
 */
export async function socketFolderOf(folder: string, account: Account): Promise<string> {
  const near = join(folder, 'socket');
  const fits = Buffer.byteLength(near) <= longestFolderBytes && /^[\w./+-]+$/.test(near);
  const path = fits ? near : join(await sharedTemporary(), `sni-${account.uid}-${hashOf(folder)}`);
  await mkdir(path, { mode: 0o700 }).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  const entry = await lstat(path);
  const madeByRoot = account.switched && entry.uid === 0;
  const ours = entry.isDirectory() && (entry.uid === account.uid || madeByRoot) && (entry.mode & 0o777) === 0o700;
  if (!ours) {
    throw new EmbeddedPostgresError(
      `The embedded Postgres needs ${path} as a private folder for its socket, but that path is not a folder of mode 0700 owned by ${account.name}`,
      'Look who made it and remove it',
    );
  }
  if (madeByRoot) await lchown(path, account.uid, account.gid);
  return path;
}

/** `/tmp` itself where it exists: TMPDIR differs between a shell and cron, and both must find one socket. */
async function sharedTemporary(): Promise<string> {
  return (await stat('/tmp').catch(absentOr(undefined)))?.isDirectory() ? '/tmp' : tmpdir();
}

function hashOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 12);
}
