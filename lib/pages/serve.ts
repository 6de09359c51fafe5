// `sni serve`: the pages for a browser, until it is told to end. A process of its own, for what serves pages costs no other command its start.
import { type Command, InvalidArgumentError } from 'commander';
import type { Config } from '../config.js';
import { knowStages, settingsOf, withApp } from '../desk/app.js';
import { runProgram } from '../desk/program.js';
import type { Screen } from '../desk/screen.js';
import { usualPlace } from '../desk/serve.js';
import { whyClosed } from './desk/closed.js';
import { pages } from './pages.js';
import { startReckoner } from './reckoner.js';
import { reloadingSite } from './reloading.js';
import { serveSite } from './server.js';
import { makeSite } from './site.js';

const readerConnections = 6;

function addServe(program: Command, screen: Screen): void {
  program
    .command('serve')
    .description('Serve the pages: the brief, families, outlets, actors, theaters and a search, to read in a browser.')
    .option('-p, --port <n>', 'the port; 0 for any that is free', portNumber, usualPlace.port)
    .option('--host <address>', 'who can reach it: this machine alone, or with 0.0.0.0 everybody who reaches this machine', usualPlace.host)
    .option('--acts-without-tls', 'let users log in and act from elsewhere over plain http, where others may read along', false)
    .addHelpText(
      'after',
      `
Anybody who reaches the pages may read them; each is also there as JSON, with ?format=json. Under /desk those who log in ("sni user add")
may act. With a --host that others reach they may only where notify.pages of the settings is an https address, behind which a web server
speaks TLS for these pages.

Examples:
  sni serve
  sni serve --port 8080 --host 0.0.0.0`,
    )
    .action((asked: { port: number; host: string; actsWithoutTls: boolean }, command: Command) =>
      withApp(
        command,
        async (app) => {
          const stopped = stopSignal();
          const closedBy = (config: Config) => (asked.actsWithoutTls ? null : whyClosed(asked.host, config.notify.pages));
          const closed = closedBy(app.config);
          const site = await reloadingSite({
            app,
            read: () => settingsOf(command),
            make: async (config, trouble) => {
              await knowStages({ ...app, config });
              return makeSite({ ...app, config }, pages, closedBy(config), trouble);
            },
          });
          const serving = await serveSite(site, { ...asked, pages: () => site.config().notify.pages });
          screen.print(`The pages are at ${serving.url}`);
          if (closed !== null) screen.note(closed);
          const reckoner = startReckoner(app);
          await stopped;
          reckoner.close();
          await serving.close();
        },
        { paths: false, connections: readerConnections },
      ),
    );
}

function portNumber(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('Allowed is a whole number from 0 to 65535.');
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

await runProgram({ rows: [{ words: ['serve'], add: addServe }], dress: (program) => void program.enablePositionalOptions() });
