// What systemd would hear of a service: a program systemd-notify of our own, first on the path, that writes down each call.
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from './folder.js';

export interface FakeSystemd {
  /** For the environment of the process that tells. */
  env: { PATH: string; NOTIFY_SOCKET: string };
  /** What was told so far, each call a line: `STATUS=... WATCHDOG=1`. */
  heard: () => string[];
}

/** Writes down in `folder`, or in a new one. */
export function fakeSystemd(folder: string = makeFolder('systemd')): FakeSystemd {
  const said = join(folder, 'said');
  const program = join(folder, 'systemd-notify');
  writeFileSync(program, `#!/bin/sh\n[ -n "$NOTIFY_SOCKET" ] || exit 1\necho "$*" >> '${said}'\n`);
  chmodSync(program, 0o755);
  return {
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, NOTIFY_SOCKET: join(folder, 'socket') },
    heard: () => (existsSync(said) ? readFileSync(said, 'utf8').trimEnd().split('\n') : []),
  };
}
