// How much a lane has under way, how much it may have, and how long it takes. After trouble it begins with one call at once and doubles
// with each success.

/** What a call is taken to last before any was measured. */
const firstGuessMs = { local: 5000, far: 2000 };
/** How much newer measurements count. */
const fresh = 0.2;

/** `runs` says what a call is guessed to take until one was measured. */
export function makeLoad(runs: keyof typeof firstGuessMs, atOnce: number) {
  const underWay = new Map<string, number>();
  let cap = atOnce;
  let callMs = firstGuessMs[runs];
  let measured = false;
  let loadMs = 0;
  const count = (): number => [...underWay.values()].reduce((sum, calls) => sum + calls, 0);
  return {
    underWay: count,
    hasRoom: (): boolean => count() < cap,
    callMs: (): number => callMs,
    /** What a change of model and a call take. */
    changeMs: (): number => callMs + loadMs,
    /** What is under way and `calls` more take. */
    needsMs: (calls: number): number => Math.ceil((calls + count()) / Math.max(cap, 1)) * callMs,
    started: (model: string): void => {
      underWay.set(model, (underWay.get(model) ?? 0) + 1);
    },
    ended: (model: string): void => {
      underWay.set(model, (underWay.get(model) ?? 1) - 1);
    },
    succeeded: (latencyMs: number, loadedMs: number): void => {
      callMs += (Math.max(1, latencyMs - loadedMs) - callMs) * (measured ? fresh : 1);
      measured = true;
      if (loadedMs >= 500) loadMs = loadedMs;
      cap = Math.min(atOnce, cap * 2);
    },
    /** One call at once from now on. */
    troubled: (): void => {
      cap = 1;
    },
  };
}
