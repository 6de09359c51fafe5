// The time that a fetch may take in all, so that a server that sends a byte now and then does not hold us. Only our own queues stop the
// clock.
import { setMaxListeners } from 'node:events';
import { FetchFault } from './problem.js';

export interface Deadline {
  /** Aborted with a fault when the time is up, with the others' reason when they abort. */
  signal: AbortSignal;
  /** The clock stands still while `waiting` goes on: waiting for our own turn is not the server's fault. */
  except<T>(waiting: Promise<T>): Promise<T>;
  /** Frees timer and listeners; the signal is aborted no more. */
  end(): void;
}

/** The clock runs from now. One of `others` that is aborted already gives an aborted signal. */
export function startDeadline(seconds: number, others: readonly AbortSignal[]): Deadline {
  const controller = new AbortController();
  let leftMs = seconds * 1000;
  let startedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  const giveUp = () => controller.abort(others.find((other) => other.aborted)?.reason);
  if (others.some((other) => other.aborted)) giveUp();
  // One signal stands for a whole run; as many fetches as the limiter lets wait may listen to it, which Node takes for a leak.
  setMaxListeners(0, ...others);
  for (const other of others) other.addEventListener('abort', giveUp, { once: true });
  start();
  return {
    signal: controller.signal,
    async except(waiting) {
      stop();
      try {
        return await waiting;
      } finally {
        start();
      }
    },
    end() {
      stop();
      for (const other of others) other.removeEventListener('abort', giveUp);
    },
  };

  function start(): void {
    startedAt = performance.now();
    timer = setTimeout(() => controller.abort(timeUp(seconds)), Math.max(leftMs, 0));
  }

  function stop(): void {
    clearTimeout(timer);
    leftMs -= performance.now() - startedAt;
  }
}

function timeUp(seconds: number): FetchFault {
  return new FetchFault('deadline', `no whole answer in ${seconds} s`, `no whole answer came within ${seconds} s`, {
    toDo: 'It is tried again later by itself; if this goes on, the site is too slow to be read.',
  });
}
