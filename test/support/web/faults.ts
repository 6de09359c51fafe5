// Ways in which a fake web answers: well, late, never, broken, endless, compressed into a bomb. Each is an Answer for FakeWeb.on.
import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { brotliCompressSync, constants, createGzip, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import type { Answer } from './fake-web.js';

const rss = { 'content-type': 'application/rss+xml; charset=utf-8' };

/** The body with its length; `headers` may take away the content type by an empty one. */
export function whole(body: string | Buffer, headers: OutgoingHttpHeaders = {}): Answer {
  return (response) => {
    const merged = { ...rss, ...headers };
    if (merged['content-type'] === '') Reflect.deleteProperty(merged, 'content-type');
    response.writeHead(200, { ...merged, 'content-length': Buffer.byteLength(body) }).end(body);
  };
}

/** The body with an ETag of its content and a Last-Modified; 304 to whoever names either. */
export function conditional(body: string | Buffer, lastModified = 'Tue, 10 Mar 2026 08:00:00 GMT', more: OutgoingHttpHeaders = {}): Answer {
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  return (response, { headers }) => {
    const same = headers['if-none-match'] ? headers['if-none-match'] === etag : headers['if-modified-since'] === lastModified;
    if (same) response.writeHead(304, { etag, 'last-modified': lastModified }).end();
    else response.writeHead(200, { ...rss, ...more, etag, 'last-modified': lastModified }).end(body);
  };
}

export function status(code: number, headers: OutgoingHttpHeaders = {}, body = 'no feed here'): Answer {
  return (response) => response.writeHead(code, headers).end(body);
}

export function redirect(location: string, code = 302): Answer {
  return status(code, { location });
}

/** Each answer in turn; the last one for ever. */
export function inTurn(...answers: readonly Answer[]): Answer {
  let turn = 0;
  return (response, request) => answers[Math.min(turn++, answers.length - 1)]?.(response, request);
}

export function late(seconds: number, answer: Answer): Answer {
  return (response, request) => setTimeout(() => answer(response, request), seconds * 1000).unref();
}

/** Takes the request and says nothing, ever. */
export const hang: Answer = () => undefined;

/** Sends the head and then nothing. */
export const hangAfterHead: Answer = (response) => response.writeHead(200, rss).flushHeaders();

/** A byte now and then, for ever. */
export const drip: Answer = (response) => {
  response.writeHead(200, rss);
  const timer = setInterval(() => response.write(' '), 20);
  response.on('close', () => clearInterval(timer));
};

/** As fast as the client takes it, for ever; compressed it is a bomb. */
export function endless({ gzip = false, level = 9 } = {}): Answer {
  return (response) => {
    response.on('error', () => undefined);
    response.writeHead(200, { ...rss, ...(gzip ? { 'content-encoding': 'gzip' } : {}) });
    const out = gzip ? createGzip({ level }) : response;
    if (out !== response) out.pipe(response);
    const block = Buffer.alloc(64 * 1024, ' ');
    const pour = () => {
      while (!response.destroyed && out.write(block));
      if (!response.destroyed) out.once('drain', pour);
    };
    pour();
  };
}

/** Cuts the connection with a reset instead of an answer. */
export const reset: Answer = (_response, { socket }) => void socket.resetAndDestroy();

/** Announces more than it sends, then closes. */
export function truncated(body: string, announced: number): Answer {
  return (response, { socket }) => {
    response.writeHead(200, { ...rss, 'content-length': announced });
    response.write(body, () => socket.destroySoon());
  };
}

/** Bytes on the socket that Node's server would never send. */
export function raw(bytes: string | Buffer): Answer {
  return (_response, { socket }) => void socket.end(bytes);
}

export type Encoding = 'gzip' | 'deflate' | 'deflate-raw' | 'br';

const compress: Readonly<Record<Encoding, (body: string | Buffer) => Buffer>> = {
  gzip: (body) => gzipSync(body),
  deflate: (body) => deflateSync(body),
  'deflate-raw': (body) => deflateRawSync(body),
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }),
};

export function compressed(body: string | Buffer, encoding: Encoding, headers: OutgoingHttpHeaders = {}): Answer {
  return whole(compress[encoding](body), { 'content-encoding': encoding.replace('-raw', ''), ...headers });
}
