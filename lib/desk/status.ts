// `sni status`: takes nothing but the database; leaves how each phase stands: what waits, what was done, how fast, how long, what
// it cost.
import type { Command } from 'commander';
import type { PhaseName } from '../config/phases.js';
import { withApp } from './app.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { readPhases } from './status/read.js';
import { pictureOf } from './status/render.js';
import { readTotals } from './status/totals.js';

export function addStatus(program: Command, screen: Screen): void {
  program
    .command('status')
    .description('Show how each phase stands: what waits, is leased, done, failed or stale, how fast it goes and how long it will take.')
    .addArgument(phaseArgument('[phase]', 'only this one (default: all)'))
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
waiting     stands in the tables as food of the phase; the next run takes it into its backlog
ready       is in the backlog and waits to be worked
stale       done, but by other prompts, vocabulary or models than the newest run's
per min     what the runs of the last hour finished, over the time they ran
ETA         waiting and ready over per min; "-" while nothing says how fast it goes
today       what models cost since midnight, in US dollars

Examples:
  sni status
  sni status generate
  sni status --json | jq '.phases[] | {name, left: (.waiting + .ready)}'`,
    )
    .action(async (phase: PhaseName | undefined, options: { json: boolean }, command: Command) => {
      await withApp(
        command,
        async ({ sql, config }) => {
          const sources = config.sources.length;
          const [{ at, phases }, totals] = await Promise.all([
            readPhases(sql, config.timeZone, phase ?? null, sources),
            phase ? null : readTotals(sql),
          ]);
          if (options.json) {
            const told = phases.map(({ pausedUntil, lastRun, ...rest }) => rest);
            screen.json({ at, phases: told, ...(totals ? { totals, sources } : {}) });
            return;
          }
          screen.print(pictureOf({ at, phases, totals, sources, timeZone: config.timeZone }, screen));
        },
        { paths: true },
      );
    });
}
