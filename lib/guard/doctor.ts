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
/**
 * postgres.js's own names for a connection that is gone, and Postgres's for one it ends (57P..), cannot serve (53.., 58..), does not
 * let in (28.., 3D000) or lets only read (25006).
 */
const databaseGone = /^(CONNECTION_(CLOSED|ENDED|DESTROYED|CONNECT_TIMEOUT)|CONNECT_TIMEOUT|57P0[1-5]|(53|58|08|28)\w{3}|3D000|25006)$/;
/** What a socket in the file system says besides: gone, or not ours to open. */
const socketCodes = new Set([...networkCodes, 'ENOENT', 'EACCES']);
const diskCodes = new Set(['ENOSPC', 'EROFS', 'EMFILE', 'ENFILE', 'EDQUOT']);

/** Classes an error by its code, its cause's code, or its kind; what no rule knows is the item's fault and may be tried again. */
export function diagnose(error: unknown): Diagnosis {
  const code = codeOf(error);
  const fromPostgres = error instanceof Error && error.name === 'PostgresError';
  if (databaseGone.test(code) || diskCodes.has(code)) return { errorClass: 'systemic', retry: true, scope: 'run' };
  if (error instanceof Error && error.name === 'DatabaseSilent') return { errorClass: 'systemic', retry: true, scope: 'run' };
  if (isDatabaseSocket(error) && socketCodes.has(code)) return { errorClass: 'systemic', retry: true, scope: 'run' };
  if (networkCodes.has(code) || isFetchFailure(error)) return { errorClass: 'transient', retry: true, scope: 'item' };
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

/**
 * The error's message, or its name where it has none, with the message of what caused it; what the driver itself says of a database
 * that went away stands in a sentence.
 */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const said = messageOf(error);
  return isDatabaseLost(error)
    ? `The database went away (${said}): see that it and the network are up. Nothing that was finished is lost.`
    : said;
}

function messageOf(error: Error): string {
  const cause = error.cause instanceof Error ? messageOf(error.cause) : '';
  const told = cause === '' || (error.cause instanceof Error && error.cause.message !== '' && error.message.includes(error.cause.message));
  return `${error.message || codeOf(error) || error.name}${told ? '' : ` (${cause})`}`;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}

/** The error itself is the driver's, not wrapped in a sentence, and of the connection: not of rights or of the server's means. */
function isDatabaseLost(error: Error): boolean {
  if (!('code' in error)) return false;
  const code = codeOf(error);
  return /^(CONNECT|57P|08)/.test(code) ? databaseGone.test(code) : code !== 'EACCES' && socketCodes.has(code) && isDatabaseSocket(error);
}

/** A refused or lost connection as postgres.js passes it on; what fetch's sockets say lies inside a TypeError. */
function isDatabaseSocket(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof TypeError) return false;
  if (error instanceof AggregateError) return error.errors.some(isDatabaseSocket);
  if ('syscall' in error) return ['connect', 'getaddrinfo', 'read', 'write'].includes(String(error.syscall));
  return isDatabaseSocket(error.cause);
}

/** `TypeError: fetch failed` with its cause, alone or as the cause of a sentence: the network's fault, not the code's. */
function isFetchFailure(error: unknown): boolean {
  return error instanceof Error && ((error instanceof TypeError && error.cause instanceof Error) || isFetchFailure(error.cause));
}
