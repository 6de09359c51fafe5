// A scratch database on the tests' own embedded server, for programs outside the test runner: migrated, named, dropped on request.
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import postgres, { type Sql } from 'postgres';
import { projectRoot } from '../../lib/config.js';
import { type ClusterAddress, ensureRunning, findRunning } from '../../lib/db/embedded.js';
import { migrate, readMigrations } from '../../lib/migrate.js';
import { reaching } from './reaching.js';

export interface Scratch {
  name: string;
  sql: Sql;
  /** The home of the server, for processes that are told SNI_HOME. */
  home: string;
  drop: () => Promise<void>;
}

/** The migrated database that test files clone; made by setup.ts. */
export const template = 'sni_template';

/** The home of the server that benches and soaks use; one for each checkout, removed by them at their end. */
export const benchHome = join(projectRoot, '.sni', 'bench');

/** How to connect to a database of the tests' server. */
export function settingsFor(address: ClusterAddress, database: string, max: number) {
  return { host: address.socketFolder, port: address.port, user: address.user, database, max, onnotice: () => undefined };
}

/** Makes a migrated database with `connections` open to it, or a copy of another where `source` names one. */
export async function makeScratch(options: { home?: string; connections?: number; source?: string } = {}): Promise<Scratch> {
  const home = options.home ?? benchHome;
  const address = (await findRunning({ home })) ?? (await ensureRunning({ home }));
  const name = `sni_test_${randomBytes(6).toString('hex')}`;
  const admin = adminOf(address);
  if (options.source) await reaching.leave(options.source);
  await createFrom(admin, name, options.source ?? 'template0');
  const sql = postgres(settingsFor(address, name, options.connections ?? 4));
  if (!options.source) await migrate(sql, readMigrations(join(projectRoot, 'sql')));
  return {
    name,
    sql,
    home,
    drop: async () => {
      await sql.end({ timeout: 1 });
      await admin.unsafe(`drop database if exists ${quote(name)} with (force)`);
    },
  };
}

const admins = new Map<string, Sql>();

/** The one connection of this process that makes and drops databases: it ends by itself a second after it was used. */
function adminOf(address: ClusterAddress): Sql {
  const known = admins.get(address.socketFolder);
  if (known) return known;
  const admin = postgres({ ...settingsFor(address, 'postgres', 1), fetch_types: false, idle_timeout: 1 });
  admins.set(address.socketFolder, admin);
  return admin;
}

/** Copies a database to a new name, file by file, which costs half of what writing it through the log does; waits while the source is in use by another copy. */
async function createFrom(admin: Sql, name: string, source: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await admin.unsafe(`create database ${quote(name)} template ${quote(source)} strategy file_copy`);
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
