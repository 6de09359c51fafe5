// One buffer, used again, for bodies that prove large. Others wait, with the rest of their body still at the server: many large feeds
// cost the memory of one.
import { makeLimiter } from './limiter.js';

export interface LargeBuffer {
  /** What is read into it is good until `leave` is called. */
  bytes: Buffer;
  leave: () => void;
}

/** What it gives resolves when the buffer is free, and rejects with the signal's reason. */
export function makeLargeBuffer(maxBytes: number): (signal: AbortSignal) => Promise<LargeBuffer> {
  const limiter = makeLimiter({ atOnce: 1, perHost: 1, hostSpacingSeconds: 0 });
  let bytes: Buffer | undefined;
  return async (signal) => {
    const leave = await limiter.enter('', signal);
    bytes ??= Buffer.allocUnsafeSlow(maxBytes);
    return { bytes, leave };
  };
}
