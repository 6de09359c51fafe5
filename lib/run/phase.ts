// What a phase is: its name, what made it, and the four things only it knows - food, load, work, settle.
// It knows no loop, lease, retry, price or flag; lib/run.ts does. Facts about it that others need stand in lib/config/phases.ts.
import type { Fragment, Sql } from 'postgres';
import type { Log } from '../app.js';
import type { PhaseName } from '../config/phases.js';
import type { Config } from '../config.js';
import type { Ask } from '../llm/prompt.js';
import type { ItemId } from '../work.js';
import type { Ending } from './progress.js';

/** What a phase may use while it works. */
export interface Tools {
  config: Config;
  sql: Sql;
  log: Log;
  /** Asks a model, of whose lanes the conductor takes care, or the offline rules. */
  ask: Ask;
  /** Aborted when the lease is lost or the run must end: stop, nothing will be settled. */
  signal: AbortSignal;
  /** P1: the day given with --since, else undefined. */
  since?: Date | undefined;
  /** For a phase whose batch counts titles: of so many, how many the run may still take; they count against --batch at once. */
  takeRoom: (wanted: number) => number;
}

/** One item's outcome: a result to settle, or the error that failed this item alone. */
export type Outcome<Result> = { itemId: ItemId; result: Result } | { itemId: ItemId; error: Error };

export interface Phase<Item extends { itemId: ItemId }, Result> {
  name: PhaseName;
  /** What made the outputs beyond the code's revision: prompt versions, vocabulary. A change makes done work stale. */
  madeBy: (config: Config) => readonly string[];
  /** Once a run, before discovery: bring tables in line with settings or files. Idempotent. */
  prepare?: (tools: Pick<Tools, 'config' | 'sql' | 'log'>) => Promise<void>;
  /** The food query: rows of (item_id bigint, priority integer), whatever the database says is this phase's food now. `since` as in Tools. */
  food: (sql: Sql, config: Config, since?: Date) => Fragment;
  /** While the database looks for food: brings into memory what work will need if there is any. It changes nothing; what fails in it fails in the work too. */
  ahead?: (tools: Pick<Tools, 'config' | 'sql'>) => Promise<void>;
  /** Reads what the work needs, for claimed ids; an id that is no longer food may be left out and is then closed unworked. */
  load: (itemIds: readonly ItemId[], tools: Tools) => Promise<Item[]>;
  /** Of a serial phase, while earlier claims are worked by others: brings into memory what the work will need then. It settles nothing. */
  readAhead?: (items: readonly Item[], tools: Tools) => Promise<void>;
  /** The work itself: no transaction, no lease; one outcome an item, in any order. */
  work: (items: readonly Item[], tools: Tools) => Promise<Outcome<Result>[]>;
  /**
   * The statement parts that write the results, as CTEs after one named `closed (item_id)`, which holds the items this worker
   * still owned: join it. The last CTE is named `made`; its row count is reported as what the phase made.
   */
  settle: (sql: Sql, results: readonly { itemId: ItemId; result: Result }[], tools: Tools) => Fragment;
  /** At the end of a run that was not ended early: what is to be said of it as a whole; null for nothing. */
  ending?: (sql: Sql) => Promise<Ending | null>;
  /** How much waits to be worked by whom this phase feeds, for `max_pending`; what is ready for itself when absent. */
  pending?: (sql: Sql) => Promise<number>;
}
