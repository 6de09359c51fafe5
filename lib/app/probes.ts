// The model servers that the settings name, as the desk looks at them: which models each has.
import type { Engine } from '../config/providers.js';
import type { Config } from '../config.js';
import { serversOf } from './servers.js';

interface Probe {
  engine: Engine;
  /** Its address as it may be shown. */
  where: string;
  /** The names of the models it has. Throws a sentence, or the signal's reason. */
  models: (signal: AbortSignal) => Promise<string[]>;
}

/** One for each server that some role has a model at. */
export function probes(config: Config): Probe[] {
  return serversOf(config).map(({ engine, server }) => ({ ...server, engine }));
}
