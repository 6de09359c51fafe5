// Lets one run at a time have a checkpoint file, and tells a second one who has it. That is courtesy between processes of one host:
// leases, not this, see to it that no item is worked twice.
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import lockfile from 'proper-lockfile';
import { isSurelyDead } from '../worker.js';

type CheckpointLock = { held: true; letGo: () => Promise<void> } | { held: false; by: string };

/** Who wants a checkpoint file: written before the lock is tried, so that whoever holds it is always among them. */
export interface LockRequest {
  worker: string;
  pid: number;
  host: string;
  startedAt: string;
}

/** Holds the file, at once also where only dead processes have wanted it; or says who has it. `onLost` hears of a lock that slipped. */
export async function lockCheckpoint(file: string, me: LockRequest, onLost: (error: Error) => void): Promise<CheckpointLock> {
  const mine = `${file}.${me.worker.replaceAll('/', '-')}.run`;
  writeFileSync(`${mine}.new`, JSON.stringify(me));
  renameSync(`${mine}.new`, mine);
  let release = await tryLock(file, onLost);
  const others = release ? [] : living(file).filter((other) => other.worker !== me.worker);
  if (!release && others.length === 0) {
    rmSync(`${file}.lock`, { recursive: true, force: true });
    release = await tryLock(file, onLost);
  }
  const unlock = release;
  if (unlock) {
    sweep(file, me.worker);
    return {
      held: true,
      letGo: async () => {
        await letGo(unlock);
        rmSync(mine, { force: true });
      },
    };
  }
  rmSync(mine, { force: true });
  const [other] = others;
  return {
    held: false,
    by: other ? `process ${other.pid} on ${other.host}, running since ${other.startedAt}` : 'a process that has just started',
  };
}

/** Who of those that want the file lives, longest first; the traces of the dead are removed. */
function living(file: string): LockRequest[] {
  const all = tracesOf(file).flatMap((path) => {
    const wanting = readTrace(path);
    if (wanting && !isSurelyDead(wanting.worker, Math.min(secondsOld(path), secondsOld(`${file}.lock`)))) return [wanting];
    rmSync(path, { force: true });
    return [];
  });
  return all.sort((a, b) => (a.startedAt < b.startedAt ? -1 : 1));
}

function tracesOf(file: string, ending = '.run'): string[] {
  const folder = dirname(file);
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.`) && name.endsWith(ending));
  return names.map((name) => join(folder, name));
}

/**
 * Removes what killed processes left, for whoever holds the file: traces of the dead, those of other hosts and containers once they are a
 * day old, and what was cut off while it was written.
 */
function sweep(file: string, me: string): void {
  const old = [
    ...tracesOf(file).filter((path) => readTrace(path)?.worker !== me && isOlder(path, 86_400)),
    ...tracesOf(file, '.run.new').filter((path) => isOlder(path, 60)),
  ];
  for (const path of old) rmSync(path, { force: true });
  living(file);
}

function isOlder(path: string, seconds: number): boolean {
  const old = secondsOld(path);
  return Number.isFinite(old) && old > seconds;
}

/** Since it was written last, a lock since it was last renewed; infinite for what is not there. */
function secondsOld(path: string): number {
  const written = statSync(path, { throwIfNoEntry: false });
  return written === undefined ? Number.POSITIVE_INFINITY : (Date.now() - written.mtimeMs) / 1000;
}

/** Null for a trace that is gone again, or was cut off by a crash. */
function readTrace(path: string): LockRequest | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockRequest;
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error && error.code === 'ENOENT')) return null;
    throw error;
  }
}

async function tryLock(file: string, onLost: (error: Error) => void): Promise<(() => Promise<void>) | null> {
  try {
    return await lockfile.lock(file, {
      realpath: false,
      lockfilePath: `${file}.lock`,
      stale: 20_000,
      update: 5_000,
      onCompromised: onLost,
    });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return null;
    throw new Error(
      `The checkpoint ${file} cannot be locked: ${error instanceof Error ? error.message : String(error)}. Make its folder writable.`,
      {
        cause: error,
      },
    );
  }
}

/** A lock that was lost meanwhile is already let go; onLost has told of it. */
async function letGo(unlock: () => Promise<void>): Promise<void> {
  try {
    await unlock();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'ERELEASED' || error.code === 'ENOTACQUIRED'))) throw error;
  }
}
