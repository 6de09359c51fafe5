// Reads a body, decompressed, with its hash. What comes over the wire and what it unfolds to are both capped while they stream, and one
// large body is held at a time: so memory does not depend on what servers send.
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { decompressed } from './decompress.js';
import { isWhole } from './ending.js';
import { FetchFault } from './problem.js';

export interface BodyLimits {
  /** Of a body, compressed and decompressed, in bytes. */
  maxBytes: number;
  /** A body past this many bytes needs the one buffer for large ones to go on. */
  largeBytes: number;
}

interface Body {
  /** Of a large body: good as long as its buffer is held. */
  bytes: Buffer;
  /** Hexadecimal, of the decompressed bytes. */
  sha256: string;
  /** What came over the wire, headers not counted. */
  wireBytes: number;
  /** The connection was cut before as much had come as was announced; the document has ended all the same, so nothing of it is missing. */
  isCut: boolean;
}

/**
 * Reads the body to its end. `enterLarge` is awaited once, when the body proves large, for the buffer to go on; until then the server is not
 * read from. Throws a fault for a body past a cap or with a compression we do not know, else Node's errors; the connection is then closed.
 */
export async function readBody(response: IncomingMessage, limits: BodyLimits, enterLarge: () => Promise<Buffer>): Promise<Body> {
  const announced = Number(response.headers['content-length'] ?? 0);
  if (announced > limits.maxBytes) {
    response.destroy();
    throw tooLarge(limits.maxBytes, `${mebibytes(announced)} MiB announced`);
  }
  const wire: Wire = { bytes: 0, cut: null };
  let chunks: Buffer[] = [];
  let large: Buffer | undefined;
  let bytes = 0;
  try {
    for await (const chunk of decompressed(counted(response, wire, limits.maxBytes), response.headers['content-encoding'] ?? '')) {
      if (bytes + chunk.length > limits.maxBytes) throw tooLarge(limits.maxBytes, `${mebibytes(wire.bytes)} MiB over the wire`);
      if (!large && bytes + chunk.length > limits.largeBytes) {
        large = await enterLarge();
        Buffer.concat(chunks, bytes).copy(large);
        chunks = [];
      }
      if (large) chunk.copy(large, bytes);
      else chunks.push(chunk);
      bytes += chunk.length;
    }
  } catch (error) {
    // A decompressor that misses the rest says so in its own words.
    if (!wire.cut) throw error;
  } finally {
    if (!response.complete) response.destroy();
  }
  const [first] = chunks;
  const body = large ? large.subarray(0, bytes) : first && chunks.length === 1 ? first : Buffer.concat(chunks, bytes);
  if (wire.cut && !isWhole(body)) throw wire.cut;
  return { bytes: body, sha256: createHash('sha256').update(body).digest('hex'), wireBytes: wire.bytes, isCut: wire.cut !== null };
}

interface Wire {
  bytes: number;
  /** Why less came than was announced; null where all came. */
  cut: unknown;
}

/** Ends where the wire is cut, so that what came before is decompressed to its end. */
async function* counted(response: IncomingMessage, wire: Wire, maxBytes: number): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      wire.bytes += chunk.length;
      if (wire.bytes > maxBytes) throw tooLarge(maxBytes, 'still going on');
      yield chunk;
    }
  } catch (error) {
    if (!isCut(error)) throw error;
    wire.cut = error;
  }
}

/** The server closed the connection, or said nothing more until the time was up. */
function isCut(error: unknown): boolean {
  if (error instanceof FetchFault) return error.kind === 'deadline';
  return error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'ERR_STREAM_PREMATURE_CLOSE');
}

function tooLarge(maxBytes: number, detail: string): FetchFault {
  return new FetchFault('too_large', 'too large', `it is larger than the ${mebibytes(maxBytes)} MiB a feed may have (${detail})`, {
    toDo: 'Check that the address is that of a feed; a site with so long a feed often has shorter ones by topic.',
  });
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 && bytes % (1024 * 1024) !== 0 ? 2 : 0);
}
