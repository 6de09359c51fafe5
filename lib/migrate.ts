// Applies the files of sql/, each once, in order and under a lock. An edited file or a newer schema is refused. A file and its record are
// sent as one message, so a backend that dies leaves both or neither.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Sql } from 'postgres';

interface Migration {
  name: string;
  sha256: string;
  text: string;
  /** The hash of a text it takes the place of, which left the same tables: whoever applied that one has applied this. */
  earlier: string | null;
}

export interface MigrationStatus {
  name: string;
  state: 'applied' | 'pending' | 'edited' | 'unknown';
  appliedAt: Date | null;
}

/** The schema does not fit this code; the message says which way and what to do. */
export class SchemaError extends Error {
  override name = 'SchemaError';
  readonly exitCode = 78;
}

/** Held while migrating, so that five processes that start together migrate once. The number is arbitrary and ours. */
const lockKey = 7_364_021;

/** The numbered files of a folder, in order. Throws when a name is not `NNN_words.sql` or a number stands twice. */
export function readMigrations(folder: string): Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  for (const [index, name] of names.entries()) {
    const number = String(index + 1).padStart(3, '0');
    if (!/^\d{3}_[a-z0-9_]+\.sql$/.test(name) || !name.startsWith(number)) {
      throw new SchemaError(
        `${join(folder, name)}: migration files are numbered without gaps; this one should begin with ${number}_. Rename it.`,
      );
    }
  }
  return names.map((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    const [, earlier = null] = /^-- It takes the place of a text .*: ([0-9a-f]{64})$/m.exec(text) ?? [];
    return { name, text, earlier, sha256: createHash('sha256').update(text).digest('hex') };
  });
}

/** Where each file and each record stands; `unknown` are records whose file this code does not have. */
export async function migrationStatus(sql: Sql, migrations: readonly Migration[]): Promise<MigrationStatus[]> {
  const [table] = await sql<{ there: boolean }[]>`select to_regclass('migrations') is not null as there`;
  const applied = table?.there
    ? await sql<{ name: string; sha256: string; applied_at: Date }[]>`select name, sha256, applied_at from migrations order by name`
    : [];
  const records = new Map(applied.map((row) => [row.name, row]));
  const known = migrations.map(({ name, sha256, earlier }): MigrationStatus => {
    const record = records.get(name);
    records.delete(name);
    if (!record) return { name, state: 'pending', appliedAt: null };
    const same = record.sha256 === sha256 || record.sha256 === earlier;
    return { name, state: same ? 'applied' : 'edited', appliedAt: record.applied_at };
  });
  return [
    ...known,
    ...[...records.values()].map((row): MigrationStatus => ({ name: row.name, state: 'unknown', appliedAt: row.applied_at })),
  ];
}

/** Applies what is pending and returns the names of what it applied itself; none when the schema is up to date. Throws SchemaError on edited or unknown files. */
export async function migrate(sql: Sql, migrations: readonly Migration[]): Promise<string[]> {
  const applied: string[] = [];
  for (;;) {
    const status = await migrationStatus(sql, migrations);
    refuseMisfits(status);
    const pending = status.find((row) => row.state === 'pending');
    const next = migrations.find(({ name }) => name === pending?.name);
    if (!next) return applied;
    if (await apply(sql, next)) applied.push(next.name);
  }
}

/** Throws SchemaError unless the schema is exactly what this code expects. One round trip or two. */
export async function requireSchema(sql: Sql, migrations: readonly Migration[]): Promise<void> {
  const status = await migrationStatus(sql, migrations);
  refuseMisfits(status);
  const pending = status.filter((row) => row.state === 'pending').map((row) => row.name);
  if (pending.length === migrations.length && pending.length > 0)
    throw new SchemaError('The database has no tables of SNI yet. Run "sni migrate" first.');
  if (pending.length > 0) {
    throw new SchemaError(`The database lacks ${pending.join(', ')}. Run "sni migrate" first.`);
  }
}

/** Throws SchemaError where a table is gone that an applied file made and none dropped: what is on record is not what is there. */
export async function requireTables(sql: Sql, migrations: readonly Migration[]): Promise<void> {
  const named = (word: string): string[] =>
    migrations.flatMap(({ text }) =>
      [...text.matchAll(new RegExp(`^${word} table (?:if (?:not )?exists )?(\\w+)`, 'gm'))].map(([, name = '']) => name),
    );
  const dropped = new Set(named('drop'));
  const made = named('create').filter((name) => !dropped.has(name));
  const lost = await sql<{ name: string }[]>`select name from unnest(${made}::text[]) as t (name) where to_regclass(name) is null`;
  if (lost.length === 0) return;
  throw new SchemaError(
    `Of the tables that are on record as made these are gone: ${lost.map(({ name }) => name).join(', ')}. Restore a backup (deploy/restore.sh).`,
  );
}

function refuseMisfits(status: readonly MigrationStatus[]): void {
  const unknown = status.filter((row) => row.state === 'unknown').map((row) => row.name);
  if (unknown.length > 0) {
    throw new SchemaError(`The database is newer than this code: it has ${unknown.join(', ')}. Install the newer version of SNI.`);
  }
  const edited = status.filter((row) => row.state === 'edited').map((row) => row.name);
  if (edited.length > 0) {
    throw new SchemaError(`${edited.join(', ')} was edited after it was applied. Restore the file and put the change into a new one.`);
  }
}

/** False when another process applied it first. */
async function apply(sql: Sql, { name, sha256, text }: Migration): Promise<boolean> {
  const table = `create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
  const record = `insert into migrations (name, sha256) values ('${name}', '${sha256}')`;
  try {
    // One message without begin and commit is one transaction, and nothing has to be sent after it: a query on a connection that
    // died in between cannot be caught. The name is checked by readMigrations and the hash is hexadecimal.
    await sql.unsafe(`set local statement_timeout = 0; select pg_advisory_xact_lock(${lockKey}); ${table}; ${record};\n${text}`).simple();
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'constraint_name' in cause && cause.constraint_name === 'migrations_pkey') return false;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const ending =
      cause instanceof Error && cause.name === 'PostgresError' ? 'failed and changed nothing' : 'was interrupted, whole or not at all';
    throw new SchemaError(`sql/${name} ${ending}: ${reason}.`, { cause });
  }
}
