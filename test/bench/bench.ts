// npm run bench -- NAME [--json] [--titles n]: measures one thing as ratios within one run. A table for people; with --json one JSON object as
// the last line.

import { rmSync } from 'node:fs';
import { Argument, Command } from 'commander';
import { stop } from '../../lib/db/embedded.js';
import { wholeNumber } from '../../lib/whole-number.js';
import { benchHome } from '../support/scratch.js';
import { benchBudget } from './budget.js';
import { benchConductor } from './conductor.js';
import { benchDesk } from './desk.js';
import { benchFamilies } from './families.js';
import { benchGate } from './gate.js';
import { benchIngest } from './ingest.js';
import { benchMachines } from './machines.js';
import { benchOldDate } from './old-date.js';
import { benchPages } from './pages.js';
import { benchStart } from './start.js';
import { benchWork } from './work.js';
import { benchYears } from './years.js';

/** Figures by name, some of them by what was varied. */
type Figures = Record<string, number | Record<string, number>>;

const benches: Record<string, { about: string; run: (titles: number) => Promise<Figures> }> = {
  ingest: {
    about: 'the script over 20,000 items of 200 feeds on loopback, beside a bare loop, and again with nothing new',
    run: benchIngest,
  },
  conductor: {
    about: '300 calls over two lanes and over three, calls one after the other, 120 calls for three models, against fake servers',
    run: benchConductor,
  },
  work: { about: 'claim and settle 20,000 no-op items at batch 100 on 8 connections, beside a bare postgres.js loop', run: benchWork },
  families: {
    about: 'put 5,000 to 40,000 invented titles into families in claims of fifty; one title against 100,000 open ones; one worker and two',
    run: benchFamilies,
  },
  'old-date': { about: 'place 100 titles with 170,000 families in 200 days, without and with one dated 200 days back', run: benchOldDate },
  pages: { about: 'pages for fifty readers at once over the sample copied until it has --titles (1,000,000)', run: benchPages },
  desk: {
    about: 'sni status and the pages of the desk over --titles (1,000,000) made by SQL, with three rows of work each',
    run: benchDesk,
  },
  machines: {
    about: 'titles gated, and put into families by rules and with a model, by 1, 2 and 4 workers on hosts of their own; none twice',
    run: benchMachines,
  },
  years: {
    about:
      'commands, runs and claims over the sample copied until it has --titles (1,000,000), beside 20,000; 10,000,000 takes an hour and 30 GB',
    run: benchYears,
  },
  start: { about: 'start each phase with nothing to do, and sni status, beside node -e 0', run: benchStart },
  budget: { about: 'set money aside for 2,000 calls and settle it, one after another and ten at once', run: benchBudget },
  gate: {
    about: 'decide and read 10,000 and 50,000 pending titles in one run of the script; match, gate and read titles alone',
    run: benchGate,
  },
};

const program = new Command('npm run bench --')
  .description('Measures one thing as ratios within one run, for this machine and no other.')
  .addArgument(new Argument('<name>', 'what to measure').choices(Object.keys(benches)))
  .option('--json', 'one JSON object as the last line, for a machine', false)
  .option('--titles <n>', 'how many titles there are to be (pages, desk, years)', wholeNumber(100_000_000), 1_000_000)
  .addHelpText(
    'after',
    () =>
      `\n${Object.entries(benches)
        .map(([name, { about }]) => `  ${name.padEnd(10)} ${about}`)
        .join('\n')}`,
  )
  .addHelpText('after', '\nExamples:\n  npm run bench -- gate\n  npm run bench -- families --json\n  npm run bench -- desk --titles 100000')
  .showHelpAfterError('(--help shows what is allowed)')
  .action(measure);
await program.parseAsync();

async function measure(name: string, { json, titles }: { json: boolean; titles: number }): Promise<void> {
  const bench = benches[name];
  if (!bench) return;
  const figures = await bench.run(titles);
  await stop({ home: benchHome });
  rmSync(benchHome, { recursive: true, force: true });
  if (json) return console.log(JSON.stringify(figures));
  console.log(`${name}: ${bench.about}`);
  const rows = Object.entries(figures).flatMap(([figure, value]): [string, number][] =>
    typeof value === 'number' ? [[figure, value]] : Object.entries(value).map(([varied, own]) => [`${figure} ${varied}`, own]),
  );
  for (const [figure, value] of rows)
    console.log(`  ${figure.padEnd(24)} ${value.toLocaleString('en', { maximumFractionDigits: 3 }).padStart(14)}`);
}
