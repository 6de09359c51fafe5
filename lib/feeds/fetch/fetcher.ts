// Fetches feeds. Whatever a server does, a fetch ends in time, within its memory and with its connection freed; its failure is a result
// in words, not an error.
import dns from 'node:dns';
import type { LookupFunction } from 'node:net';
import { type AddressJudge, judgeAddress } from './address.js';
import { makeAgents } from './agents.js';
import { type Fetched, headersFor, type LastReading, readAnswer } from './answer.js';
import type { BodyLimits } from './body.js';
import { type Deadline, startDeadline } from './deadline.js';
import { faultOf } from './failure.js';
import { follow, type Journey } from './follow.js';
import { makeLargeBuffer } from './large.js';
import { type HostLimits, makeLimiter } from './limiter.js';
import { type FetchProblem, problemOf } from './problem.js';

export type { Fetched, LastReading } from './answer.js';
export type { FetchProblem } from './problem.js';

export interface FetchOptions {
  known: LastReading;
  /** Also ask machines of private networks; metadata and link-local addresses never. */
  allowPrivate: boolean;
  /** Aborting it ends the fetch at once. */
  signal: AbortSignal;
  /** Awaited once a body proves large, before it is read on: for whoever parses one large feed at a time. Asked twice, it resolves twice. */
  alone?: () => Promise<void>;
  /** What time it is where that of this machine does not count. */
  now?: () => Date;
  /** What the source is said to be written in, for bytes that say nothing of their charset; missing or null where nothing is known. */
  lang?: string | null;
}

export interface FetchLimits extends HostLimits, BodyLimits {
  /** From the first connection to the last byte, over all redirects; waiting for our own turn is not counted. */
  deadlineSeconds: number;
  maxRedirects: number;
  userAgent: string;
}

export const fetchLimits: FetchLimits = {
  atOnce: 16,
  perHost: 2,
  hostSpacingSeconds: 0.5,
  deadlineSeconds: 20,
  maxRedirects: 5,
  maxBytes: 15 * 1024 * 1024,
  largeBytes: 1024 * 1024,
  userAgent: 'SNI/0.1 (news headline reader)',
};

export interface Fetcher {
  /**
   * Fetches a feed by an http(s) address. Rejects with the signal's reason when that is aborted, and for nothing a server, a network or an
   * address can do: those are problems.
   */
  fetch(url: string, options: FetchOptions): Promise<Fetched>;
  /** Ends every fetch under way (it rejects) and cuts all connections, so that the process can end. */
  close(): Promise<void>;
}

export interface FetcherParts {
  /** Resolves names as dns.lookup does, which is the default. */
  lookup?: LookupFunction;
  judge?: AddressJudge;
}

/** One fetcher serves a run: its limits, and what hosts asked for, hold over all its fetches. */
export function makeFetcher(limits: FetchLimits = fetchLimits, { lookup = dns.lookup, judge = judgeAddress }: FetcherParts = {}): Fetcher {
  const closing = new AbortController();
  const agents = makeAgents(lookup, judge);
  const limiter = makeLimiter(limits);
  const enterLarge = makeLargeBuffer(limits.maxBytes);
  const roads = { agents, limiter, judge, maxRedirects: limits.maxRedirects };

  return {
    async fetch(url, options) {
      const { known } = options;
      const deadline = startDeadline(limits.deadlineSeconds, [options.signal, closing.signal]);
      try {
        const fetched = await attempt(known.url, url, options, deadline);
        if (fetched.kind !== 'failed' || known.url === url || !isOfItsPlace(fetched.problem)) return fetched;
        const back = await attempt(url, url, { ...options, known: { ...known, etag: null, lastModified: null } }, deadline);
        return back.kind === 'failed' ? fetched : back;
      } finally {
        deadline.end();
      }
    },
    async close() {
      closing.abort(new Error('The fetcher was closed while a fetch was under way; make a new one.'));
      agents.close();
    },
  };

  async function attempt(start: string, source: string, options: FetchOptions, deadline: Deadline): Promise<Fetched> {
    const headers = headersFor(options.known, limits.userAgent);
    const journey: Journey = { headers, allowPrivate: options.allowPrivate, deadline, at: start, lasting: start };
    try {
      return await follow(roads, journey, (response, host) =>
        readAnswer(response, headers, {
          limits,
          known: options.known,
          source,
          now: options.now ?? (() => new Date()),
          lasting: journey.lasting,
          lang: options.lang ?? null,
          enterLarge: () => deadline.except((options.alone?.() ?? Promise.resolve()).then(() => enterLarge(deadline.signal))),
          onRest: (seconds) => limiter.rest(host, seconds),
        }),
      );
    } catch (error) {
      options.signal.throwIfAborted();
      closing.signal.throwIfAborted();
      const fault = faultOf(deadline.signal.aborted ? deadline.signal.reason : error, journey.at);
      if (!fault) throw error;
      return { kind: 'failed', problem: problemOf(fault, source, journey.at) };
    }
  }
}

/**
 * True for a failure of the place a feed had moved to rather than of the moment: the address the source names is then tried again,
 * so that a move that was a mistake heals by itself.
 */
function isOfItsPlace({ kind, status }: FetchProblem): boolean {
  if (kind === 'status') return status !== null && status >= 400 && status < 500 && status !== 408 && status !== 429;
  return ['address', 'private', 'dns', 'connect', 'tls', 'protocol', 'redirects'].includes(kind);
}
