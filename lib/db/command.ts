// Runs a program of Postgres unprivileged, in a clean environment and a session of its own. The server that pg_ctl leaves behind writes
// to its log and holds none of our pipes; else we would wait for it for ever.

import { spawn } from 'node:child_process';
import { lastSaid } from '../child-pipes.js';
import type { Account } from './account.js';
import { codeOf, EmbeddedPostgresError } from './failure.js';

interface CommandResult {
  code: number | null;
  /** The last 4,000 characters of both outputs. */
  output: string;
}

/**
 * Runs a program to its end. A code other than 0 is a result, not an error; throws when the program cannot be run at all.
 * @param cwd a folder that exists and that the account may enter
 */
export async function runAs(program: string, args: string[], account: Account, cwd: string): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      detached: true,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(account.switched ? { uid: account.uid, gid: account.gid } : {}), // libuv also drops the supplementary groups
    });
    const output = lastSaid([child.stdout, child.stderr], 4000);
    child.on('error', (error) => reject(cannotRun(program, account, error)));
    child.on('close', (code) => resolve({ code, output: output() }));
  });
}

const adviceByCode: Record<string, string> = {
  // The file is there, as its folder was looked at before: what is missing is the loader that its first bytes name.
  ENOENT: 'Use a system with glibc, such as Debian, as the programs are built for it and this one seems to have another C library (musl)',
  EPERM: 'Start as an ordinary user, as this root may not switch accounts (the capabilities SETUID and SETGID are missing)',
  EACCES: 'Put the project on a file system from which programs may be run (mounted without noexec)',
};

function cannotRun(program: string, account: Account, error: Error): EmbeddedPostgresError {
  const what = `The program ${program} of the embedded Postgres cannot be run as ${account.name}: ${error.message}`;
  const next = adviceByCode[codeOf(error) ?? ''] ?? 'Install the packages again (npm ci)';
  return new EmbeddedPostgresError(what, next, { cause: error });
}
