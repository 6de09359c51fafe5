// The record of a run's model calls, which says in the log when some of them were lost.
import type { Sql } from 'postgres';
import type { Call } from '../llm/ask.js';
import type { Log } from '../log.js';
import { makeLedger } from '../spending/ledger.js';

interface Ledger {
  note: (call: Call) => void;
  /** One statement; nothing to write is no round trip. */
  write: () => Promise<void>;
}

/** The calls stand under this run and phase; null for calls of none. */
export function openLedger(sql: Sql, log: Log, of: { runId: string | null; phase: string | null }): Ledger {
  const ledger = makeLedger();
  return {
    note: ledger.record,
    write: async () => {
      const dropped = await ledger.write(sql, of);
      if (dropped > 0) log.warn({ event: 'model calls not noted', dropped });
    },
  };
}
