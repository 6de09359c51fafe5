// Takes a checkpoint file; leaves it held by this process, so that two runs do not share one and the second can say who runs.
// This is courtesy between processes of one host: that no item is worked twice is guarded by leases, not here.
import { rmSync } from 'node:fs';
import lockfile from 'proper-lockfile';
import { readCheckpoint } from '../checkpoint.js';
import { isSurelyDead } from './worker.js';

export type Held = { held: true; letGo: () => Promise<void> } | { held: false; by: string };

/** Holds the file, taking it over from a dead process; or says who has it. */
export async function hold(file: string, onLost: (error: Error) => void): Promise<Held> {
  const first = await tryLock(file, onLost);
  if (first) return first;
  const { checkpoint } = readCheckpoint(file);
  if (checkpoint && isSurelyDead(checkpoint.worker)) {
    rmSync(lockFolder(file), { recursive: true, force: true });
    const second = await tryLock(file, onLost);
    if (second) return second;
  }
  const by = checkpoint
    ? `process ${checkpoint.pid} on ${checkpoint.host}, running since ${checkpoint.startedAt}, ${checkpoint.done}/${checkpoint.total} done`
    : 'a process that has just started';
  return { held: false, by };
}

async function tryLock(file: string, onLost: (error: Error) => void): Promise<Held | null> {
  try {
    const unlock = await lockfile.lock(file, { realpath: false, lockfilePath: lockFolder(file), stale: 20_000, update: 5_000, onCompromised: onLost });
    return { held: true, letGo: () => letGo(unlock) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ELOCKED') return null;
    throw new Error(`The checkpoint ${file} cannot be locked: ${error instanceof Error ? error.message : String(error)}. Make its folder writable.`, {
      cause: error,
    });
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

function lockFolder(file: string): string {
  return `${file}.lock`;
}
