// The row of model_calls of one call. Postgres refuses NUL, halves of characters and numbers past its own; one strange call must not keep
// the others from being written.

/** What is written down of a call. Money is US dollars, times are milliseconds; what is left out is none. */
export interface LedgerEntry {
  /** Its name in `sni show call:ID`; made up where it has none. */
  callId?: string | undefined;
  madeBy: { engine: string; model: string; task: string; promptVersion: string; shapeVersion: string; inputSha256: string };
  outcome: 'answered' | 'repaired' | 'refused' | 'failed';
  problems: readonly { field: string; reason: string }[];
  tokensIn: number;
  /** Of `tokensIn`. */
  tokensCached?: number | undefined;
  tokensOut: number;
  /** Beside `tokensOut`. */
  tokensThinking?: number | undefined;
  costUsd: number;
  latencyMs: number;
  /** What the server took to bring the model into memory. */
  loadMs?: number | undefined;
  /** In our own queue. */
  waitedMs?: number | undefined;
  /** Why it failed or was refused, in a sentence. */
  error?: string | undefined;
  /** The answer as it came, where it was not simply accepted. */
  raw?: string | undefined;
}

/** Characters of a raw answer that are kept. */
export const mostRaw = 100_000;
const mostWords = 10_000;

/** The row, `ageMs` after the call ended; its raw answer must be storable already. */
export function rowOf(callId: string, { madeBy, ...entry }: LedgerEntry, ageMs: number) {
  return {
    call_id: callId,
    age_ms: whole(ageMs),
    task: storable(madeBy.task, mostWords),
    engine: storable(madeBy.engine, mostWords),
    model: storable(madeBy.model, mostWords),
    prompt_version: storable(madeBy.promptVersion, mostWords),
    shape_version: storable(madeBy.shapeVersion, mostWords),
    input_sha256: storable(madeBy.inputSha256, mostWords),
    outcome: entry.outcome,
    problems: entry.problems.map(({ field, reason }) => ({ field: storable(field, mostWords), reason: storable(reason, mostWords) })),
    tokens_in: whole(entry.tokensIn),
    tokens_cached: whole(entry.tokensCached),
    tokens_out: whole(entry.tokensOut),
    tokens_thinking: whole(entry.tokensThinking),
    cost_usd: Number.isFinite(entry.costUsd) ? Math.min(Math.max(entry.costUsd, 0), 999_999) : 0,
    latency_ms: whole(entry.latencyMs),
    load_ms: whole(entry.loadMs),
    waited_ms: whole(entry.waitedMs),
    error: entry.error === undefined ? null : storable(entry.error, mostWords),
    raw: entry.raw ?? null,
  };
}

/** The text as Postgres takes it, without NUL and halves of characters, cut to `most` UTF-16 units. */
export function storable(text: string, most: number): string {
  return text
    .slice(0, most)
    .replaceAll('\u0000', '')
    .replace(/\p{Cs}/gu, '');
}

/** A count as an integer column takes it; what is none is 0. */
function whole(count = 0): number {
  return Number.isNaN(count) ? 0 : Math.round(Math.min(Math.max(count, 0), 2_147_483_647));
}
