// Takes bodies that prove large; leaves room for one of them at a time. Guards memory: the room is made once and used again, so that
// many large bodies cost no more than one, and the rest of each waits in its server.
import { makeGate } from './gate.js';

export interface LargeRoom {
  /** What is read into it is good until `leave` is called. */
  bytes: Buffer;
  leave: () => void;
}

/** What it gives resolves when the room is free, and rejects with the signal's reason. */
export function makeLargeRoom(maxBytes: number): (signal: AbortSignal) => Promise<LargeRoom> {
  const gate = makeGate({ atOnce: 1, perHost: 1, hostSpacingSeconds: 0 });
  let bytes: Buffer | undefined;
  return async (signal) => {
    const leave = await gate.enter('', signal);
    bytes ??= Buffer.allocUnsafeSlow(maxBytes);
    return { bytes, leave };
  };
}
