// Groups of a phase whose groups must see each other's settles, one behind the other in the order of their items, whichever worker has them: so
// none is worked on what another is about to change, and what comes of them does not depend on who was quicker.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { claimsBefore } from '../../work/order.js';
import type { Lease } from '../../work.js';

const lookEveryMs = 15;
/** Longer than a group takes by rules; a worker that is slower, or dead, is not waited for, and not again for the same claim. */
const patienceMs = 10_000;

const notWaitedFor = new Set<string>();

/** Returns when no other claim holds items before those of this one, or when it was waited for long enough. Throws what aborted it. */
export async function waitForEarlier(sql: Sql, lease: Lease, signal: AbortSignal): Promise<void> {
  const until = performance.now() + patienceMs;
  for (;;) {
    signal.throwIfAborted();
    const before = (await claimsBefore(sql, lease)).filter((token) => !notWaitedFor.has(token));
    if (before.length === 0) return;
    if (performance.now() >= until) {
      for (const token of before) notWaitedFor.add(token);
      return;
    }
    await sleep(lookEveryMs);
  }
}
