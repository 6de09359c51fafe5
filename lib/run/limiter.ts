// Takes a way to ask and a number; leaves one that asks at most so many questions at once, in the order they came.
import type { Ask } from '../llm/prompt.js';

/** An aborted question leaves the queue with the abort's reason. */
export function limiter(atOnce: number, ask: Ask): Ask {
  let asking = 0;
  const waiting: (() => void)[] = [];
  return async (prompt, signal) => {
    if (asking >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else asking++;
    try {
      signal?.throwIfAborted();
      return await ask(prompt, signal);
    } finally {
      const next = waiting.shift();
      if (next) next();
      else asking--;
    }
  };
}
