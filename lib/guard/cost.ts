// The ledger of model calls: takes what each call was, leaves rows in model_calls, written in one statement at a time.
import { randomUUID } from 'node:crypto';
import type { Sql } from 'postgres';

/** What is written down of a call. Money is US dollars, latency milliseconds. */
export interface LedgerEntry {
  madeBy: { engine: string; model: string; task: string; promptVersion: string; shapeVersion: string; inputSha256: string };
  outcome: string;
  problems: readonly { field: string; reason: string }[];
  tokensIn: number;
  tokensOut: number;
  costUsd: number;
  latencyMs: number;
}

/** Collects entries in memory until `write`; what is not yet written when the process is killed is lost with it. */
export function makeLedger() {
  let entries: LedgerEntry[] = [];
  return {
    record: (entry: LedgerEntry): void => {
      entries.push(entry);
    },
    write: async (sql: Sql, of: { runId: string; phase: string }): Promise<void> => {
      if (entries.length === 0) return;
      const rows = entries.map((entry) => rowOf(entry));
      entries = [];
      await sql`
        insert into model_calls (call_id, run_id, phase, task, engine, model, prompt_version, shape_version, input_sha256,
                                 outcome, problems, tokens_in, tokens_out, cost_usd, latency_ms)
        select call_id, ${of.runId}, ${of.phase}, task, engine, model, prompt_version, shape_version, input_sha256,
               outcome, problems, tokens_in, tokens_out, cost_usd, latency_ms
        from jsonb_to_recordset(${sql.json(rows)}) as r (
          call_id uuid, task text, engine text, model text, prompt_version text, shape_version text, input_sha256 text,
          outcome text, problems jsonb, tokens_in integer, tokens_out integer, cost_usd numeric, latency_ms integer)`;
    },
  };
}

function rowOf({ madeBy, ...entry }: LedgerEntry) {
  return {
    call_id: randomUUID(),
    task: madeBy.task,
    engine: madeBy.engine,
    model: madeBy.model,
    prompt_version: madeBy.promptVersion,
    shape_version: madeBy.shapeVersion,
    input_sha256: madeBy.inputSha256,
    outcome: entry.outcome,
    problems: entry.problems.map(({ field, reason }) => ({ field, reason })),
    tokens_in: entry.tokensIn,
    tokens_out: entry.tokensOut,
    cost_usd: entry.costUsd,
    latency_ms: entry.latencyMs,
  };
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
