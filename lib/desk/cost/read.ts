// Sums of the ledger of model calls. Answers by rules cost nothing and are counted apart.
import type { Sql } from 'postgres';

export interface Use {
  day: string;
  /** Empty for calls of no phase. */
  phase: string;
  engine: string;
  model: string;
  calls: number;
  refused: number;
  failed: number;
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  tokensThinking: number;
  costUsd: number;
}

export interface Used {
  models: Use[];
  /** Answers by a prompt's own rules. */
  rules: { phase: string; answers: number }[];
}

/** Calls of the last `days` days, the newest day first, within a day the dearest first. */
export async function readUse(sql: Sql, timeZone: string, days: number): Promise<Used> {
  const rows = await sql<Use[]>`
    select (at at time zone ${timeZone})::date::text as day, coalesce(phase, '') as phase, engine, model, count(*)::float8 as calls,
      (count(*) filter (where outcome = 'refused'))::float8 as refused, (count(*) filter (where outcome = 'failed'))::float8 as failed,
      sum(tokens_in)::float8 as "tokensIn", sum(tokens_cached)::float8 as "tokensCached", sum(tokens_out)::float8 as "tokensOut",
      sum(tokens_thinking)::float8 as "tokensThinking", sum(cost_usd)::float8 as "costUsd"
    from model_calls
    where at >= ((now() at time zone ${timeZone})::date - ${days}::integer + 1)::timestamp at time zone ${timeZone}
    group by 1, 2, 3, 4
    order by 1 desc, sum(cost_usd) desc, count(*) desc, 2, 3, 4`;
  const rules = new Map<string, number>();
  for (const { engine, phase, calls } of rows) if (engine === 'offline') rules.set(phase, (rules.get(phase) ?? 0) + calls);
  return {
    models: rows.filter(({ engine }) => engine !== 'offline'),
    rules: [...rules].map(([phase, answers]) => ({ phase, answers })),
  };
}
