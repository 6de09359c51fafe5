// `sni quickstart`: runs the sample world through all phases and shows what came of it. A database that holds other feeds is refused, so
// that the sample never gets among real data; a second run finds nothing new and says so.
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import { shownDatabase } from '../app.js';
import { phaseNames } from '../config/phases.js';
import { type Config, readConfig, sampleFile } from '../config.js';
import { migrate, readMigrations } from '../migrate.js';
import { withOpenApp } from './app.js';
import { DeskError, exitCodes } from './end.js';
import { paragraph } from './prose.js';
import { underLock } from './quickstart/lock.js';
import { briefPart, resultTable, troublesPart, tryNext } from './quickstart/report.js';
import { readSampleBrief } from './quickstart/sample-brief.js';
import { requireSampleOnly } from './quickstart/sample-only.js';
import { runStep, type StepResult } from './quickstart/step.js';
import { readTroubles } from './quickstart/troubles.js';
import type { Screen } from './screen.js';
import { readPhases } from './status/read.js';
import { readTotals, type Totals } from './status/totals.js';
import { counted } from './words.js';

export function addQuickstart(program: Command, screen: Screen): void {
  program
    .command('quickstart')
    .description('Run the sample world through all phases and show what comes out: what "npm start" does after the build.')
    .addHelpText(
      'after',
      `
It uses deploy/sample/sni.yaml and a database of its own (sni_sample), or the one named in DATABASE_URL if that holds no
other feeds. Nothing is fetched from the network. Running it again changes nothing.

Examples:
  sni quickstart
  DATABASE_URL=postgres://sni@localhost/sni_try sni quickstart`,
    )
    .action(async (_: object, command: Command) => {
      if (command.optsWithGlobals().config)
        throw new DeskError('The quick start always uses the sample world; leave --config out.', exitCodes.wrongConfiguration);
      await quickstart(readConfig(sampleFile), screen);
    });
}

async function quickstart(config: Config, screen: Screen): Promise<void> {
  const startedAt = performance.now();
  screen.print(`${paragraph(introduction(config), screen, { indent: 0 })}\n`);
  if (!config.databaseUrl) screen.overwrite('Starting the embedded Postgres ...');
  const done = withOpenApp(config, async ({ sql }) => {
    screen.overwrite('');
    if (config.databaseUrl) await requireSampleOnly(sql, config);
    const waits = (): void => screen.print('Another quick start is under way in this database; this one goes on when it has ended.\n');
    await underLock(sql, waits, () => inOrder(sql, config, screen));
    screen.print(screen.colors.dim(`All of it took ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`));
  });
  await done.finally(() => screen.overwrite(''));
}

/** The tables, the phases, and what came of them. */
async function inOrder(sql: Sql, config: Config, screen: Screen): Promise<void> {
  const applied = await migrate(sql, readMigrations(`${config.root}/sql`));
  const tables = applied.length > 0 ? 'its tables were made' : 'its tables are up to date';
  screen.print(`${paragraph(`Database: ${shownDatabase(config)}; ${tables}.`, screen, { indent: 0 })}\n`);
  const results: StepResult[] = [];
  for (const phase of phaseNames) results.push(await runStep(config, phase, screen));
  await conclude(sql, config, results, screen);
}

/** Prints what the phases did, what is there now, and what to try; sets the exit code when an item is in trouble. */
async function conclude(sql: Sql, config: Config, results: readonly StepResult[], screen: Screen): Promise<void> {
  const [{ phases }, totals, troubles, brief] = await Promise.all([
    readPhases(sql, config.timeZone, null, 0, undefined, config.phases),
    readTotals(sql),
    readTroubles(sql),
    readSampleBrief(sql, config, new Date()),
  ]);
  screen.print();
  const unchanged = results.every(({ made, failed }) => made === 0 && failed === 0);
  if (unchanged && totals.titles > 0) screen.print(`${paragraph(nothingNew(totals), screen, { indent: 0 })}\n`);
  screen.print(resultTable(results, new Map(phases.map(({ name, ready }) => [name, ready])), screen));
  if (troubles.length > 0) screen.print(troublesPart(troubles, screen));
  screen.print(briefPart(brief, screen));
  screen.print(tryNext(brief, config.databaseUrl === undefined, screen));
  if (troubles.length > 0) screen.end(exitCodes.failed);
}

function introduction(config: Config): string {
  const languages = new Set(config.sources.map(({ lang }) => lang)).size;
  return (
    `SNI quick start: ${counted(config.sources.length, 'invented feed')} in ${counted(languages, 'language')} go through all phases, ` +
    'each a process of its own as in production. No network, no key, no model is needed.'
  );
}

function nothingNew(totals: Totals): string {
  const families = counted(totals.familiesSeed + totals.familiesActive, 'event family');
  const narratives = counted(totals.narratives, 'framed narrative');
  return `Nothing new: ${counted(totals.titles, 'title')}, ${families} and ${narratives} are already there; no duplicate was made.`;
}
