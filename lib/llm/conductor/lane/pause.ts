// How long a server that says "not now" is left alone: as long as it asks for, else longer each time, with a jitter.
import type { Fault, FaultKind } from '../../fault.js';

const kinds: Partial<Record<FaultKind, { firstMs: number; mostMs: number }>> = {
  rate_limited: { firstMs: 15_000, mostMs: 10 * 60_000 },
  busy: { firstMs: 1000, mostMs: 60_000 },
  quota: { firstMs: 3_600_000, mostMs: 24 * 3_600_000 },
  over_budget: { firstMs: 500, mostMs: 24 * 3_600_000 },
};

/** Whether a fault of this kind is waited out; any other counts against a breaker or is not the lane's. */
export function isWaitedOut(kind: FaultKind): boolean {
  return kinds[kind] !== undefined;
}

/** Until when, milliseconds since 1970, and whether the server said so itself. `inARow`: pauses since the last success. */
export function pauseEnd(fault: Fault, inARow: number, random: () => number, now: number): { until: number; isTold: boolean } {
  const { firstMs, mostMs } = kinds[fault.kind] ?? { firstMs: 0, mostMs: 0 };
  const { until, retryAfterSeconds } = fault.details;
  const told = until?.getTime() ?? (retryAfterSeconds === undefined ? undefined : now + retryAfterSeconds * 1000);
  const grown = now + Math.min(firstMs * 2 ** inARow, mostMs) * (0.75 + random() / 2);
  // Who says "at once" each time is believed less and less; what others set aside does come back at once.
  const leastMs = fault.kind === 'over_budget' ? 50 : Math.min(50 * 2 ** inARow, 10_000);
  return { until: Math.min(Math.max(told ?? grown, now + leastMs), now + mostMs + 60_000), isTold: told !== undefined };
}
