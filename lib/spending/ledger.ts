// The ledger of model calls. While the database is away calls wait in memory, so that none is forgotten; what waits is bounded.
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';
import { type LedgerEntry, mostRaw, rowOf, storable } from './ledger-row.js';

export type { LedgerEntry } from './ledger-row.js';

/** Entries that wait at most, the newest. */
const mostEntries = 10_000;
/** Characters of raw answers that wait at most, of the newest entries; older entries go on without theirs. */
const mostWaitingRaw = 20_000_000;
/** One statement takes no more entries than this, and no more than this of raw answers. */
const entriesAtOnce = 1000;
const rawAtOnce = 4_000_000;

interface UnwrittenCall {
  callId: string;
  entry: LedgerEntry;
  /** By performance.now(). */
  endedAtMs: number;
}

/** Collects entries in memory until `write`; what is not yet written when the process is killed is lost with it. */
export function makeLedger() {
  let waiting: UnwrittenCall[] = [];
  let dropped = 0;
  return {
    /** Keeps the call for the next `write`; its id, its own where it has one. */
    record: (entry: LedgerEntry): string => {
      const callId = entry.callId ?? randomUUID();
      const raw = entry.raw === undefined ? undefined : storable(entry.raw, mostRaw);
      waiting.push({ callId, entry: { ...entry, raw }, endedAtMs: performance.now() });
      return callId;
    },
    /**
     * Writes down what waits; gives how many older entries were dropped since the last time, because too many waited. Where a statement
     * fails it rejects with its error, and what is not written waits for the next time; an entry that had arrived is not written twice.
     */
    write: async (sql: Sql, of: { runId: string | null; phase: string | null }): Promise<number> => {
      let rest = waiting;
      waiting = [];
      try {
        while (rest.length > 0) {
          const fits = rest.slice(0, fitting(rest));
          await insert(sql, of, fits);
          rest = rest.slice(fits.length);
        }
      } catch (error) {
        const all = [...rest, ...waiting];
        dropped += Math.max(0, all.length - mostEntries);
        waiting = withoutOldRaw(all.slice(-mostEntries));
        throw error;
      }
      const told = dropped;
      dropped = 0;
      return told;
    },
  };
}

/** How many of the first entries one statement takes: one at least. */
function fitting(entries: readonly UnwrittenCall[]): number {
  let raw = 0;
  const over = entries.findIndex(({ entry }, index) => {
    raw += entry.raw?.length ?? 0;
    return index > 0 && (raw > rawAtOnce || index >= entriesAtOnce);
  });
  return over < 0 ? entries.length : over;
}

function withoutOldRaw(entries: readonly UnwrittenCall[]): UnwrittenCall[] {
  let raw = 0;
  return entries
    .toReversed()
    .map((waiting) => {
      raw += waiting.entry.raw?.length ?? 0;
      return raw > mostWaitingRaw ? { ...waiting, entry: { ...waiting.entry, raw: undefined } } : waiting;
    })
    .toReversed();
}

/** By Postgres's clock, less what each has waited. */
async function insert(
  sql: Sql,
  { runId, phase }: { runId: string | null; phase: string | null },
  entries: readonly UnwrittenCall[],
): Promise<void> {
  const now = performance.now();
  const rows = entries.map(({ callId, entry, endedAtMs }) => rowOf(callId, entry, now - endedAtMs));
  await sql`
    insert into model_calls (call_id, at, run_id, phase, task, engine, model, prompt_version, shape_version, input_sha256, outcome, problems,
                             tokens_in, tokens_cached, tokens_out, tokens_thinking, cost_usd, latency_ms, load_ms, waited_ms, error, raw)
    select call_id, now() - make_interval(secs => age_ms / 1000.0), ${runId}, ${phase}, task, engine, model, prompt_version, shape_version,
           input_sha256, outcome, problems, tokens_in, tokens_cached, tokens_out, tokens_thinking, cost_usd, latency_ms, load_ms, waited_ms,
           error, raw
    from jsonb_to_recordset(${sql.json(rows)}) as r (
      call_id uuid, age_ms integer, task text, engine text, model text, prompt_version text, shape_version text, input_sha256 text,
      outcome text, problems jsonb, tokens_in integer, tokens_cached integer, tokens_out integer, tokens_thinking integer,
      cost_usd numeric, latency_ms integer, load_ms integer, waited_ms integer, error text, raw text)
    on conflict (call_id) do nothing`;
}

/** Dollars spent per phase since midnight in the operator's time zone; phases that spent nothing are absent. */
export async function spentToday(sql: Sql, timeZone: string): Promise<Map<string, number>> {
  const rows = await sql<{ phase: string; usd: number }[]>`
    select phase, sum(cost_usd)::float8 as usd
    from model_calls
    where at >= date_trunc('day', now() at time zone ${timeZone}) at time zone ${timeZone} and phase is not null
    group by phase`;
  return new Map(rows.map((row) => [row.phase, row.usd]));
}
