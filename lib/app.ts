// Opens the program: settings -> { config, sql, log, models, close }. Connections and model servers are reached from here only.
import type { Sql } from 'postgres';
import { connect, shownDatabase } from './app/connection.js';
import type { AppModels, Asking } from './app/models.js';
import { databaseRefusalOf } from './app/refusal.js';
import { openWithoutModels } from './app/without-models.js';
import type { Config } from './config.js';
import type { Log } from './log.js';

export { shownDatabase } from './app/connection.js';
export type { AppModels } from './app/models.js';
export { type Log, type LogTo, makeLog } from './log.js';

export interface App {
  config: Config;
  sql: Sql;
  log: Log;
  /** Opens the models for a run or a command; what it holds is closed with it. */
  models: (asking: Asking) => Promise<AppModels>;
  /** Ends all connections. A script that does not call it never exits. */
  close: () => Promise<void>;
}

/** What gives connections to the one database. */
export type Connect = typeof connect;

/**
 * Opens the program for one process. `name` is who it is in pg_stat_activity; `reach` gives the connections.
 * Throws a sentence when the database cannot be reached or started.
 */
export async function open(config: Config, log: Log, name: string, reach: Connect = connect): Promise<App> {
  const { sql, more } = await reach(config, name, log);
  return {
    config,
    sql,
    log,
    models: async (asking) => {
      if (Object.keys(config.models.roles).length === 0) return openWithoutModels(config, sql, log, asking);
      // What speaks to servers costs every process a tenth of a second to load.
      const { openModels } = await import('./app/models.js');
      return openModels(config, sql, log, asking, () => more({ name: `${name}-lane`, max: 1, statementTimeoutMs: 10_000, plain: true }));
    },
    close: () => sql.end({ timeout: 5 }),
  };
}

/** The error as it should leave the app: what the database refuses as a sentence with exit code 78, all else as it came. */
export function explained(error: unknown, config: Config): unknown {
  return databaseRefusalOf(error, config, shownDatabase(config)) ?? error;
}
