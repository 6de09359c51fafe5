// Connections to the one database. Beside lib/db, which asks the embedded server whether it is up, no other file opens any.
import postgres, { type Sql } from 'postgres';
import type { Config } from '../config.js';
import { type ClusterAddress, ensureDatabase, ensureRunning, findRunning } from '../db/embedded.js';
import { chainOf } from '../errors/error-facts.js';
import { poolerSentence } from '../errors/pooler.js';
import type { Log } from '../log.js';
import { giveArrayTypes, keepArrayTypes } from './array-types.js';
import { PoolerMisfit, refuseLostStatements } from './pooler.js';
import { databaseRefusalOf } from './refusal.js';

/** Opens more connections to the same database. One that sends no arrays is `plain`: the driver asks nothing of its own on it. */
type Connect = (of: { name: string; max: number; statementTimeoutMs: number; plain?: true }) => Sql;

interface Connected {
  sql: Sql;
  more: Connect;
}

/** Connects, starting the embedded database where there is no other. Throws a sentence when it cannot be reached or started, or refuses us. */
export async function connect(config: Config, name: string, log: Log): Promise<Connected> {
  if (config.databaseUrl) return connectTo(remote(config.databaseUrl), config, name, log);
  const running = await findRunning({ home: config.home });
  // Mostly it runs and has the database: to ask both first would be two connections more at each start.
  const connected = running && (await connectTo(embeddedAt(running, config), config, name, log).catch(unlessAway));
  if (connected) return connected;
  const address = await ensureRunning({ home: config.home });
  await ensureDatabase(address, config.database);
  return connectTo(embeddedAt(address, config), config, name, log);
}

/** No database of that name, ended or starting up: what the embedded server says when there is something to be made or waited for. */
const awayCodes = ['3D000', '57P01', '57P02', '57P03'];

/** Undefined where the server is not to be reached or lacks the database; everything else that it says is thrown on. */
function unlessAway(error: unknown): undefined {
  const said = chainOf(error).find(({ name }) => name === 'PostgresError');
  if (said && !('code' in said && awayCodes.includes(String(said.code)))) throw error;
}

async function connectTo(where: Where, config: Config, name: string, log: Log): Promise<Connected> {
  const more = connectingTo(where, log);
  const sql = more({ name, max: config.connections, statementTimeoutMs: 120_000 });
  giveArrayTypes(sql);
  try {
    if (where.pooled) await sql`select 1`;
    else await refuseLostStatements(sql, () => more({ name, max: 1, statementTimeoutMs: 10_000, plain: true }));
    keepArrayTypes(sql);
    return { sql, more };
  } catch (cause) {
    await sql.end({ timeout: 0 });
    const misfit = poolerSentence(cause);
    if (misfit !== null) throw new PoolerMisfit(misfit, { cause });
    if (cause instanceof PoolerMisfit) throw cause;
    const refused = databaseRefusalOf(cause, config, shownDatabase(config));
    if (refused) throw refused;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new Error(
      `The database at ${shownDatabase(config)} cannot be reached: ${reason}. Check that it runs and that DATABASE_URL is right; without DATABASE_URL an embedded one is used.`,
      { cause },
    );
  }
}

function connectingTo(where: Where, log: Log): Connect {
  return ({ name, max, statementTimeoutMs, plain }) =>
    postgres(where.url, {
      ...where.settings,
      max,
      ...(plain ? { fetch_types: false } : {}),
      connect_timeout: 10,
      keep_alive: 30,
      // The driver's own waits grow to 20 s; a restarted server is back long before.
      backoff: (retries: number) => Math.min(0.1 * 2 ** retries, 2),
      onnotice: (notice: postgres.Notice) => log.debug({ notice: notice['message'] }, 'database notice'),
      connection: {
        application_name: name,
        ...(where.pooled ? {} : bounds(statementTimeoutMs)),
      },
    });
}

/** What a connection tells the server to bound, where it is one for the whole session. */
function bounds(statementTimeoutMs: number) {
  return {
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: 60_000,
    // A machine that vanished with its locks is missed after half a minute.
    tcp_keepalives_idle: 15,
    tcp_keepalives_interval: 5,
    tcp_keepalives_count: 3,
  };
}

interface Where {
  url: string;
  /** It leads to a pooler, which takes no settings at the start: said by `?prepare=false`. */
  pooled: boolean;
  settings: postgres.Options<Record<string, never>>;
}

/** postgres.js takes no `?host=/socket/folder&port=`, as psql does, so these are handed to it as settings. */
function remote(databaseUrl: string): Where {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get('host');
  const port = url.searchParams.get('port') || url.port || '5432';
  for (const name of ['host', 'port']) url.searchParams.delete(name);
  const pooled = /^(false|disable)$/.test(url.searchParams.get('prepare') ?? '');
  return { url: url.href, pooled, settings: host ? { host, port: Number(port) } : {} };
}

function embeddedAt({ socketFolder, port, user }: ClusterAddress, { database }: Config): Where {
  return { url: '', pooled: false, settings: { host: socketFolder, port, user, database } };
}

/** The database as it may be shown: never with a password. */
export function shownDatabase(config: Config): string {
  if (!config.databaseUrl) return `the embedded database ${config.database} in ${config.home}`;
  const url = new URL(config.databaseUrl);
  return `${url.hostname || url.searchParams.get('host') || 'localhost'}${url.port ? `:${url.port}` : ''}${url.pathname}`;
}
