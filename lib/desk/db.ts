// `sni db`: starts, stops and shows the embedded Postgres. It says so where DATABASE_URL names another server, so that nobody takes the
// embedded one for the one in use.
import type { Command } from 'commander';
import { shownDatabase } from '../app.js';
import type { Config } from '../config.js';
import { type ClusterStatus, ensureDatabase, ensureRunning, status, stop, urlOf } from '../db/embedded.js';
import { settingsOf } from './app.js';
import { DeskError, exitCodes } from './end.js';
import { fields } from './prose.js';
import type { Screen } from './screen.js';
import { moment } from './words.js';

export function addDb(program: Command, screen: Screen): void {
  const db = program
    .command('db')
    .description('Start, stop or look at the embedded Postgres, which is used where DATABASE_URL is not set. All processes share it.')
    .addHelpText('after', '\nExamples:\n  sni db status\n  psql "$(sni db url)"\n  sni --sample db url\n  sni db stop');
  db.command('start')
    .description('start it, making it first if need be; it runs until it is stopped')
    .action(async (_: object, command: Command) => {
      const config = settingsOf(command);
      if (config.databaseUrl) throw new DeskError(`${unused(config)} Unset DATABASE_URL to use it.`, exitCodes.wrongConfiguration);
      screen.print(`The embedded Postgres runs: ${await embeddedUrl(config)}`);
    });
  db.command('stop')
    .description('stop it; the phases and the desk start it again when they need it')
    .action(async (_: object, command: Command) => {
      const config = settingsOf(command);
      const stopped = await stop({ home: config.home });
      screen.print(stopped ? `The embedded Postgres in ${config.home} was stopped.` : `No embedded Postgres runs in ${config.home}.`);
      if (config.databaseUrl) screen.print(unused(config));
    });
  db.command('status')
    .description('say whether it runs, where its data and its log are')
    .option('--json', 'print one JSON document', false)
    .action(async (options: { json: boolean }, command: Command) => {
      const config = settingsOf(command);
      const found = await status({ home: config.home });
      const used = config.databaseUrl === undefined;
      if (options.json)
        screen.json({
          used,
          ...found,
          startedAt: found.startedAt ?? null,
          url: found.address ? urlOf(found.address, config.database) : null,
        });
      else screen.print(render(found, config, screen));
    });
  db.command('url')
    .description('print the address of the database in use, for psql; starts the embedded one if it does not run')
    .action(async (_: object, command: Command) => {
      const config = settingsOf(command);
      screen.print(config.databaseUrl ? withoutPassword(config.databaseUrl) : await embeddedUrl(config));
    });
}

async function embeddedUrl({ home, database }: Config): Promise<string> {
  const address = await ensureRunning({ home });
  await ensureDatabase(address, database);
  return urlOf(address, database);
}

function render(found: ClusterStatus, config: Config, screen: Screen): string {
  const note = config.databaseUrl ? `${unused(config)}\n` : '';
  if (found.state === 'none')
    return `${note}There is no embedded Postgres in ${config.home} yet. The first phase, or "sni db start", makes it.`;
  const lines: [string, string][] = [
    ['State', found.state],
    ['Version', found.version ?? 'unknown'],
    ['Data', found.dataFolder ?? ''],
    ['Log', found.log ?? ''],
  ];
  if (found.startedAt) lines.push(['Started', `${moment(found.startedAt, config.timeZone)}, pid ${found.pid}`]);
  if (found.address) lines.push(['Address', urlOf(found.address, config.database)]);
  return note + fields(lines, screen);
}

function unused(config: Config): string {
  return `DATABASE_URL is set (${shownDatabase(config)}): the embedded Postgres is not used.`;
}

/** The address as given, without the password, whether it stands before the host or among the parameters. */
export function withoutPassword(address: string): string {
  const url = new URL(address);
  url.password = '';
  url.searchParams.delete('password');
  return url.href;
}
