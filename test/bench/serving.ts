// The pages behind their real server, as a bench asks them.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot, sampleFile } from '../../lib/config.js';
import { ensureRunning, urlOf } from '../../lib/db/embedded.js';
import { heap } from '../../lib/desk/serve.js';
import type { Scratch } from '../support/scratch.js';

const pages = join(projectRoot, 'dist/lib/pages/serve.js');

/** What a process is told so that it works on the scratch database. */
export async function environmentOf({ home, name }: Scratch) {
  return {
    PATH: process.env['PATH'],
    SNI_HOME: home,
    SNI_CHECKPOINTS: home,
    DATABASE_URL: urlOf(await ensureRunning({ home }), name),
  };
}

/** Has the pages served while `ask` runs. The script itself and not the command that starts it: its memory may be measured. */
export async function served<Answer>(
  env: NodeJS.ProcessEnv,
  ask: (base: string, server: ChildProcess) => Promise<Answer>,
): Promise<Answer> {
  const server = spawn(process.execPath, [...heap, pages, 'serve', '--port', '0'], {
    env: { ...env, SNI_CONFIG: sampleFile },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    return await ask(await addressOf(server), server);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'close');
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  const [chunk] = (await once(server.stdout as NodeJS.EventEmitter, 'data')) as [Buffer];
  const base = /http:\/\/\S+?(?=\/?\s)/.exec(chunk.toString())?.[0];
  if (base === undefined) throw new Error(`The server did not say where it is: ${chunk.toString()}`);
  return base;
}
