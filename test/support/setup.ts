// Before all tests: builds what processes run, starts one embedded Postgres of the tests' own, and makes the template database
// that each test file clones. After all: stops it.
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import postgres from 'postgres';
import { ensureRunning, stop } from '../../lib/db/embedded.js';
import { migrate, readMigrations } from '../../lib/migrate.js';
import { quote } from './database.js';

export const root = resolve(import.meta.dirname, '../..');
export const testHome = join(root, '.sni', 'test');
export const template = 'sni_template';

export default async function setup(): Promise<() => Promise<void>> {
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  const address = await ensureRunning({ home: testHome });
  const settings = { host: address.socketFolder, port: address.port, user: address.user, max: 1, onnotice: () => undefined };
  const admin = postgres({ ...settings, database: 'postgres' });
  const left = await admin<{ datname: string }[]>`select datname from pg_database where datname like 'sni\\_t%'`;
  for (const { datname } of left) await admin.unsafe(`drop database ${quote(datname)} with (force)`);
  await admin.unsafe(`create database ${quote(template)}`);
  await admin.end();
  const sql = postgres({ ...settings, database: template });
  await migrate(sql, readMigrations(join(root, 'sql')));
  await sql.end();
  return async () => {
    await stop({ home: testHome });
  };
}
