// Takes a feed's address or file and what is known of it; leaves its text, or the news that it has not changed. Guards the process:
// a body past the cap or the deadline is dropped while it streams.
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';

/** What the last whole reading left; all null for a feed never read. */
export interface KnownVersion {
  etag: string | null;
  lastModified: string | null;
  sha256: string | null;
}

/** `text` is null when the feed has not changed since the known version. */
export interface Body extends KnownVersion {
  text: string | null;
}

const maxBytes = 15 * 1024 * 1024;
const deadlineSeconds = 20;
const agent = 'SNI/0.1 (news headline reader)';

/**
 * Reads a feed; a relative or absolute path is read from `folder`, http(s) addresses are fetched with the known validators.
 * Throws a sentence that names the feed when it cannot be read.
 */
export async function readBody(feed: string, folder: string, known: KnownVersion, signal: AbortSignal): Promise<Body> {
  return /^https?:\/\//i.test(feed) ? fetchBody(feed, known, signal) : readFileBody(resolve(folder, feed), known);
}

async function readFileBody(path: string, known: KnownVersion): Promise<Body> {
  try {
    const { size } = await stat(path);
    if (size > maxBytes) throw new Error(`it has ${size} bytes, more than the ${maxBytes} allowed`);
    return bodyOf(await readFile(path), known, null, { etag: null, lastModified: null });
  } catch (cause) {
    throw new Error(`The feed file ${path} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
}

async function fetchBody(url: string, known: KnownVersion, signal: AbortSignal): Promise<Body> {
  const headers: Record<string, string> = {
    'user-agent': agent,
    accept:
      'application/rss+xml, application/atom+xml, application/feed+json, application/xml, text/xml, application/json;q=0.9, */*;q=0.5',
  };
  if (known.etag) headers['if-none-match'] = known.etag;
  if (known.lastModified) headers['if-modified-since'] = known.lastModified;
  try {
    const response = await fetch(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(deadlineSeconds * 1000)]) });
    if (response.status === 304) {
      await response.body?.cancel();
      return { ...known, text: null };
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new Error(`the server answered ${response.status} ${response.statusText}`.trim());
    }
    const validators = { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') };
    return bodyOf(await capped(response), known, response.headers.get('content-type'), validators);
  } catch (cause) {
    throw new Error(`The feed ${url} cannot be read: ${reasonOf(cause)}.`, { cause });
  }
}

/** The body's bytes, refused while they stream once they pass the cap. */
async function capped(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new Error(`it has more than the ${maxBytes} bytes allowed`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function bodyOf(
  bytes: Buffer,
  known: KnownVersion,
  contentType: string | null,
  validators: { etag: string | null; lastModified: string | null },
): Body {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...validators, sha256, text: sha256 === known.sha256 ? null : decode(bytes, contentType) };
}

/** Decodes by byte order mark, then the server's charset, then the XML prolog, else UTF-8. */
function decode(bytes: Buffer, contentType: string | null): string {
  const prolog = bytes.subarray(0, 200).toString('latin1');
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  const named =
    mark ?? contentType?.match(/charset=["']?([\w-]+)/i)?.[1] ?? prolog.match(/<\?xml[^>]*encoding=["']([\w-]+)/i)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(named).decode(bytes);
  } catch (cause) {
    if (cause instanceof RangeError) throw new Error(`its character set ${named} is unknown`, { cause });
    throw cause;
  }
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return `no whole answer within ${deadlineSeconds} s`;
  const deeper = cause.cause instanceof Error ? cause.cause.message || ('code' in cause.cause ? String(cause.cause.code) : '') : '';
  return deeper ? `${cause.message} (${deeper})` : cause.message;
}
