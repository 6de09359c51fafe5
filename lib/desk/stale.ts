// `sni stale`: by phase, how much is done by another version than the newest run's, what made that, and what would make it now.
import type { Command } from 'commander';
import { type PhaseName, phases } from '../config/phases.js';
import { readStale, type Stale } from '../operator/stale.js';
import { withApp } from './app.js';
import { phaseArgument } from './phase-name.js';
import { heading, paragraph } from './prose.js';
import type { Screen } from './screen.js';
import { counted, listed, moment } from './words.js';

export function addStale(program: Command, screen: Screen): void {
  program
    .command('stale')
    .description('Show what was done by earlier prompts, vocabulary or models than the newest run’s: what made it, and what would now.')
    .addArgument(phaseArgument('[phase]', 'only this one (default: all)', program))
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', '\nExamples:\n  sni stale\n  sni stale enrich && sni reprocess enrich --stale --dry-run')
    .action(async (phase: PhaseName | undefined, { json }: { json: boolean }, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const found = await readStale(sql, phase ?? null);
        if (json) return screen.json(found);
        const some = found.filter(({ stale }) => stale > 0);
        if (some.length === 0) return screen.print('Nothing is stale: all that is done was done as the newest run of its phase does it.');
        screen.print(
          some
            .map((one) => render(one, config.timeZone, screen))
            .join('\n')
            .replace(/^\n/, ''),
        );
      });
    });
}

function render({ phase, done, stale, version, makers, made }: Stale, timeZone: string, screen: Screen): string {
  const items = phases[phase]?.items ?? ['item', 'items'];
  const now = version === null ? 'no run has said yet' : `${version}${makers.length > 0 ? `: ${listed(makers)}` : ''}`;
  return [
    heading(`${phase}: ${stale.toLocaleString('en')} of ${counted(done, ...items)} done are stale`, screen),
    paragraph(`now made by ${now}`, screen),
    ...made.map((one) => {
      const who = one.version === null ? 'by nobody knows what' : `by ${one.version}`;
      const since = one.firstAt ? ` (first run ${moment(one.firstAt, timeZone)})` : '';
      const differs =
        one.before.length + one.instead.length > 0
          ? `: ${listed(one.before) || 'nothing'} where now ${listed(one.instead) || 'nothing'}`
          : '';
      return paragraph(`${counted(one.items, ...items)} ${who}${since}${differs}`, screen, { lead: '  - ', indent: 4 });
    }),
    paragraph(`"sni reprocess ${phase} --stale" lets them be done again, after it has said what that costs`, screen),
  ].join('\n');
}
