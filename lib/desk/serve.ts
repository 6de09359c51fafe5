// `sni serve`: the pages, served by a process of their own with the same settings. So the desk imports no pages, while pages may use the
// desk's words.
import type { Command } from 'commander';
import { settingsOf } from './app.js';
import { runScript } from './child.js';
import type { Screen } from './screen.js';

/** Where the pages are unless another place is named. */
export const usualPlace = { host: '127.0.0.1', port: 8787 };

/** What pages are made of lives for milliseconds: a heap that may not grow is collected sooner, and the memory of the server stays flat. */
export const heap = ['--max-old-space-size=128', '--max-semi-space-size=4'];

export function addServe(program: Command, screen: Screen): void {
  program
    .command('serve')
    .description('Serve the pages to a browser: the brief, families, outlets, actors, theaters and a search.')
    .argument('[words...]', '"sni serve --help" shows which')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (words: string[], _options: object, command: Command) => {
      const { exitCode } = await runScript(settingsOf(command), 'lib/pages/serve.js', ['serve', ...words], undefined, heap);
      screen.end(exitCode);
    });
}
