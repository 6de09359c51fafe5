// Decompresses a body as it streams. Servers name one compression and send another, or none, or call "utf-8" one: so gzip and plain text
// are told by their first bytes, not by the header.
import { pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchFault } from './problem.js';

type Chunks = AsyncIterable<Buffer>;

/** More layers than this are a trick, not a feed. */
const maxLayers = 3;
/** Larger than zlib's 16 KiB: fewer rounds through its thread pool. */
const chunkSize = 64 * 1024;

/**
 * Undoes gzip, deflate (zlib or raw) and br, in layers; a word that is no compression is passed over where text follows. Throws a fault
 * for another compression, zlib's errors for a broken body.
 */
export function decompressed(chunks: Chunks, contentEncoding: string): Chunks {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > maxLayers) throw unknown(contentEncoding);
  // A file.xml.gz comes with no encoding named, or with one that is a lie: looking for gzip's mark costs nothing.
  return encodings.reverse().reduce<Chunks>(undo, encodings.length === 0 ? undo(chunks, 'identity') : chunks);
}

async function* undo(chunks: Chunks, encoding: string): AsyncGenerator<Buffer> {
  const [start, whole] = await peek(chunks);
  const inflater = inflaterFor(encoding, start);
  if (!inflater) {
    yield* whole;
    return;
  }
  let failure: unknown;
  pipeline(Readable.from(whole, { objectMode: false }), inflater, (error) => {
    failure = error;
  });
  try {
    yield* inflater;
  } catch (error) {
    throw failure ?? error;
  } finally {
    inflater.destroy();
  }
}

/** Null where nothing is to be undone. */
function inflaterFor(encoding: string, start: Buffer) {
  const isGzip = start[0] === 0x1f && start[1] === 0x8b;
  switch (encoding) {
    case 'identity':
    case 'gzip':
    case 'x-gzip':
      return isGzip ? createGunzip({ chunkSize }) : null;
    case 'deflate':
      if (isGzip) return createGunzip({ chunkSize });
      return isText(start) ? null : isZlib(start) ? createInflate({ chunkSize }) : createInflateRaw({ chunkSize });
    case 'br':
      return start.length === 0 ? null : createBrotliDecompress({ chunkSize });
    default:
      if (isGzip) return createGunzip({ chunkSize });
      if (!compressions.has(encoding) && isReadable(start)) return null;
      throw unknown(encoding);
  }
}

/** Content codings (IANA) that we do not ask for and cannot undo; any other word names none. */
const compressions = new Set(['aes128gcm', 'compress', 'x-compress', 'dcb', 'dcz', 'exi', 'pack200-gzip', 'zstd']);

/** A zlib header: method 8, and a check by 31 (RFC 1950, 2.2). */
function isZlib(start: Buffer): boolean {
  const [method = 0, flags = 0] = start;
  return (method & 0x0f) === 8 && ((method << 8) + flags) % 31 === 0;
}

/** A feed sent as it is begins with "<", "{", "[" and "?", "!", a letter, white space or a quote; raw deflate hardly ever does. */
function isText(start: Buffer): boolean {
  return start.length === 0 || /^[<{[][\s?!a-zA-Z"{]/.test(start.toString('latin1'));
}

/** Text as far as it is seen, in UTF-16 where a mark says so: without the control characters that any compression has among so many. */
function isReadable(start: Buffer): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return /^(?:\xff\xfe|\xfe\xff)/.test(start.toString('latin1')) || !/[\0-\x08\x0e-\x1a\x1c-\x1f\x7f]/.test(start.toString('latin1'));
}

/** So many bytes are looked at. */
const startBytes = 64;

/** The first bytes, or fewer where there are no more, and all chunks again. */
async function peek(chunks: Chunks): Promise<[start: Buffer, whole: Chunks]> {
  const iterator = chunks[Symbol.asyncIterator]();
  let start: Buffer = Buffer.alloc(0);
  while (start.length < startBytes) {
    const next = await iterator.next();
    if (next.done) break;
    start = start.length === 0 ? next.value : Buffer.concat([start, next.value]);
  }
  return [start.subarray(0, startBytes), again(start, iterator)];
}

async function* again(start: Buffer, iterator: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  try {
    if (start.length > 0) yield start;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

function unknown(encoding: string): FetchFault {
  return new FetchFault('compression', 'unknown compression', `its compression "${encoding.slice(0, 40)}" is none we asked for`, {
    toDo: 'It is tried again later by itself; if this goes on, the site must be told.',
  });
}
