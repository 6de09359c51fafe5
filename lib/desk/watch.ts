// `sni watch`: lists of what operators look out for, which mark the brief and make a brief and feeds of their own.
import type { Command } from 'commander';
import { addToWatch, readWatches, removeWatch } from '../search/watch.js';
import { withApp } from './app.js';
import { DeskError } from './end.js';
import { addFilters, type FilterFlags, filterOf } from './finding.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { counted } from './words.js';

export function addWatch(program: Command, screen: Screen): void {
  const watch = program
    .command('watch')
    .description(
      'Watchlists: what to look out for. They mark the brief, and each has a brief ("sni brief --watch NAME") and feeds of its own.',
    );
  addFilters(watch.command('add'))
    .description('add a line to a watchlist, which is made where there is none; a family is on it when it fits one of its lines')
    .argument('<name>', 'of the list, at most 60 characters')
    .option('--search <words>', 'with these words, in any language')
    .addHelpText(
      'after',
      '\nExamples:\n  sni watch add Hormuz --search hormuz\n  sni watch add Hormuz --search 霍尔木兹\n  sni watch add "Russia and NATO" --actor Russia --actor NATO\n  sni watch add Sanctions --act sanction --min-outlets 3',
    )
    .action((name: string, flags: FilterFlags, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        if (flags.since !== undefined || flags.until !== undefined)
          throw new DeskError('A watchlist has no time: leave out --since and --until.', 78);
        if (name.trim() === '' || name.length > 60) throw new DeskError('The name of a watchlist has 1 to 60 characters.', 78);
        const isNew = await addToWatch(sql, name, filterOf(flags, config, new Date()));
        screen.print(isNew ? `Added to the watchlist ${name}.` : `The watchlist ${name} has this line already.`);
      }),
    );
  watch
    .command('list')
    .description('the watchlists and their lines')
    .option('--json', 'print one JSON array', false)
    .action(({ json }: { json: boolean }, command: Command) =>
      withApp(command, async ({ sql }) => {
        const watches = await readWatches(sql);
        if (json) screen.json(watches);
        else if (watches.length === 0) screen.print('There are no watchlists. "sni watch add NAME --search WORDS" makes one.');
        else {
          const rows = watches.flatMap(({ name, filters }) => filters.map((filter) => [name, inWords(filter)]));
          screen.print(table([{ title: 'list' }, { title: 'line', least: 40 }], rows, screen));
        }
      }),
    );
  watch
    .command('remove')
    .description('remove a watchlist with all its lines')
    .argument('<name>')
    .action((name: string, _flags: object, command: Command) =>
      withApp(command, async ({ sql }) => {
        const lines = await removeWatch(sql, name);
        if (lines === 0) throw new DeskError(`There is no watchlist ${name}. "sni watch list" shows which there are.`);
        screen.print(`Removed ${name} with ${counted(lines, 'line')}.`);
      }),
    );
}

function inWords(filter: object): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' and ') : String(value)}`)
    .join(', ');
}
