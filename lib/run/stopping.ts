// When a run must end: SIGTERM and SIGINT, the soft deadline, a pause. First it claims no more; after the grace, or at a second
// signal, what is still under way is aborted and given back. `timeout` passes one signal on twice, which must not cost the grace.
import type { Exit } from './progress.js';

export interface Stopping {
  /** Aborted when no more may be claimed. */
  noMore: AbortSignal;
  /** Aborted when work under way must end now. */
  stop: AbortSignal;
  /** Why it ends early, or null while it does not. */
  because: () => { exit: Exit; reason: string } | null;
  end: (exit: Exit, reason: string) => void;
  /** Ends everything at once: nothing that is under way can succeed. */
  abort: (reason: Error) => void;
  /** Removes the signal handlers and timers. */
  forget: () => void;
}

/** Signals so close together are one order. */
const echoSeconds = 1;

/** Listens to signals and the clock until `forget`. */
export function listenForStop(options: { deadlineSeconds: number; graceSeconds: number }): Stopping {
  const noMore = new AbortController();
  const stop = new AbortController();
  let because: { exit: Exit; reason: string } | null = null;
  let grace: NodeJS.Timeout | undefined;
  let signalledAt = Number.NEGATIVE_INFINITY;

  const end = (exit: Exit, reason: string): void => {
    if (because) return;
    because = { exit, reason };
    noMore.abort();
    grace = setTimeout(() => stop.abort(new Error(`The grace of ${options.graceSeconds} s is over.`)), options.graceSeconds * 1000);
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    const echo = performance.now() - signalledAt < echoSeconds * 1000;
    if (because && !echo) stop.abort(new Error(`A second ${signal} came.`));
    if (!echo) signalledAt = performance.now();
    end('stopped', signal);
  };
  const deadline = setTimeout(() => end('stopped', `the deadline of ${options.deadlineSeconds} s`), options.deadlineSeconds * 1000);
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
  return {
    noMore: noMore.signal,
    stop: stop.signal,
    because: () => because,
    end,
    abort: (reason) => {
      noMore.abort();
      stop.abort(reason);
    },
    forget: () => {
      clearTimeout(deadline);
      clearTimeout(grace);
      process.off('SIGTERM', onSignal);
      process.off('SIGINT', onSignal);
    },
  };
}
