// `sni watch`: lists of what operators look out for, which mark the brief and make a brief and feeds of their own.
import type { Command } from 'commander';
import { addToWatch, readWatches, removeWatch, setNotifies, watchNamed } from '../search/watch.js';
import { withApp } from './app.js';
import { DeskError } from './end.js';
import { addFilters, type FilterFlags, filterFromFlags } from './finding.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { counted } from './words.js';

export function addWatch(program: Command, screen: Screen): void {
  const watch = program
    .command('watch')
    .description(
      'Keep watchlists: what to look out for. They mark the brief, each has a brief ("sni brief --watch NAME") and feeds of its own, and can notify.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  sni watch add Hormuz --search hormuz\n  sni watch list\n  sni watch notify Hormuz\n  sni watch remove Hormuz',
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
        const isNew = await addToWatch(sql, name, filterFromFlags(flags, config, new Date()));
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
          const rows = watches.flatMap(({ name, filters, notifies }) =>
            filters.map((filter) => [name, filterInWords(filter), notifies ? 'yes' : 'no']),
          );
          screen.print(table([{ title: 'list' }, { title: 'line', least: 40 }, { title: 'notifies' }], rows, screen));
        }
      }),
    );
  watch
    .command('notify')
    .description('tell whom sni.yaml names (notify) of each family that is new on a watchlist: each once, by "sni watchdog"')
    .argument('<name>')
    .option('--off', 'no longer', false)
    .action((named: string, { off }: { off: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const { name } = await watchNamed(sql, named);
        const isChanged = await setNotifies(sql, name, !off);
        screen.print(
          `The watchlist ${name} ${isChanged ? (off ? 'notifies no longer' : 'notifies from now on') : `${off ? 'does not notify' : 'notifies'} already`}.`,
        );
        if (!off && config.notify.notifiers.length === 0)
          screen.note('The settings name nobody to tell: sni.yaml shows how, under notify.');
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

/** "actor RU and UA, act aid". */
export function filterInWords(filter: object): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name} ${Array.isArray(value) ? value.join(' and ') : String(value)}`)
    .join(', ');
}
