// The end of a fetch: the last answer's body as text, or the news that nothing has changed. A server's "unchanged" counts only where it
// was asked about a body that was read; otherwise a feed could be lost behind it for ever.
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { type BodyLimits, readBody } from './body.js';
import { freshForSeconds, retryAfterSeconds } from './caching.js';
import { decodeText } from './charset.js';
import type { LargeBuffer } from './large.js';
import type { FetchProblem } from './problem.js';
import { statusFault } from './status.js';

/** What the last good reading left; all null for a feed never read. */
export interface LastReading {
  etag: string | null;
  lastModified: string | null;
  /** Hexadecimal SHA-256 of the decompressed body. */
  sha256: string | null;
  /** Where the feed has moved to for good, else the address its source names. */
  url: string;
}

/** What is to be remembered after a good answer; `movedTo` is to be stored as it stands, null meaning that the source's address holds. */
interface Answered {
  etag: string | null;
  lastModified: string | null;
  sha256: string | null;
  movedTo: string | null;
  /** How long the server calls its answer fresh, at most 24 h; null when it does not say. */
  freshForSeconds: number | null;
  /** Of the body, as it came over the wire. */
  bytes: number;
}

export type Fetched =
  /** `isCut`: less came than was announced, and nothing of it is missing. */
  | (Answered & { kind: 'body'; text: string; contentType: string | null; sha256: string; isCut: boolean })
  | (Answered & { kind: 'unchanged'; by: '304' | 'hash' })
  | { kind: 'failed'; problem: FetchProblem };

interface Reader {
  limits: BodyLimits;
  known: LastReading;
  /** The address the source names. */
  source: string;
  /** Where permanent redirects have led. */
  lasting: string;
  now: () => Date;
  /** What the source is said to be written in. */
  lang: string | null;
  /** Waits for the buffer for large bodies. */
  enterLarge: () => Promise<LargeBuffer>;
  /** Told when the host asks not to be asked for so many seconds. */
  onRest: (seconds: number) => void;
}

const accept =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/xml, application/json;q=0.9, */*;q=0.5';
/** For a host that asks us to slow down and does not say for how long. */
const restSecondsUntold = 60;

/** The headers that ask for the feed, or for the word that it is still as known. */
export function headersFor(known: LastReading, userAgent: string): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { 'user-agent': userAgent, accept, 'accept-encoding': 'gzip, deflate, br' };
  // Without a body that was read, "unchanged" would be an answer to nothing.
  if (known.sha256 === null) return headers;
  if (known.etag && isSendable(known.etag)) headers['if-none-match'] = known.etag;
  if (known.lastModified && isSendable(known.lastModified)) headers['if-modified-since'] = known.lastModified;
  return headers;
}

/** A header's value as it may be sent back; a server may have sent what Node refuses to send. */
function isSendable(value: string): boolean {
  return value.length <= 1024 && /^[\t\x20-\x7e\x80-\xff]+$/.test(value);
}

/** Reads the answer to a question put with `asked` headers. Throws faults and Node's errors; the connection is then closed. */
export async function readAnswer(response: IncomingMessage, asked: OutgoingHttpHeaders, reader: Reader): Promise<Fetched> {
  const { known, source, lasting } = reader;
  const { statusCode: status = 0, headers } = response;
  const now = reader.now();
  const answered = {
    etag: headers.etag ?? null,
    lastModified: headers['last-modified'] ?? null,
    movedTo: isSameAddress(lasting, source) ? null : lasting,
    freshForSeconds: freshForSeconds(headers, now),
  };
  if (status === 304 && ('if-none-match' in asked || 'if-modified-since' in asked)) {
    response.resume();
    const etag = answered.etag ?? known.etag;
    const lastModified = answered.lastModified ?? known.lastModified;
    return { kind: 'unchanged', by: '304', ...answered, etag, lastModified, sha256: known.sha256, bytes: 0 };
  }
  if (status !== 200 && status !== 203) {
    response.destroy();
    const waitSeconds = status === 429 || status === 503 ? retryAfterSeconds(headers, now) : null;
    reader.onRest(waitSeconds ?? (status === 429 ? restSecondsUntold : 0));
    throw statusFault(status, waitSeconds);
  }
  let large: LargeBuffer | undefined;
  try {
    const { bytes, sha256, wireBytes, isCut } = await readBody(response, reader.limits, async () => {
      large = await reader.enterLarge();
      return large.bytes;
    });
    if (sha256 === known.sha256) return { kind: 'unchanged', by: 'hash', ...answered, sha256, bytes: wireBytes };
    const contentType = headers['content-type'] ?? null;
    return { kind: 'body', ...answered, text: decodeText(bytes, contentType, reader.lang), contentType, sha256, bytes: wireBytes, isCut };
  } finally {
    large?.leave();
  }
}

function isSameAddress(one: string, other: string): boolean {
  return one === other || (URL.canParse(one) && URL.canParse(other) && new URL(one).href === new URL(other).href);
}
