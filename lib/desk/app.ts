// Opens the program around a command's work. Connections are closed whatever happens, and a database of another schema is not read.
import type { Command } from 'commander';
import { type App, explained, type Log, makeLog, open } from '../app.js';
import { type Config, readConfig, sampleFile } from '../config.js';
import { readMigrations, requireSchema } from '../migrate.js';
import { knownInDatabase } from '../work/known.js';

/** How commands open the program: a process that answers many, one after another, may keep the connections between them. */
export const opening: { open: (config: Config, log: Log, name: string) => Promise<App> } = { open };

/** The phases need the others. */
const deskConnections = 2;

/** What reads the sources looks whether their files and folders are there; all else goes on while one is away. */
interface Looking {
  paths?: boolean;
  /** To the database; a command needs two, for statements side by side. */
  connections?: number;
}

/** The settings named on the command line: --config, or --sample, or else those the phases would use. Throws ConfigError. */
export function settingsOf(command: Command, { paths = false }: Looking = {}): Config {
  return readConfig(settingsFileOf(command), undefined, { paths });
}

/** Their file; undefined where the command line names none. */
export function settingsFileOf(command: Command): string | undefined {
  const { sample, config } = command.optsWithGlobals<{ sample?: unknown; config?: string }>();
  // A command may have a --sample of its own, which takes a number.
  return sample === true ? sampleFile : config;
}

/** Opens the program, checks that the schema is the one this code knows, does the work, and closes it whatever happens. */
export async function withApp<T>(command: Command, work: (app: App) => Promise<T>, looking: Looking = {}): Promise<T> {
  const checked = async (app: App): Promise<T> => {
    await requireSchema(app.sql, readMigrations(`${app.config.root}/sql`));
    await knowStages(app);
    return work(app);
  };
  return withOpenApp(settingsOf(command, looking), checked, looking.connections);
}

/** Gives each stage of the settings its row in the database. */
export async function knowStages({ sql, config }: Pick<App, 'sql' | 'config'>): Promise<void> {
  await knownInDatabase(
    sql,
    config.stages.map(({ name }) => name),
  );
}

/** The same without a look at the schema. */
export async function withOpenApp<T>(config: Config, work: (app: App) => Promise<T>, connections = deskConnections): Promise<T> {
  // A command's output is its answer, so the usual level says nothing; any other was asked for with SNI_LOG.
  const level = config.logLevel === 'info' ? 'warn' : config.logLevel;
  const log = makeLog({ level, name: 'sni', to: 'stderr', journalStream: config.journalStream });
  const app = await opening.open({ ...config, connections }, log, 'sni-desk');
  try {
    return await work(app);
  } catch (error) {
    throw explained(error, config);
  } finally {
    await app.close();
  }
}
