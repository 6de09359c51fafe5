// Who works: a name for this process that no other process ever has, and the question whether a named one is surely dead.
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** `host/boot/namespace/pid/start`: the same pid after a restart, in another container or after a reboot is another worker. */
export function thisWorker(): string {
  return [hostname(), bootId(), pidNamespace(), process.pid, startOf(process.pid) ?? '-'].join('/');
}

/** Of a live worker more is heard: its run beats every five seconds. */
const silentSecondsMost = 15;

/**
 * True only when the worker is surely gone: its process is no more, or it ran on this host before its last boot. Another machine that has this
 * one's name has another boot too; so of another boot only who has been silent is gone. `silentSeconds`: since it was last heard of, 0 where
 * nobody knows. False for workers of other hosts and other containers, about which this process can know nothing.
 */
export function isSurelyDead(worker: string, silentSeconds: number): boolean {
  const [host, boot, namespace, pid, start] = worker.split('/');
  if (host !== hostname() || !boot || !start || !Number.isInteger(Number(pid))) return false;
  if (boot !== bootId()) return silentSeconds > silentSecondsMost;
  if (namespace !== pidNamespace()) return false;
  return startOf(Number(pid)) !== start;
}

/** When a process started, in clock ticks since boot; null when there is no such process. A zombie counts as gone. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null;
    throw error;
  }
}

function bootId(): string {
  return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
}

function pidNamespace(): string {
  return readlinkSync('/proc/self/ns/pid').replace(/\D/g, '');
}
