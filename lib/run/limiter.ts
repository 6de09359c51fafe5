// Takes a way to ask and a number; leaves one that asks at most so many questions at once, in the order they came.
import { setMaxListeners } from 'node:events';
import type { Ask } from '../llm/prompt.js';

/** An aborted question leaves the queue at once, with the abort's reason. */
export function limiter(atOnce: number, ask: Ask): Ask {
  let asking = 0;
  const waiting: (() => void)[] = [];
  return async (prompt, signal) => {
    signal?.throwIfAborted();
    if (asking >= atOnce) await turn(signal);
    else asking++;
    try {
      return await ask(prompt, signal);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else asking--;
    }
  };

  function turn(signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const go = (): void => {
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      const leave = (): void => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal?.reason);
      };
      waiting.push(go);
      // A whole group waits on one signal; from eleven listeners on Node would warn of a leak.
      if (signal) setMaxListeners(0, signal);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}
