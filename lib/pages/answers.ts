// Pages as they were made a moment ago: fifty readers of one page ask the database once. Bounded by number and by size, so that memory stays
// flat whatever is asked for.
import { createHash } from 'node:crypto';

export interface Answer {
  status: 200 | 404;
  type: string;
  body: string;
  etag: string;
}

interface Kept {
  answer: Promise<Answer>;
  /** By the clock of `performance.now`. */
  madeAtMs: number;
  size: number;
}

const freshMs = 10_000;
const most = { pages: 200, bytes: 16 * 2 ** 20 };

export function answerOf(status: Answer['status'], type: string, body: string): Answer {
  return { status, type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** The answer of an address: one that is fresh or on its way, or else the one that `make` makes. A failure is not kept. */
export function keeper(now: () => number = () => performance.now()): (address: string, make: () => Promise<Answer>) => Promise<Answer> {
  const kept = new Map<string, Kept>();
  let bytes = 0;
  const forget = (address: string): void => {
    bytes -= kept.get(address)?.size ?? 0;
    kept.delete(address);
  };
  return async (address, make) => {
    const known = kept.get(address);
    if (known && now() - known.madeAtMs < freshMs) return known.answer;
    forget(address);
    const one: Kept = { answer: make(), madeAtMs: now(), size: 0 };
    kept.set(address, one);
    try {
      const answer = await one.answer;
      if (kept.get(address) === one) {
        one.size = 2 * (answer.body.length + address.length);
        bytes += one.size;
      }
      for (const [oldest] of kept) {
        if (kept.size <= most.pages && bytes <= most.bytes) break;
        forget(oldest);
      }
      return answer;
    } catch (error) {
      if (kept.get(address) === one) forget(address);
      throw error;
    }
  };
}
