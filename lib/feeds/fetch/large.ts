// Takes bodies that prove large; gives a buffer to one of them at a time. The buffer is made once and used again, so that
// many large bodies cost no more than one, and the rest of each waits in its server.
import { makeGate } from './gate.js';

export interface LargeBuffer {
  /** What is read into it is good until `leave` is called. */
  bytes: Buffer;
  leave: () => void;
}

/** What it gives resolves when the buffer is free, and rejects with the signal's reason. */
export function makeLargeBuffer(maxBytes: number): (signal: AbortSignal) => Promise<LargeBuffer> {
  const gate = makeGate({ atOnce: 1, perHost: 1, hostSpacingSeconds: 0 });
  let bytes: Buffer | undefined;
  return async (signal) => {
    const leave = await gate.enter('', signal);
    bytes ??= Buffer.allocUnsafeSlow(maxBytes);
    return { bytes, leave };
  };
}
