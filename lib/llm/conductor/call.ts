// One call of one question at one server: paid for, bounded in time, and never longer than its signals allow.
import { setMaxListeners } from 'node:events';
import { Fault } from '../fault.js';
import { bytesOf, type Maker, type Question, type Reply } from '../server.js';
import type { Lane } from './lane.js';

export interface Served extends Reply {
  maker: Maker;
  costUsd: number;
  waitedMs: number;
  latencyMs: number;
}

interface CallOptions {
  lane: Lane;
  maker: Maker;
  question: Question;
  timeoutSeconds: number;
  /** The asker's, the conductor's, the lane's: each ends the call with its reason. */
  signals: readonly (AbortSignal | undefined)[];
}

/** A longer timer of Node fires at once. */
const longestTimerMs = 2 ** 31 - 1;

/** Throws a Fault, or the reason of the signal that was aborted. `costUsd` of a failed call goes to `paid`. */
export async function call(options: CallOptions, paid: (costUsd: number) => void): Promise<Omit<Served, 'waitedMs'>> {
  const { lane, maker, question, signals, timeoutSeconds } = options;
  const { payment } = lane;
  const reserved = payment ? await payment.reserve(maker.model, bytesOf(question), lane.server.billedTokensMost(question)) : null;
  const left = signals.find((signal) => signal?.aborted);
  if (left) {
    reserved?.settle('nothing');
    throw left.reason;
  }
  const startedAt = performance.now();
  const ending = new AbortController();
  const timeout = setTimeout(
    () => ending.abort(new Fault('timeout', `${lane.server.where} did not answer ${maker.model} within ${timeoutSeconds} s.`)),
    Math.min(timeoutSeconds * 1000, longestTimerMs),
  );
  const unlisten = signals.map((signal) => follow(signal, ending));
  try {
    const reply = await Promise.race([lane.server.put(maker.model, question, ending.signal), whenAborted(ending.signal)]);
    const costUsd = reserved?.settle(reply.usage ?? 'unknown') ?? 0;
    return { ...reply, maker, costUsd, latencyMs: Math.round(performance.now() - startedAt) };
  } catch (error) {
    const sent = !(error instanceof Fault) || error.mayBeBilled;
    paid(reserved?.settle(sent ? 'unknown' : 'nothing') ?? 0);
    // What broke off here may go on at the server.
    ending.abort(error);
    throw error;
  } finally {
    clearTimeout(timeout);
    for (const forget of unlisten) forget();
  }
}

/** Aborts `ending` with the signal's reason; returns how to stop listening. */
function follow(signal: AbortSignal | undefined, ending: AbortController): () => void {
  if (!signal) return () => undefined;
  const abort = (): void => ending.abort(signal.reason);
  if (signal.aborted) abort();
  setMaxListeners(0, signal);
  signal.addEventListener('abort', abort, { once: true });
  return () => signal.removeEventListener('abort', abort);
}

/** A server's client that does not listen to its signal must not hold the lane. */
function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
