// Pages as they were made a moment ago: fifty readers of one page ask the database once, and none waits for what others read just now. Bounded by number and by size, so that memory stays
// flat whatever is asked for.
import { createHash } from 'node:crypto';

export interface PageAnswer {
  status: 200 | 404;
  type: string;
  /** As it is sent: made once, however many read it. */
  body: Buffer<ArrayBuffer>;
  etag: string;
}

interface Kept {
  answer: Promise<PageAnswer>;
  /** By the clock of `performance.now`. */
  madeAtMs: number;
  size: number;
  /** Another is being made in its place. */
  isRenewed: boolean;
}

/** An answer is given as it is for so long; after that once more while it is made anew, but not when it is older than the second. */
const [freshMs, staleMs] = [10_000, 60_000];
const most = { pages: 1500, bytes: 20 * 2 ** 20 };

/** With the tag that a browser asks again by: a digest of the text. */
export function pageAnswer(status: PageAnswer['status'], type: string, text: string): PageAnswer {
  const body = Buffer.from(text);
  return { status, type, body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

type Keeper = (address: string, make: () => Promise<PageAnswer>) => Promise<PageAnswer>;

/** The answer of an address: one that is kept or on its way, or else the one that `make` makes. A failure is not kept. */
export function keeper(now: () => number = () => performance.now()): Keeper {
  const kept = new Map<string, Kept>();
  let bytes = 0;

  const forget = (address: string): void => {
    bytes -= kept.get(address)?.size ?? 0;
    kept.delete(address);
  };
  const keep = (address: string, one: Kept, size: number): void => {
    forget(address);
    kept.set(address, Object.assign(one, { size }));
    bytes += size;
    for (const [oldest] of kept) {
      if (kept.size <= most.pages && bytes <= most.bytes) break;
      forget(oldest);
    }
  };
  const making = (make: () => Promise<PageAnswer>): Kept => ({ answer: make(), madeAtMs: now(), size: 0, isRenewed: false });
  /** Its size is known once it is made; until then another may have taken its place. */
  const weigh = async (address: string, one: Kept): Promise<PageAnswer> => {
    try {
      const answer = await one.answer;
      if (kept.get(address) === one) keep(address, one, answer.body.length);
      return answer;
    } catch (error) {
      if (kept.get(address) === one) forget(address);
      throw error;
    }
  };
  const renew = async (address: string, known: Kept, make: () => Promise<PageAnswer>): Promise<void> => {
    known.isRenewed = true;
    const next = making(make);
    try {
      const answer = await next.answer;
      keep(address, next, answer.body.length);
    } catch {
      // Who asks next is told, for then it is made while he waits.
      if (kept.get(address) === known) forget(address);
    }
  };

  return async (address, make) => {
    const known = kept.get(address);
    const ageMs = known === undefined ? Number.POSITIVE_INFINITY : now() - known.madeAtMs;
    if (known !== undefined && ageMs < staleMs) {
      if (ageMs >= freshMs && !known.isRenewed) void renew(address, known, make);
      return await known.answer;
    }
    const one = making(make);
    keep(address, one, 0);
    return await weigh(address, one);
  };
}
