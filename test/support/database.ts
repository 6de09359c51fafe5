// A database of a test file's own, cloned from the migrated template in some tens of milliseconds, and dropped after it.
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { afterAll } from 'vitest';
import { ensureRunning } from '../../lib/db/embedded.js';

export interface TestDatabase {
  name: string;
  sql: Sql;
  /** The home of the server, for processes that are told SNI_HOME. */
  home: string;
}

const home = join(resolve(import.meta.dirname, '../..'), '.sni', 'test');

/** Clones the template (or makes an empty database) and opens `connections` to it; dropped when the test file ends. */
export async function makeDatabase(options: { connections?: number; empty?: boolean } = {}): Promise<TestDatabase> {
  const address = await ensureRunning({ home });
  const settings = { host: address.socketFolder, port: address.port, user: address.user, onnotice: () => undefined };
  const name = `sni_test_${randomBytes(6).toString('hex')}`;
  const admin = postgres({ ...settings, database: 'postgres', max: 1 });
  await cloneTemplate(admin, name, options.empty ? 'template0' : 'sni_template');
  const sql = postgres({ ...settings, database: name, max: options.connections ?? 4 });
  afterAll(async () => {
    await sql.end({ timeout: 1 });
    await admin.unsafe(`drop database if exists ${quote(name)} with (force)`);
    await admin.end();
  });
  return { name, sql, home };
}

/** Copies a database to a new name; waits while another copy of the same source is being made. */
export async function cloneTemplate(admin: Sql, name: string, source: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await admin.unsafe(`create database ${quote(name)} template ${quote(source)}`);
      return;
    } catch (error) {
      const busy = error instanceof Error && 'code' in error && error.code === '55006';
      if (!busy || tries >= 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

/** An identifier as SQL wants it. */
export function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
