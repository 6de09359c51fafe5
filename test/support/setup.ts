// Before all tests: builds what processes run, starts one embedded Postgres of this test run's own, and makes the template database
// that each test file clones. After all: stops it and removes it. Two test runs of one checkout do not meet.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { projectRoot } from '../../lib/config.js';
import { ensureRunning, stop } from '../../lib/db/embedded.js';
import { migrate, readMigrations } from '../../lib/migrate.js';
import { bundleScripts } from './bundled.js';
import { quote, settingsFor, template } from './scratch.js';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The home of this test run's server. */
    home: string;
  }
}

/** How the path of a home begins that a test run of this checkout has in memory, and on disk. */
const inMemory = `/dev/shm/sni-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 8)}-test-`;
const onDisk = join(projectRoot, '.sni', 'test-');
/** A run needs a quarter of it. */
const roomBytes = 4 * 2 ** 30;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  for (const script of ['build', 'build:test']) execFileSync('npm', ['run', '--silent', script], { cwd: projectRoot, stdio: 'inherit' });
  await bundleScripts();
  await removeLeftHomes();
  const home = makeHome();
  project.provide('home', home);
  await widen(home);
  const address = await ensureRunning({ home });
  const admin = postgres(settingsFor(address, 'postgres', 1));
  await admin.unsafe(`create database ${quote(template)}`);
  await admin.end();
  const sql = postgres(settingsFor(address, template, 1));
  await migrate(sql, readMigrations(join(projectRoot, 'sql')));
  await sql.end();
  return () => remove(home);
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

/** A folder of its own, made and not found: whoever else may write to memory could have put a link where its name is foreseen. */
function makeHome(): string {
  const begin = hasRoom(dirname(inMemory)) ? inMemory : onDisk;
  mkdirSync(dirname(begin), { recursive: true });
  const home = mkdtempSync(`${begin}${process.pid}-`);
  // The account that Postgres runs as where root tests must pass.
  chmodSync(home, 0o711);
  return home;
}

/** Some hundred databases are copied and dropped: in memory for half of the time that it takes on a disk. */
function hasRoom(folder: string): boolean {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= roomBytes;
}

/** Homes of this account's test runs that were killed: their servers would run for ever. */
async function removeLeftHomes(): Promise<void> {
  for (const begin of [inMemory, onDisk]) {
    const [folder, prefix] = [dirname(begin), basename(begin)];
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(prefix)) : [];
    for (const name of names) {
      const pid = name.slice(prefix.length).match(/^(\d+)-\w{6}$/)?.[1];
      const found = lstatSync(join(folder, name), { throwIfNoEntry: false });
      if (pid && found?.isDirectory() && found.uid === process.getuid?.() && !isTestRun(pid)) await remove(join(folder, name));
    }
  }
}

/** False also where another program has the number now. */
function isTestRun(pid: string): boolean {
  const told = `/proc/${pid}/cmdline`;
  return existsSync(told) && readFileSync(told, 'utf8').includes('vitest');
}

async function remove(home: string): Promise<void> {
  await stop({ home });
  rmSync(home, { recursive: true, force: true });
}
