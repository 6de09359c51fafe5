// Takes a command; leaves the settings it asked for and an opened house around its work. Guards that connections are closed again
// and that a database of another schema is not read.
import type { Command } from 'commander';
import { type Config, readConfig, sampleFile } from '../config.js';
import { readMigrations, requireSchema } from '../migrate.js';
import { explained, type House, makeLog, open } from '../open.js';

/** Enough for statements side by side; the phases need the others. */
const deskConnections = 2;

/** What reads the sources looks whether their files and folders are there; all else goes on while one is away. */
interface Looking {
  paths?: boolean;
}

/** The settings named on the command line: --config, or --sample, or else those the phases would use. Throws ConfigError. */
export function settingsOf(command: Command, { paths = false }: Looking = {}): Config {
  const { sample, config } = command.optsWithGlobals<{ sample?: boolean; config?: string }>();
  return readConfig(sample ? sampleFile : config, undefined, { paths });
}

/** Opens the house, checks that the schema is the one this code knows, does the work, and closes it whatever happens. */
export async function inHouse<T>(command: Command, work: (house: House) => Promise<T>, looking: Looking = {}): Promise<T> {
  return inOpenedHouse(settingsOf(command, looking), async (house) => {
    await requireSchema(house.sql, readMigrations(`${house.config.root}/sql`));
    return work(house);
  });
}

/** The same without a look at the schema. */
export async function inOpenedHouse<T>(config: Config, work: (house: House) => Promise<T>): Promise<T> {
  // A command's output is its answer, so the usual level says nothing; any other was asked for with SNI_LOG.
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = makeLog({ level, name: 'sni', to: 'stderr', journalStream: config.journalStream });
  const house = await open({ ...config, connections: deskConnections }, log, 'sni-desk');
  try {
    return await work(house);
  } catch (error) {
    throw explained(error, config);
  } finally {
    await house.close();
  }
}
