// The settings of a worker that runs for ever: each batch reads them anew, so what was changed holds from the next one on. Settings that have
// become wrong are reported, and the last good ones hold until they are mended.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Config, ConfigError, readConfig } from '../config.js';

interface Read {
  config: Config;
  /** What is wrong with the settings as they stand; null where they are right. */
  broken: ConfigError | null;
}

/**
 * The settings of one batch. The worker names the file where the last good ones are kept in SNI_LAST_GOOD; without it, and in its first batch,
 * wrong settings are thrown as a ConfigError.
 */
export function readWorkersConfig(looking: { paths: boolean }, from: NodeJS.ProcessEnv = process.env): Read {
  const kept = from['SNI_LAST_GOOD'];
  try {
    const config = readConfig(undefined, from, looking);
    if (kept !== undefined) keep(config.file, kept);
    return { config, broken: null };
  } catch (error) {
    if (!(error instanceof ConfigError) || kept === undefined || !existsSync(kept)) throw error;
    return { config: readConfig(undefined, from, { ...looking, textFrom: kept }), broken: error };
  }
}

/** In one step, for its owner alone: addresses of feeds may hold a key. Paths in it still begin where the settings stand. */
function keep(file: string, kept: string): void {
  const text = readFileSync(file, 'utf8');
  if (existsSync(kept) && readFileSync(kept, 'utf8') === text) return;
  writeFileSync(`${kept}.new`, text, { mode: 0o600 });
  renameSync(`${kept}.new`, kept);
}
