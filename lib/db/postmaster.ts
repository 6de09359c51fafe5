// Whether a server runs on a data folder. postmaster.pid alone does not tell: after a reboot or a kill its process id may be somebody
// else's, so the process itself is looked at too.

import { execFile } from 'node:child_process';
import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { absentOr, codeOf } from './failure.js';

/** What a running server wrote into postmaster.pid. */
export interface Postmaster {
  pid: number;
  startedAt: Date;
  port: number;
  socketFolder: string;
  /** It has finished its start; false while it recovers or shuts down. */
  ready: boolean;
}

/** The living server of this data folder; undefined when there is none, or when it has not written its whole file yet. */
export async function findPostmaster(data: string): Promise<Postmaster | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(absentOr(''));
  const [pid = '', , seconds = '', port = '', socketFolder = '', , , state = ''] = text.split('\n');
  if (socketFolder === '' || !(await runsOn(Number(pid), data))) return undefined;
  const startedAt = new Date(Number(seconds) * 1000);
  return { pid: Number(pid), startedAt, port: Number(port), socketFolder, ready: state.trim() === 'ready' };
}

/**
 * Removes a lock file of Postgres (postmaster.pid, or the one of its socket) when the id in it lives but is not our server, for
 * instance a zombie: Postgres itself would refuse to start. A file with a dead id is left to Postgres, which removes it more safely.
 */
export async function freeLockFile(path: string, data: string): Promise<void> {
  const read = () => readFile(path, 'utf8').catch(absentOr(undefined));
  const before = await read();
  const pid = Number(before?.split('\n')[0]);
  if (before === undefined || (pid > 0 && (!exists(pid) || (await runsOn(pid, data))))) return;
  if ((await read()) === before) await rm(path, { force: true });
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** By the `-D` of its command line, else by its working folder, which follows a moved home. A zombie has neither. */
async function runsOn(pid: number, data: string): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return false;
  if (process.platform !== 'linux') return (await commandOf(pid)).includes(`-D ${data}`);
  const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(gone)).split('\0');
  const argument = words[words.indexOf('-D') + 1];
  if (words.includes('-D') && argument && (await isSameFolder(argument, data))) return true;
  return isSameFolder(`/proc/${pid}/cwd`, data);
}

async function commandOf(pid: number): Promise<string> {
  try {
    return (await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 1) return ''; // no such process
    throw error;
  }
}

async function isSameFolder(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([one, other].map((path) => stat(path).catch(gone)));
  return typeof left === 'object' && typeof right === 'object' && left.dev === right.dev && left.ino === right.ino;
}

/** A process may end, or hide its working folder from a root without the right to trace, while we look at it. */
function gone(error: unknown): '' {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ESRCH' || code === 'EACCES' || code === 'EPERM') return '';
  throw error;
}
