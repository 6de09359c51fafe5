// Takes an error; leaves its class and what follows from it. Rules only: what the system, Postgres, the network and our own checks say.

export type ErrorClass = 'transient' | 'item_specific' | 'temporal' | 'systemic' | 'code_bug';

export interface Diagnosis {
  errorClass: ErrorClass;
  /** Whether trying the item again can help. */
  retry: boolean;
  /** `run`: nothing will work now, end the run and keep the items; `item`: the others are fine. */
  scope: 'item' | 'run';
}

const networkCodes = new Set([
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_SOCKET',
]);
/** postgres.js's own names for a connection that is gone, and Postgres's for one it ends (57P..) or cannot serve (53..). */
const databaseGone = /^(CONNECTION_(CLOSED|ENDED|DESTROYED|CONNECT_TIMEOUT)|CONNECT_TIMEOUT|57P0[1-5]|53\d\d\d|08\d\d\d)$/;
const diskCodes = new Set(['ENOSPC', 'EROFS', 'EMFILE', 'ENFILE', 'EDQUOT']);

/** Classes an error by its code, its cause's code, or its kind; what no rule knows is the item's fault and may be tried again. */
export function diagnose(error: unknown): Diagnosis {
  const code = codeOf(error);
  const fromPostgres = error instanceof Error && error.name === 'PostgresError';
  if (databaseGone.test(code) || diskCodes.has(code)) return { errorClass: 'systemic', retry: true, scope: 'run' };
  if (error instanceof Error && error.name === 'DatabaseSilent') return { errorClass: 'systemic', retry: true, scope: 'run' };
  if (isDatabaseSocket(error) && networkCodes.has(code)) return { errorClass: 'systemic', retry: true, scope: 'run' };
  if (networkCodes.has(code)) return { errorClass: 'transient', retry: true, scope: 'item' };
  if (fromPostgres && /^(40|55|57014)/.test(code)) return { errorClass: 'transient', retry: true, scope: 'item' };
  if (fromPostgres && code.startsWith('42')) return { errorClass: 'code_bug', retry: false, scope: 'run' };
  if (fromPostgres && code.startsWith('22')) return { errorClass: 'item_specific', retry: false, scope: 'item' };
  if (error instanceof Error && error.name === 'AnswerRefused') return { errorClass: 'item_specific', retry: false, scope: 'item' };
  if (error instanceof Error && error.name === 'TimeoutError') return { errorClass: 'transient', retry: true, scope: 'item' };
  if (error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError) {
    return { errorClass: 'code_bug', retry: false, scope: 'item' };
  }
  return { errorClass: 'item_specific', retry: true, scope: 'item' };
}

/** The error's message, or its name where it has none, with the message of what caused it. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error && !error.message.includes(error.cause.message) ? ` (${sentenceOf(error.cause)})` : '';
  return `${error.message || codeOf(error) || error.name}${cause}`;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

/** A refused or lost connection that postgres.js reports carries the server's address or socket path as `address`. */
function isDatabaseSocket(error: unknown): boolean {
  return error instanceof Error && 'address' in error && ('port' in error || String(error.address).includes('.s.PGSQL.'));
}
