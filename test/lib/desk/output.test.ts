// Where nobody can hear it: an answer or a log that cannot be written, a home that cannot be made. A sentence, never a stack trace.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../../../lib/config.js';
import { makeTestWorld } from '../../support/in-test.js';
import type { World } from '../../support/world.js';
import { furnish, sni as here, sniProcess as sni } from './fixture.js';

let world: World;

beforeAll(async () => {
  world = await makeTestWorld();
  await furnish(world.sql);
});

/** Runs a script with its output on a disk that is full. */
function intoFullDisk(script: string, args: readonly string[]): Promise<{ code: number | null; stderr: string }> {
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [join(projectRoot, 'dist', script), ...args], {
    env: { PATH: process.env.PATH ?? '', SNI_HOME: world.home, SNI_CONFIG: world.settings },
    stdio: ['ignore', full, 'pipe'],
  });
  closeSync(full);
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stderr }));
  });
}

test('an answer that cannot be written fails with a sentence', async () => {
  for (const [script, ...words] of [
    ['lib/desk/sni.js', 'list', 'titles', '--json'],
    ['lib/desk/sni.js', 'feeds'],
  ] as const) {
    const { code, stderr } = await intoFullDisk(script, words);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The answer cannot be written: ENOSPC: .*\n$/);
  }
});

test('a log that cannot be written is told once and ends no work', async () => {
  const { code, stderr } = await intoFullDisk('phases/narrate.js', []);
  expect(code).toBe(0);
  expect(stderr).toMatch(/^The log cannot be written: ENOSPC: .*\n$/);
});

test('a home that cannot be made is a matter of configuration', async () => {
  for (const home of ['/proc/nowhere', '/dev/null/home', '/dev/null']) {
    const { code, stderr } = await here(['db', 'start'], { SNI_HOME: home });
    expect(code).toBe(78);
    expect(stderr).toMatch(/^The embedded Postgres could not be started for .* in SNI_HOME, or set DATABASE_URL .*\n$/);
  }
});

test('a command whose statements fail ends, also where others of its statements were under way', async () => {
  const damaged = await makeTestWorld();
  await damaged.sql`alter table runs rename to lost`;
  const { code, stderr } = await sni(['status'], { SNI_HOME: damaged.home, SNI_CONFIG: damaged.settings });
  expect(code).toBe(78);
  expect(stderr).toContain('relation "runs" does not exist');
});
