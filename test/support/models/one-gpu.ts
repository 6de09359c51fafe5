// The memory of a fake Ollama: room for one model, one run at a time, a queue before it. Another model, or other runner options of the
// same one, must be loaded first, which takes the swap time.
import type { ServerResponse } from 'node:http';
import { pause } from './model-server.js';

/** Options that belong to the loaded runner; the others can change with each request. */
const runnerOptions = ['num_ctx', 'num_batch', 'num_gpu', 'main_gpu', 'use_mmap', 'num_thread'];

export interface Loaded {
  model: string;
  /** Milliseconds since 1970; Infinity for ever. */
  expiresAt: number;
}

export interface GpuCounters {
  /** How often one model took the place of another. */
  swaps: number;
  /** How often a model was loaded: the swaps, the first one, those after an unload, and those for other runner options. */
  loads: number;
}

export interface OneGpu {
  /** Null where nothing is loaded. */
  loaded(): Loaded | null;
  /** Waits for the run before it to end; runs until the response closes. False when the client went before its turn. */
  turn(response: ServerResponse): Promise<boolean>;
  full(): boolean;
  /** Milliseconds that the load took, 0 where none was needed, null when the client went meanwhile (and nothing is loaded then). */
  load(model: string, options: Readonly<Record<string, unknown>>, response: ServerResponse): Promise<number | null>;
  /** Keeps what is loaded for so long; 0 unloads it. */
  keep(ms: number): void;
  counters(): GpuCounters;
  reset(): void;
}

export function makeOneGpu({ swapMs, loaded, maxQueue }: { swapMs: number; loaded: string | null; maxQueue: number }): OneGpu {
  let inMemory = loaded === null ? null : { model: loaded, runner: null as string | null, expiresAt: Number.POSITIVE_INFINITY };
  let swaps = 0;
  let loads = 0;
  let running = false;
  const waiting: (() => void)[] = [];

  const current = () => {
    if (inMemory && inMemory.expiresAt <= Date.now()) inMemory = null;
    return inMemory;
  };

  const next = (): void => {
    running = false;
    waiting.shift()?.();
  };

  return {
    loaded: () => current(),
    full: () => waiting.length >= maxQueue,
    turn: (response) =>
      new Promise((resolve) => {
        const begin = () => {
          if (response.destroyed) {
            resolve(false);
            return next();
          }
          running = true;
          response.once('close', next);
          resolve(true);
        };
        if (running) waiting.push(begin);
        else begin();
      }),
    load: async (model, options, response) => {
      const runner = JSON.stringify(runnerOptions.map((name) => options[name] ?? null));
      const before = current();
      if (before?.model === model && (before.runner ?? runner) === runner) {
        before.runner = runner;
        return 0;
      }
      loads++;
      if (before && before.model !== model) swaps++;
      inMemory = null;
      if (!(await pause(swapMs, response))) return null;
      inMemory = { model, runner, expiresAt: Number.POSITIVE_INFINITY };
      return swapMs;
    },
    keep: (ms) => {
      if (inMemory) inMemory.expiresAt = Date.now() + ms;
    },
    counters: () => ({ swaps, loads }),
    reset: () => {
      swaps = 0;
      loads = 0;
    },
  };
}

const unitMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** A keep_alive in milliseconds: seconds as a number, or a text like "10m" or "1h30m"; below zero for ever; 5 minutes without. */
export function keepAliveMs(keepAlive: unknown): number {
  if (keepAlive === undefined || keepAlive === null) return 5 * 60_000;
  if (typeof keepAlive === 'number') return keepAlive < 0 ? Number.POSITIVE_INFINITY : keepAlive * 1000;
  const text = String(keepAlive);
  if (!/^-?(0|(\d+(\.\d+)?(ms|s|m|h))+)$/.test(text)) throw new SyntaxError(`time: invalid duration "${text}"`);
  if (text.startsWith('-')) return Number.POSITIVE_INFINITY;
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (unitMs[unit ?? 's'] ?? 0), 0);
}
