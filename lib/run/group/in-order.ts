// Groups of a phase whose groups must see each other's settles, one behind the other in the order of their items, whichever worker has them: so
// none is worked on what another is about to change, and what comes of them does not depend on who was quicker.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { claimsBefore } from '../../work/order.js';
import type { Lease } from '../../work.js';

/** A group takes some tenths of a second by rules; what is gone on for longer is looked at less often. */
const lookEveryMs = { soon: 4, later: 15 };
const soonMs = 500;
/** Longer than a group takes by rules; a worker that is slower, or dead, is not waited for, and not again for the same claim. */
const patienceMs = 10_000;

const notWaitedFor = new Set<string>();

/**
 * Returns when no other claim holds items before those of this one, or when it was waited for long enough. Where it must wait, `meanwhile` is
 * done once. Throws what aborted it, and what `meanwhile` throws.
 */
export async function waitForEarlier(sql: Sql, lease: Lease, signal: AbortSignal, meanwhile?: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now();
  for (let look = 1; ; look++) {
    signal.throwIfAborted();
    const before = (await claimsBefore(sql, lease)).filter((token) => !notWaitedFor.has(token));
    if (before.length === 0) return;
    const waitedMs = performance.now() - startedAt;
    if (waitedMs >= patienceMs) {
      for (const token of before) notWaitedFor.add(token);
      return;
    }
    if (look === 1 && meanwhile !== undefined) await meanwhile();
    else await sleep(waitedMs < soonMs ? lookEveryMs.soon : lookEveryMs.later);
  }
}
