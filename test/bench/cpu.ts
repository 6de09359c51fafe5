// What processes took of the CPU, as the kernel counts it in hundredths of a second: on a machine with other work it says more than a clock.
import { readdirSync, readFileSync } from 'node:fs';
import type { Sql } from 'postgres';

/** Seconds that the children of this process took, of those that have ended. */
export function childrenCpuSeconds(): number {
  return countsOf('self').ofChildren;
}

/** Seconds that the server of this connection took since its start, with all its backends, ended or not. It runs on this machine. */
export async function serverCpuSeconds(sql: Sql): Promise<number> {
  const [row] = await sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
  const server = countsOf(String(row?.pid)).parent;
  const { self, ofChildren } = countsOf(String(server));
  const backends = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(countsOf)
    .filter(({ parent }) => parent === server);
  return backends.reduce((sum, backend) => sum + backend.self, self + ofChildren);
}

/** Nothing of a process that has gone. */
function countsOf(pid: string): { parent: number; self: number; ofChildren: number } {
  const fields = statOf(pid)
    .replace(/^.*\) /s, '')
    .split(' ')
    .map(Number);
  const seconds = (from: number) => ((fields[from] ?? 0) + (fields[from + 1] ?? 0)) / 100;
  return { parent: fields[1] ?? 0, self: seconds(11), ofChildren: seconds(13) };
}

function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return '';
    throw error;
  }
}
