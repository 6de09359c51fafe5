// One model call, by the beginning of its id. A beginning that several share is refused, not guessed.
import type { Sql } from 'postgres';
import { DeskError } from '../end.js';

export interface ShownCall {
  id: string;
  at: Date;
  runId: string | null;
  phase: string | null;
  task: string;
  engine: string;
  model: string;
  promptVersion: string;
  shapeVersion: string;
  inputSha256: string;
  outcome: string;
  problems: { field: string; reason: string }[];
  tokensIn: number;
  tokensCached: number;
  tokensOut: number;
  tokensThinking: number;
  costUsd: number;
  latencyMs: number;
  loadMs: number;
  waitedMs: number;
  error: string | null;
  /** The answer as it came, where it was not simply accepted. */
  raw: string | null;
}

const shownOfSeveral = 5;

/** Null when there is no such call; throws a DeskError where several begin so. `begin`: digits of a uuid, with or without its dashes. */
export async function readCall(sql: Sql, begin: string): Promise<ShownCall | null> {
  const digits = begin.replaceAll('-', '').slice(0, 32);
  const found = await sql<ShownCall[]>`
    select call_id as id, at, run_id as "runId", phase, task, engine, model, prompt_version as "promptVersion",
      shape_version as "shapeVersion", input_sha256 as "inputSha256", outcome, problems, tokens_in as "tokensIn",
      tokens_cached as "tokensCached", tokens_out as "tokensOut", tokens_thinking as "tokensThinking", cost_usd::float8 as "costUsd",
      latency_ms as "latencyMs", load_ms as "loadMs", waited_ms as "waitedMs", error, raw
    from model_calls
    where call_id between ${digits.padEnd(32, '0')}::uuid and ${digits.padEnd(32, 'f')}::uuid
    order by call_id
    limit ${shownOfSeveral + 1}`;
  if (found.length > 1) {
    const some = found.slice(0, shownOfSeveral).map(({ id }) => `call:${id}`);
    throw new DeskError(
      `Several calls begin with ${begin}: ${some.join(', ')}${found.length > shownOfSeveral ? ', ...' : ''}. Type more of it.`,
    );
  }
  return found[0] ?? null;
}
