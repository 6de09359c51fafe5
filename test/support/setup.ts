// Before all tests: builds what processes run, starts one embedded Postgres of the tests' own, and makes the template database
// that each test file clones. After all: stops it.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import postgres from 'postgres';
import { projectRoot } from '../../lib/config.js';
import { ensureRunning, stop } from '../../lib/db/embedded.js';
import { migrate, readMigrations } from '../../lib/migrate.js';
import { template } from './database.js';
import { quote, settingsFor, testHome } from './scratch.js';

export default async function setup(): Promise<() => Promise<void>> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: projectRoot, stdio: 'inherit' });
  const address = await ensureRunning({ home: testHome });
  const admin = postgres(settingsFor(address, 'postgres', 1));
  const left = await admin<{ datname: string }[]>`select datname from pg_database where datname like 'sni\\_te%'`;
  for (const { datname } of left) await admin.unsafe(`drop database ${quote(datname)} with (force)`);
  await admin.unsafe(`create database ${quote(template)}`);
  await admin.end();
  const sql = postgres(settingsFor(address, template, 1));
  await migrate(sql, readMigrations(join(projectRoot, 'sql')));
  await sql.end();
  return async () => {
    await stop({ home: testHome });
  };
}
