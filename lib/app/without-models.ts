// Asking where no model is configured: every question is answered by its own rules, and written down like any other.
import type { Sql } from 'postgres';
import type { Config } from '../config.js';
import { makeAsk } from '../llm/ask.js';
import type { Log } from '../log.js';
import { evidenceOf } from './evidence.js';
import { openLedger } from './ledger.js';
import type { AppModels, Asking } from './models.js';

/** As `openModels`, without servers and connections of its own. */
export function openWithoutModels(config: Config, sql: Sql, log: Log, { runId, phase }: Asking): AppModels {
  const { note, write } = openLedger(sql, log, { runId: runId ?? null, phase });
  return { ask: makeAsk(note, evidenceOf(config, false)), record: write, close: write };
}
