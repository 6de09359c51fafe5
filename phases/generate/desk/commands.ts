// The desk of P3: letting go of titles, and what an operator asks of families. The script beside this folder runs it.
import type { Command } from 'commander';
import { withApp } from '../../../lib/desk/app.js';
import { phaseCommands } from '../../../lib/desk/program.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { addFamilies } from './families/commands.js';
import { letGo } from './let-go.js';

export const commands = phaseCommands([addLetGo, addFamilies]);

function addLetGo(program: Command, screen: Screen): void {
  program
    .command('let-go')
    .description('Take out of their event families the titles that another gate than the newest decided. Prints one JSON object.')
    .option('--all', 'all titles', false)
    .action((options: { all: boolean }, command: Command) =>
      withApp(command, async ({ sql }) => screen.json(await letGo(sql, options.all))),
    );
}
