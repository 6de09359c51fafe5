// Why a server did not answer: a kind, which decides what the conductor does, and a sentence that says what, where and what to do.

export type FaultKind =
  | 'unreachable' // nobody listens, no such host
  | 'broken' // it answered, but not as it should: reset, 500, half an answer, a page
  | 'timeout'
  | 'busy' // it is overloaded and says so
  | 'rate_limited'
  | 'quota' // nothing more today
  | 'not_in_plan' // the account's plan gives the model nothing, today or later
  | 'no_money' // what the account has paid for is used up
  | 'over_budget' // our own limit
  | 'wrong_key'
  | 'wrong_address' // a server, but no such server
  | 'missing_model'
  | 'wrong_model' // it cannot do what is asked of it, or not with these settings
  | 'no_price'
  | 'blocked' // it will not answer this question
  | 'refused'; // it cannot take this question

/** Only an operator mends these. */
const misconfigurations: ReadonlySet<FaultKind> = new Set([
  ...(['wrong_key', 'wrong_address', 'missing_model', 'wrong_model', 'no_price'] as const),
  ...(['not_in_plan', 'no_money'] as const),
]);

/** Of a server, not of a question. */
export class Fault extends Error {
  override name = 'Fault';
  /** For who knows errors by their codes: MODEL_TIMEOUT. */
  readonly code: string;
  constructor(
    readonly kind: FaultKind,
    message: string,
    readonly details: { retryAfterSeconds?: number | undefined; until?: Date | undefined; cause?: unknown } = {},
  ) {
    super(message, details.cause === undefined ? {} : { cause: details.cause });
    this.code = `MODEL_${kind.toUpperCase()}`;
  }

  get misconfigured(): boolean {
    return misconfigurations.has(this.kind);
  }

  /** Whether the fault lies in what was asked, not in the server. */
  get ofTheQuestion(): boolean {
    return this.kind === 'blocked' || this.kind === 'refused';
  }

  /** Whether it holds for all models of the server. */
  get ofTheServer(): boolean {
    return ['unreachable', 'wrong_key', 'wrong_address', 'no_money', 'over_budget'].includes(this.kind);
  }

  /** Whether the answer may have been made, and so billed, though it did not arrive. */
  get mayBeBilled(): boolean {
    return this.kind === 'timeout' || this.kind === 'broken';
  }
}

const refusedCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
]);

/** What fetch throws: nobody there, or a connection that broke. `advice` is what to do where nobody is there. */
export function faultOfFetch(error: unknown, who: string, advice: string): Fault {
  if (error instanceof Fault) return error;
  const code = codeOf(error);
  const reason = reasonOf(error);
  if (refusedCodes.has(code) || /\bfetch failed$/.test(messageOf(error))) {
    return new Fault('unreachable', `${who} cannot be reached: ${reason}. ${advice}`, { cause: error });
  }
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code)) return new Fault('timeout', `${who} fell silent: ${reason}.`, { cause: error });
  return new Fault('broken', `${who} broke off its answer: ${reason}.`, { cause: error });
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.message === 'fetch failed' && !error.cause) return 'no connection can be made';
  if (error.cause instanceof Error) return reasonOf(error.cause);
  return (error.message || codeOf(error) || error.name).slice(0, 300);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
