// `sni stats`: what each of the last days brought, as a table, as CSV or as a drawing.
import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { DeskError } from './end.js';
import type { Screen } from './screen.js';
import { plotOf } from './stats/plot.js';
import { readStatsDays, type StatsDay } from './stats/read.js';
import { table } from './table.js';

interface Options {
  days: number;
  csv: boolean;
  svg?: string;
  json: boolean;
}

export function addStats(program: Command, screen: Screen): void {
  program
    .command('stats')
    .description('Show what each of the last days brought: titles in and kept, families, narratives, cost.')
    .option('-d, --days <n>', 'today and the days before it, n in all', wholeNumber(3660), 14)
    .option('--csv', 'print comma-separated values', false)
    .option('--svg <file>', 'draw them into this file')
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      '\nKept are those of the titles that came in that day. Days begin at midnight of "timezone" in sni.yaml.\n\nExamples:\n  sni stats --days 30\n  sni stats --days 90 --csv > days.csv\n  sni stats --days 90 --svg days.svg',
    )
    .action((options: Options, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const days = await readStatsDays(sql, config.timeZone, options.days);
        if (options.svg !== undefined) draw(options.svg, days);
        if (options.json) screen.json(days);
        else if (options.csv) screen.write(csvOf(days));
        else if (options.svg !== undefined) screen.print(`Drawn in ${options.svg}.`);
        else screen.print(render(days, screen));
      }),
    );
}

function draw(file: string, days: readonly StatsDay[]): void {
  try {
    writeFileSync(file, plotOf(days));
  } catch (cause) {
    throw new DeskError(`${file} cannot be written: ${cause instanceof Error ? cause.message : String(cause)}. Name another file.`);
  }
}

function csvOf(days: readonly StatsDay[]): string {
  const rows = days.map((one) => [one.day, one.in, one.kept, one.families, one.narratives, one.costUsd].join(','));
  return `${['day,in,kept,families,narratives,cost_usd', ...rows].join('\r\n')}\r\n`;
}

function render(days: readonly StatsDay[], screen: Screen): string {
  const number = (title: string) => ({ title, align: 'right' as const });
  const cells = ({ day, costUsd, ...one }: StatsDay): string[] => [
    day,
    ...[one.in, one.kept, one.families, one.narratives].map((count) => count.toLocaleString('en')),
    `$${costUsd.toFixed(2)}`,
  ];
  const sum = days.reduce<StatsDay>(
    (all, one) => ({
      day: 'all',
      in: all.in + one.in,
      kept: all.kept + one.kept,
      families: all.families + one.families,
      narratives: all.narratives + one.narratives,
      costUsd: all.costUsd + one.costUsd,
    }),
    { day: 'all', in: 0, kept: 0, families: 0, narratives: 0, costUsd: 0 },
  );
  return table(
    [{ title: 'day', least: 'whole' }, number('in'), number('kept'), number('families'), number('narratives'), number('cost')],
    [...days, sum].map(cells),
    screen,
  );
}
