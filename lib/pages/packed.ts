// Answers as a reader takes them: packed by brotli or gzip where he says so and it pays, once however many read it.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { PageAnswer } from './answers.js';

type Encoding = 'br' | 'gzip';

/** Shorter ones go into one packet as they are. */
const leastBytes = 1400;
const ways: Record<Encoding, (body: Buffer<ArrayBuffer>) => Promise<Buffer<ArrayBuffer>>> = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: (body) => promisify(gzip)(body),
};
const packed = new WeakMap<PageAnswer, Partial<Record<Encoding, Promise<Buffer<ArrayBuffer>>>>>();

/** How the answer goes to a reader who says so in Accept-Encoding; null: as it is. */
export function encodingFor({ body }: PageAnswer, accepts: string): Encoding | null {
  return body.length < leastBytes ? null : chosen(accepts);
}

/** The body so packed. */
export async function packedBody(answer: PageAnswer, encoding: Encoding | null): Promise<Buffer<ArrayBuffer>> {
  if (encoding === null) return answer.body;
  const ready = packed.get(answer) ?? {};
  packed.set(answer, ready);
  ready[encoding] ??= ways[encoding](answer.body);
  return await ready[encoding];
}

/** Other bytes have another tag. */
export function tagFor({ etag }: PageAnswer, encoding: Encoding | null): string {
  return encoding === null ? etag : `"${createHash('sha256').update(etag).update(encoding).digest('base64url').slice(0, 22)}"`;
}

function chosen(accepts: string): Encoding | null {
  const taken = accepts
    .toLowerCase()
    .split(',')
    .map((one) => one.trim().split(/\s*;\s*q\s*=\s*/))
    .filter(([, weight = '1']) => Number(weight) > 0)
    .map(([name]) => name);
  return (['br', 'gzip'] as const).find((encoding) => taken.includes(encoding)) ?? null;
}
