// What a condition is: a name, and a look that finds what is wrong now.
import type { Sql } from 'postgres';
import type { Config } from '../config.js';

/** What a look may use. Only the database's clock counts. */
export interface AlertScene {
  sql: Sql;
  config: Pick<Config, 'timeZone' | 'models' | 'phases' | 'notify' | 'home' | 'checkpoints' | 'databaseUrl' | 'ingestEverySeconds'>;
}

export interface Trouble {
  /** Of which phase, feed or disk; empty where there is only one. */
  subject: string;
  /** What is wrong, in a sentence. */
  what: string;
  /** What to do, in a sentence. */
  todo: string;
  /** Since when it is so; null: since it was found. */
  since: Date | null;
  /** What the log said last, the newest last. */
  lines?: readonly string[];
}

export interface Condition {
  name: string;
  severity: 'warning' | 'critical';
  /** What is so where nothing is found, in a sentence. */
  fine: string;
  /** Of the pages of `sni serve`, without a slash before it. */
  page: string;
  find: (scene: AlertScene) => Promise<Trouble[]>;
}
