// The site with the settings as they stand: a changed file holds from the next page on. Settings that have become wrong are reported, in the log
// and on the desk, and the last good ones hold until they are mended. What is connected to stays as it was at the start.
import { stat } from 'node:fs/promises';
import type { App } from '../app.js';
import { type Config, ConfigError } from '../config.js';
import type { WebSite } from './site.js';

interface Reloading {
  app: Pick<App, 'config' | 'log'>;
  /** Reads the settings anew; throws ConfigError where they are wrong. */
  read: () => Config;
  /** `trouble`: what the desk says of the settings; null where they are right. */
  make: (config: Config, trouble: string | null) => Promise<WebSite> | WebSite;
}

interface ReloadingSite extends WebSite {
  /** The settings that hold. */
  config: () => Config;
  /** Looks at once; what a timer does otherwise. */
  look: () => Promise<void>;
}

const everyMs = 2000;

/**
 * Makes the site and looks every two seconds whether the settings’ file has changed, until `close`. Rejects only where the first site cannot
 * be made.
 */
export async function reloadingSite({ app, read, make }: Reloading): Promise<ReloadingSite> {
  const { file } = app.config;
  let config = app.config;
  let site = await make(config, null);
  let seen = await stateOf(file);
  let isEnding = false;
  let timer: NodeJS.Timeout | undefined;

  const take = async (next: Config, trouble: string | null): Promise<void> => {
    const made = await make(next, trouble);
    const before = site;
    [config, site] = [next, made];
    before.close();
  };
  const look = async (): Promise<void> => {
    const state = await stateOf(file);
    if (state === seen) return;
    seen = state;
    try {
      await take(read(), null);
      app.log.info({ event: 'settings read anew', file });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      app.log.error({ event: 'settings broken', reason: `${error.message}\nThe last good ones hold until they are mended.` });
      await take(
        config,
        `The settings in ${file} are wrong since ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC: "sni config check" says where. The last good ones hold.`,
      );
    }
  };
  const again = async (): Promise<void> => {
    await look().catch((error: unknown) => {
      // It is looked at again when the file changes the next time; what is shown goes on meanwhile.
      app.log.error({ event: 'settings not read', err: error }, 'the settings could not be taken');
    });
    if (!isEnding) timer = setTimeout(again, everyMs).unref();
  };
  timer = setTimeout(again, everyMs).unref();
  return {
    fetch: (request, ...more) => site.fetch(request, ...more),
    config: () => config,
    look,
    close: () => {
      isEnding = true;
      clearTimeout(timer);
      site.close();
    },
  };
}

/** Changes whenever the file does; also where it is replaced by another, or gone. */
async function stateOf(file: string): Promise<string> {
  try {
    const { mtimeMs, size, ino } = await stat(file);
    return `${mtimeMs} ${size} ${ino}`;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return String(error.code);
    throw error;
  }
}
