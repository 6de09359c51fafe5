// Machines of their own for processes of a test, on this one.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../../lib/config.js';

/** The environment of a process on a machine of that name, since its boot `boot`; its checkpoints are not those of another where `folder` is the machine's. */
export function onHost(host: string, folder: string, boot: string = host): Record<string, string> {
  return {
    NODE_OPTIONS: `--import=${pathToFileURL(join(projectRoot, 'test/support/as-host.mjs')).href}`,
    MACHINE_NAME: host,
    MACHINE_BOOT: boot,
    SNI_CHECKPOINTS: join(folder, `${host}-${boot}`),
  };
}
