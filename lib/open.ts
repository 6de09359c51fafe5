// Opens the house: settings -> { config, sql, log, ask, close }. The only place where connections are opened.
import postgres, { type Sql } from 'postgres';
import type { Config } from './config.js';
import { ensureDatabase, ensureRunning } from './db/embedded.js';
import { makeLedger } from './guard/cost.js';
import { type Memory, makeAsk } from './llm/ask.js';
import { offline } from './llm/lane.js';
import type { Ask } from './llm/prompt.js';
import type { Log } from './log.js';

export { type Log, makeLog } from './log.js';

export interface House {
  config: Config;
  sql: Sql;
  log: Log;
  ask: Ask;
  /** What made answers of model phases now: part of their outputs' version. */
  engine: string;
  /** Writes down the model calls made since the last time, in one statement; nothing to write is no round trip. */
  recordCalls: (of: { runId: string; phase: string }) => Promise<void>;
  /** Ends all connections. A script that does not call it never exits. */
  close: () => Promise<void>;
}

/**
 * Opens the house for one process. `name` is who it is in pg_stat_activity; `memory` holds answers already paid for.
 * Throws a sentence when the database cannot be reached or started.
 */
export async function open(config: Config, log: Log, name: string, memory?: Memory): Promise<House> {
  const sql = await connect(config, name, log);
  const ledger = makeLedger();
  return {
    config,
    sql,
    log,
    ask: makeAsk(ledger.record, memory),
    engine: offline.engine,
    recordCalls: (of) => ledger.write(sql, of),
    close: () => sql.end({ timeout: 5 }),
  };
}

async function connect(config: Config, name: string, log: Log): Promise<Sql> {
  const settings = {
    max: config.connections,
    connect_timeout: 10,
    keep_alive: 30,
    // The driver's own waits grow to 20 s; a restarted server is back long before.
    backoff: (retries: number) => Math.min(0.1 * 2 ** retries, 2),
    onnotice: (notice: postgres.Notice) => log.debug({ notice: notice['message'] }, 'database notice'),
    connection: {
      application_name: name,
      statement_timeout: 120_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
  const sql = config.databaseUrl ? remote(config.databaseUrl, settings) : await embedded(config, settings);
  try {
    await sql`select 1`;
    // The array types are known now, to all connections. The driver would ask for them on each anew, and a server that ends a connection
    // under that question ends the process: nobody awaits the answer.
    sql.options.fetch_types = false;
    return sql;
  } catch (cause) {
    await sql.end({ timeout: 0 });
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Error(
      `The database at ${shown(config)} cannot be reached: ${reason}. Check that it runs and that DATABASE_URL is right; without DATABASE_URL an embedded one is used.`,
      { cause },
    );
  }
}

/** postgres.js takes no `?host=/socket/folder&port=`, as psql does, so these are handed to it as settings. */
function remote(databaseUrl: string, settings: postgres.Options<Record<string, never>>): Sql {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get('host');
  const port = url.searchParams.get('port') || url.port || '5432';
  for (const name of ['host', 'port']) url.searchParams.delete(name);
  return host ? postgres(url.href, { ...settings, host, port: Number(port) }) : postgres(url.href, settings);
}

async function embedded(config: Config, settings: postgres.Options<Record<string, never>>): Promise<Sql> {
  const address = await ensureRunning({ home: config.home });
  await ensureDatabase(address, config.database);
  return postgres({ ...settings, host: address.socketFolder, port: address.port, user: address.user, database: config.database });
}

/** The database as it may be shown: never with a password. */
export function shown(config: Config): string {
  if (!config.databaseUrl) return `the embedded database ${config.database} in ${config.home}`;
  const url = new URL(config.databaseUrl);
  return `${url.hostname || url.searchParams.get('host') || 'localhost'}${url.port ? `:${url.port}` : ''}${url.pathname}`;
}
