// Takes what systemd is to hear of this process: a line for `systemctl status`, and that its work moves. Leaves it told by the program
// systemd-notify, for Node opens no sockets of that kind; the unit needs NotifyAccess=all. Guards that telling never waits in line.
import { spawn } from 'node:child_process';

interface Told {
  /** The text behind "Status:". */
  status: string;
  /** Feeds the unit's watchdog: say so only of work that has moved. */
  moved: boolean;
}

/** Tells systemd; false when the telling before is still under way, and then nothing is told. */
export type Tell = (told: Told) => Promise<boolean>;

/** A way to tell systemd; tells nobody where `socket`, systemd's own, is undefined. Throws when systemd-notify cannot be run or fails. */
export function notifier(socket: string | undefined): Tell {
  let telling = false;
  return async ({ status, moved }) => {
    if (socket === undefined) return true;
    if (telling) return false;
    telling = true;
    try {
      await systemdNotify([`STATUS=${status}`, ...(moved ? ['WATCHDOG=1'] : [])]);
      return true;
    } finally {
      telling = false;
    }
  };
}

/** A few milliseconds; it ends when systemd has read what was said. */
function systemdNotify(words: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const program = spawn('systemd-notify', words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    program.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    program.once('error', (cause) =>
      reject(new Error(`systemd-notify cannot be run: ${cause.message}. systemctl status will not show how it goes.`, { cause })),
    );
    program.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`systemd-notify ended with ${code}: ${said.trim() || 'it did not say why'}.`)),
    );
  });
}
