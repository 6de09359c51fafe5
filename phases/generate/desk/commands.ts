// The desk of P3: letting go of titles, and what an operator asks of families. The script beside this folder runs it.
import { type Command, Option } from 'commander';
import { withApp } from '../../../lib/desk/app.js';
import { phaseCommands } from '../../../lib/desk/program.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { addFamilies } from './families/commands.js';
import { countToLetGo, letGo } from './let-go.js';

export const generateCommands = phaseCommands([
  { words: ['let-go'], add: addLetGo },
  { words: ['families'], add: addFamilies },
]);

interface Options {
  by: 'filter' | 'generate';
  all: boolean;
  ids?: string[];
  since?: string;
  count: boolean;
}

function addLetGo(program: Command, screen: Screen): void {
  program
    .command('let-go')
    .description('Take titles out of their event families, as others ask of P3. Prints one JSON object.')
    .addOption(new Option('--by <phase>', 'whose newest version tells what is stale').choices(['filter', 'generate']).default('filter'))
    .option('--all', 'all titles, stale or not', false)
    .option('--ids <ids...>', 'of them only these')
    .option('--since <time>', 'of them only those that came into their family since then')
    .option('--count', 'change nothing, say how many', false)
    .action(({ by, all, ids, since, count }: Options, command: Command) =>
      withApp(command, async ({ sql }) => {
        const which = { by, all, ids: ids ?? null, since: since === undefined ? null : new Date(since) };
        screen.json(count ? { titles: await countToLetGo(sql, which) } : await letGo(sql, which));
      }),
    );
}
