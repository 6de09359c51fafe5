// Tells whoever keeps this process alive a line of how it stands, and that its work moves: systemd by its program systemd-notify, for Node
// opens no sockets of that kind (the unit needs NotifyAccess=all); where there is no systemd, a file whose age a probe looks at. Telling
// never waits in line.
import { spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { lastSaid } from './child-pipes.js';

interface Told {
  /** The text behind "Status:". */
  status: string;
  /** Feeds the unit's watchdog: say so only of work that has moved. */
  moved: boolean;
}

/** Tells them; false when the telling before is still under way, and then nothing is told. */
export type Tell = (told: Told) => Promise<boolean>;

interface Keepers {
  /** systemd's own socket. */
  notifySocket: string | undefined;
  /** Written with the status whenever work has moved. */
  aliveFile: string | undefined;
}

/** Whether anybody wants to hear. */
export function isHeard({ notifySocket, aliveFile }: Keepers): boolean {
  return notifySocket !== undefined || aliveFile !== undefined;
}

/** A way to tell them. Throws when systemd-notify cannot be run or fails, or the file cannot be written. */
export function notifier({ notifySocket, aliveFile }: Keepers): Tell {
  let telling = false;
  return async ({ status, moved }) => {
    if (telling) return false;
    telling = true;
    try {
      if (aliveFile !== undefined && moved) await touch(aliveFile, status);
      if (notifySocket !== undefined) await systemdNotify([`STATUS=${status}`, ...(moved ? ['WATCHDOG=1'] : [])]);
      return true;
    } finally {
      telling = false;
    }
  };
}

async function touch(file: string, status: string): Promise<void> {
  try {
    await writeFile(file, `${status}\n`);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`The file named in SNI_ALIVE cannot be written, so a probe will take this worker for dead: ${why}`, { cause });
  }
}

/** A few milliseconds; it ends when systemd has read what was said. */
function systemdNotify(words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn('systemd-notify', words, { stdio: ['ignore', 'ignore', 'pipe'] });
    const complaint = lastSaid([program.stderr], 300);
    program.once('error', (cause) =>
      reject(new Error(`systemd-notify cannot be run: ${cause.message}. systemctl status will not show how it goes.`, { cause })),
    );
    program.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`systemd-notify ended with ${code}: ${complaint() || 'it did not say why'}.`)),
    );
  });
}
