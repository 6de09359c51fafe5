// The few questions that are put to the embedded server itself, before anything else connects. Each has a time limit and closes its
// connection.

import postgres, { type Sql } from 'postgres';
import { codeOf, EmbeddedPostgresError } from './failure.js';

/** Reached by unix socket only: `<socketFolder>/.s.PGSQL.<port>`. The user is the superuser and has no password. */
export interface ClusterAddress {
  socketFolder: string;
  port: number;
  user: string;
}

/** `answers` also when all connections are taken; `absent`: nobody listens; `starting`: not ready, shutting down, or too slow. */
type Answer = 'answers' | 'absent' | 'starting';

/** Options for the `postgres` package, which does not understand the `?host=` of `urlOf`: `postgres({ ...optionsOf(a, 'sni'), max: 4 })`. */
export function optionsOf(address: ClusterAddress, database: string): { path: string; user: string; database: string } {
  return { path: `${address.socketFolder}/.s.PGSQL.${address.port}`, user: address.user, database };
}

/** The address of a database as libpq and psql read it: `postgres://user@localhost/name?host=<folder>&port=<port>`, encoded. */
export function urlOf(address: ClusterAddress, database: string): string {
  const encode = encodeURIComponent;
  return `postgres://${encode(address.user)}@localhost/${encode(database)}?host=${encode(address.socketFolder)}&port=${address.port}`;
}

/** Asks the server one real question, for two seconds at most. Throws when this account may not use the socket. */
export async function askServer(address: ClusterAddress): Promise<Answer> {
  try {
    return await connected<Answer>(address, 2, async (sql) => {
      await sql`select 1`;
      return 'answers';
    });
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'absent';
    if (code === '53300') return 'answers';
    // 57P03 starting up or shutting down; 57P01 ended by an administrator; EAGAIN backlog full; the rest: it went away, or is slow
    if (
      [
        '57P01',
        '57P03',
        'EAGAIN',
        'ECONNRESET',
        'EPIPE',
        'CONNECTION_CLOSED',
        'CONNECTION_DESTROYED',
        'CONNECT_TIMEOUT',
        'TOO_SLOW',
      ].includes(code)
    )
      return 'starting';
    throw new EmbeddedPostgresError(
      `The embedded Postgres at ${address.socketFolder} does not let this process in: ${error instanceof Error ? error.message : String(error)}`,
      'Use it as the account that started it',
      { cause: error },
    );
  }
}

/** Creates the database when it is missing; safe when several processes do it at once. Names: 1 to 63 of a-z, A-Z, 0-9, _ and -. */
export async function ensureDatabase(address: ClusterAddress, name: string): Promise<void> {
  if (!/^[\w-]{1,63}$/.test(name)) {
    throw new EmbeddedPostgresError(`"${name}" cannot be the name of a database`, 'Use up to 63 letters, digits, _ and -');
  }
  try {
    await connected(address, 30, async (sql) => {
      const found = await sql`select 1 from pg_database where datname = ${name}`;
      if (found.length === 0) await sql`create database ${sql(name)}`.catch(unlessCreated);
    });
  } catch (error) {
    throw new EmbeddedPostgresError(
      `The database "${name}" could not be made in the embedded Postgres at ${address.socketFolder}: ${String(error)}`,
      'Look at the cause and try again',
      { cause: error },
    );
  }
}

/** Another process was quicker: it exists (42P04), or its row of the catalogue does (23505). */
function unlessCreated(error: unknown): void {
  if (codeOf(error) !== '42P04' && codeOf(error) !== '23505') throw error;
}

class TooSlow extends Error {
  readonly code = 'TOO_SLOW';
}

async function connected<T>(address: ClusterAddress, seconds: number, work: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = postgres({
    ...optionsOf(address, 'postgres'),
    max: 1,
    connect_timeout: seconds,
    fetch_types: false,
    ssl: false,
    onnotice: () => {},
    connection: { application_name: 'sni db' },
  });
  const deadline = new AbortController();
  const late = new Promise<never>((_, reject) => {
    const timer = setTimeout(() => reject(new TooSlow(`no answer within ${seconds} s`)), seconds * 1000);
    deadline.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  try {
    return await Promise.race([work(sql), late]);
  } finally {
    deadline.abort();
    await sql.end({ timeout: 0 });
  }
}
