// Before all tests: builds what processes run, starts one embedded Postgres of this test run's own, and makes the template database
// that each test file clones. After all: stops it, removes it, and looks what tests left. Two test runs of one checkout do not meet.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../../lib/config.js';
import { ensureRunning, status, stop } from '../../lib/db/embedded.js';
import { migrate, readMigrations } from '../../lib/migrate.js';
import { leaveCosts } from './costs.js';
import { makeHome, makeTemporary, removeHome, removeLeftHomes, removeTemporary } from './homes.js';
import { quote, settingsFor, template } from './scratch.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The home of this test run's server. */
    home: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftHomes();
  const home = makeHome();
  const temporary = makeTemporary();
  process.env['TMPDIR'] = temporary;
  project.provide('home', home);
  // Side by side: each waits for the disk, or has one core do all, for seconds. Who has just built for several runs of tests says so.
  const builds = process.env['TESTS_BUILT'] === '1' ? [] : [npmRun('build'), npmRun('build:test')];
  const done = await Promise.allSettled([...builds, makeTemplate(home)]);
  const failed = done.find((one) => one.status === 'rejected');
  if (failed) {
    await removeHome(home);
    removeTemporary(temporary);
    throw failed.reason;
  }
  return async () => {
    leaveCosts(home, (await status({ home })).pid);
    await removeHome(home);
    removeTemporary(temporary);
  };
}

async function npmRun(script: string): Promise<void> {
  const child = spawn('npm', ['run', '--silent', script], { cwd: projectRoot, stdio: 'inherit' });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`npm run ${script} ended with exit code ${code}: its errors stand above.`);
}

async function makeTemplate(home: string): Promise<void> {
  await widen(home);
  const address = await ensureRunning({ home });
  const admin = postgres(settingsFor(address, 'postgres', 1));
  await admin.unsafe(`create database ${quote(template)}`);
  await admin.end();
  const sql = postgres(settingsFor(address, template, 1));
  await migrate(sql, readMigrations(join(projectRoot, 'sql')));
  await sql.end();
}

/**
 * All test files and the processes they start share this server: room for more connections than one installation needs. No power is cut
 * while tests run, and what a killed process has written stays: nothing waits for the disk. Databases that live for seconds need no vacuum.
 */
async function widen(home: string): Promise<void> {
  const admin = postgres(settingsFor(await ensureRunning({ home }), 'postgres', 1));
  const settings = [
    'max_connections = 400',
    'fsync = off',
    'full_page_writes = off',
    'synchronous_commit = off',
    "autovacuum_naptime = '1h'",
  ];
  for (const setting of settings) await admin.unsafe(`alter system set ${setting}`);
  await admin.end();
  await stop({ home });
}
