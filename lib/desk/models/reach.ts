// Asks all model servers for their models at once, within a few seconds. One that is silent is part of the answer, not an error.
import { setTimeout as pause } from 'node:timers/promises';
import { type Engine, providers } from '../../config/providers.js';
import { sentenceOf } from '../../errors/doctor.js';

/** A server as it is looked at. */
interface Probe {
  engine: Engine;
  /** Its address as it may be shown. */
  where: string;
  models: (signal: AbortSignal) => Promise<string[]>;
}

export interface Reached {
  engine: Probe['engine'];
  where: string;
  /** The names of its models; null where it did not say. */
  models: string[] | null;
  /** Why it did not say, and what to do. */
  error: string | null;
}

const deadlineSeconds = 3;

/** In the order of the probes. A server that does not answer is no error: it is what was asked. */
export function reachServers(probes: readonly Probe[], seconds = deadlineSeconds): Promise<Reached[]> {
  return Promise.all(
    probes.map(async ({ engine, where, models }) => {
      const ended = new AbortController();
      const late = pause(seconds * 1000, null, { signal: ended.signal });
      try {
        // The client of a server may not heed the signal; the clock does.
        const found = await Promise.race([models(AbortSignal.timeout(seconds * 1000)), late]);
        return { engine, where, models: found, error: found ? null : silent(engine, where, seconds) };
      } catch (error) {
        const timedOut = error instanceof Error && error.name === 'TimeoutError';
        return { engine, where, models: null, error: timedOut ? silent(engine, where, seconds) : sentenceOf(error) };
      } finally {
        ended.abort();
        late.catch(() => undefined);
      }
    }),
  );
}

function silent(engine: Probe['engine'], where: string, seconds: number): string {
  const { name, whenSilent } = providers[engine];
  return `${name} at ${where} did not say its models within ${seconds} s. ${whenSilent}`;
}
