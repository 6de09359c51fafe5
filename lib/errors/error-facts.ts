// What rules and signatures look at in an error: codes, names, status, exit code and words, of its causes too.
import { poolerSentence } from './pooler.js';

export interface ErrorFacts {
  error: unknown;
  /** The first code of the error and its causes; empty for none. */
  code: string;
  /** The names of the error and its causes. */
  names: ReadonlySet<string>;
  /** The first HTTP status of the error and its causes. */
  status: number | null;
  /** 75 or 78 where the error says itself how the run must end. */
  exitCode: number | null;
  /** With exit code 75: when the cause is over, where that is known. */
  retryAt: Date | undefined;
  /** Whether the error or a cause says so: anywhere in a server's own error, elsewhere at the beginning of its message. */
  says: (pattern: RegExp) => boolean;
}

/** Causes deeper than this are not looked at; an error may be its own cause. */
const deepest = 8;

/** Anything may be thrown: of what is no error all is empty. */
export function errorFactsOf(error: unknown): ErrorFacts {
  const chain = chainOf(error);
  return {
    error,
    code: first(chain, ['code'], (value) => (typeof value === 'string' && value !== '' ? value : undefined)) ?? '',
    names: new Set(chain.map(({ name }) => name)),
    status: first(chain, ['status', 'statusCode', 'status_code'], httpStatus) ?? null,
    exitCode:
      first(chain, ['exitCode'], (value) => (value === 75 || value === 78 ? value : undefined)) ??
      (chain.some((one) => poolerSentence(one) !== null) ? 78 : null),
    retryAt: first(chain, ['retryAt'], (value) => (value instanceof Date && !Number.isNaN(value.getTime()) ? value : undefined)),
    says: (pattern) => chain.some((one) => saysItself(one, pattern)),
  };
}

/** The error and its causes, outermost first; empty for what is no error. */
export function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < deepest && !chain.includes(one); one = one.cause) chain.push(one);
  return chain;
}

/** A refused or lost connection as postgres.js passes it on; what fetch's sockets say lies inside a TypeError. */
export function isDatabaseSocket(error: unknown): boolean {
  const chain = chainOf(error);
  const at = chain.findIndex((one) => one instanceof TypeError || one instanceof AggregateError || 'syscall' in one);
  const found = chain[at];
  if (!found || found instanceof TypeError) return false;
  if (found instanceof AggregateError) return found.errors.some((one) => chainOf(one).some(isSocketCall));
  return isSocketCall(found);
}

function isSocketCall(error: Error): boolean {
  return 'syscall' in error && ['connect', 'getaddrinfo', 'read', 'write'].includes(String(error.syscall));
}

/** `TypeError: fetch failed` with its cause, alone or as the cause of a sentence: the network's fault, not the code's. */
export function isFetchFailure(error: unknown): boolean {
  return chainOf(error).some((one) => one instanceof TypeError && one.cause instanceof Error);
}

function first<Value>(chain: readonly Error[], keys: readonly string[], read: (value: unknown) => Value | undefined): Value | undefined {
  for (const one of chain) {
    for (const key of keys) {
      const value = read(Reflect.get(one, key));
      if (value !== undefined) return value;
    }
  }
  return undefined;
}

function httpStatus(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599 ? value : undefined;
}

/** As the clients of two model servers name their errors; a third has no client, and its errors a status. */
const ofServers = /^(ResponseError|GoogleGenerativeAI\w*)$/;
const clientsPrefix = /^\[GoogleGenerativeAI Error\]: */;

function saysItself(error: Error, pattern: RegExp): boolean {
  const ofServer = ofServers.test(error.name) || clientsPrefix.test(error.message) || first([error], ['status', 'status_code'], httpStatus);
  const text = `${error.message.replace(clientsPrefix, '')}${detailsOf(error)}`.slice(0, 10_000);
  const at = text.search(pattern);
  return ofServer ? at >= 0 : at === 0;
}

/** What Gemini adds to its message: reasons and quota ids. */
function detailsOf(error: Error): string {
  return 'errorDetails' in error && Array.isArray(error.errorDetails) ? ` ${JSON.stringify(error.errorDetails)}` : '';
}
