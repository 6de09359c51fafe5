// Tells a service that waits to hear of runs (healthchecks.io and its like) of the start, success and failure of each. Nobody waits for it
// longer than a moment, and what goes wrong is logged once and costs the run nothing.
import type { App } from '../app.js';
import { withinSeconds } from '../deadline.js';
import { sentenceOf } from '../errors/doctor.js';
import type { Ending, Exit } from './progress.js';

const answerSeconds = 5;
/** At the end of a run. */
const lastSeconds = 3;
/** What such a service shows of it. */
const mostLetters = 2000;

/** A pause is neither a success nor a failure: the run did not begin, and is still waited for. */
const paths: Record<Exit, string> = { done: '', nothing: '', stopped: '', failed: '/fail', outage: '/fail', paused: '/log', busy: '/log' };

interface Pings {
  /** Returns at once. */
  start: () => void;
  /** Never throws; returns within seconds. */
  end: (ending: Ending) => Promise<void>;
}

/** `url` undefined: tells nobody. */
export function makePings(url: string | undefined, log: App['log']): Pings {
  let before: Promise<void> = Promise.resolve();
  let warned = false;
  const ping = async (path: string, said: string): Promise<void> => {
    if (url === undefined) return;
    try {
      const signal = AbortSignal.timeout(answerSeconds * 1000);
      const answer = await fetch(`${url.replace(/\/+$/, '')}${path}`, {
        method: 'POST',
        body: said.slice(0, mostLetters),
        redirect: 'error',
        signal,
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    } catch (error) {
      // Its address may be the secret itself.
      if (!warned) log.warn({ event: 'ping not heard', reason: sentenceOf(error).replaceAll(url, 'its address') });
      warned = true;
    }
  };
  return {
    start: () => {
      before = ping('/start', '');
    },
    end: async ({ exit, reason }) => {
      // In this order, or the start would be taken for a run that never ends.
      const told = before.then(() => ping(paths[exit], [exit, ...(reason ? [reason] : [])].join(': ')));
      await withinSeconds(lastSeconds, told).catch(() => undefined);
    },
  };
}
