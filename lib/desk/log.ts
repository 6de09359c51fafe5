// `sni log`: what operators did, the newest first.
import type { Command } from 'commander';
import type { PhaseName } from '../config/phases.js';
import { readOperatorActs } from '../operator/log.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { moment } from './words.js';

export function addLog(program: Command, screen: Screen): void {
  program
    .command('log')
    .description('Show what operators did, who and why: pauses, retries, resets, marks, moves of titles, what was taken back.')
    .addArgument(phaseArgument('[phase]', 'only of this one (default: all, and what is of none)', program))
    .option('-n, --limit <n>', 'the n newest', wholeNumber(100_000), 50)
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', '\nWhat the doctor did by itself is in "sni failures".\n\nExamples:\n  sni log\n  sni log generate --limit 10')
    .action(async (phase: PhaseName | undefined, { limit, json }: { limit: number; json: boolean }, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const acts = await readOperatorActs(sql, { phase: phase ?? null, limit });
        if (json) screen.json(acts);
        else if (acts.length === 0) screen.print('No operator has done anything yet that is written down.');
        else
          screen.print(
            table(
              [
                { title: 'when', least: 'whole' },
                { title: 'what', least: 'whole' },
                { title: 'phase', least: 'whole', spare: 2 },
                { title: 'of', least: 12 },
                { title: 'as', least: 10, spare: 1 },
                { title: 'by', least: 'whole' },
                { title: 'why', least: 12 },
              ],
              acts.map((one) => [moment(one.at, config.timeZone), one.act, one.phase ?? '', one.of, one.said, one.byWhom, one.why]),
              screen,
            ),
          );
      });
    });
}
