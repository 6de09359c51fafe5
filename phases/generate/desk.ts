// The desk of P3: what others ask of it, as a process of its own. "sni reprocess filter --force" has it let go of titles.
import type { Command } from 'commander';
import { withApp } from '../../lib/desk/app.js';
import { runPhaseDesk } from '../../lib/desk/program.js';
import type { Screen } from '../../lib/desk/screen.js';
import { letGo } from './desk/let-go.js';

await runPhaseDesk([addLetGo]);

function addLetGo(program: Command, screen: Screen): void {
  program
    .command('let-go')
    .description('Take out of their event families the titles that another gate than the newest decided. Prints one JSON object.')
    .option('--all', 'all titles', false)
    .action((options: { all: boolean }, command: Command) =>
      withApp(command, async ({ sql }) => screen.json(await letGo(sql, options.all))),
    );
}
