// `sni plan`: what is missing, what is to be done again, or tests of the installation, as a manifest that "sni dispatch" loads.
import { randomUUID } from 'node:crypto';
import { type Command, Option } from 'commander';
import type { PhaseName } from '../config/phases.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { DeskError, exitCodes } from './end.js';
import { dayArgument, itemIds } from './item-ids.js';
import { type Line, type TestKind, testKinds, written } from './manifest/line.js';
import { planAgain, planGaps, planTests } from './manifest/plan.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { writeWhole } from './whole-file.js';
import { counted } from './words.js';

const mostLines = 1_000_000;

export function addPlan(program: Command, screen: Screen): void {
  const plan = program
    .command('plan')
    .description('Plan work into a manifest, a file of JSON lines: "sni dispatch" loads it, the phases do it, "sni verify" proves it.');
  const end: End = async (lines, { out: file }) => {
    if (file === '-') screen.write(written(lines));
    else {
      await writeWhole(file, 'The manifest', (growing) => growing.write(written(lines)));
      screen.print(
        `${counted(lines.length, 'line')} in ${file}.${lines.length > 0 ? ` Next: sni dispatch ${file}` : ' Nothing is to be done.'}`,
      );
    }
  };
  addGapFill(plan, program, end);
  addAgain(plan, program, end);
  addSystemTest(plan, end);
}

/** Writes what was planned where it is wanted, and says so. */
type End = (lines: readonly Line[], options: { out: string }) => Promise<void>;

function out(command: Command): Command {
  return command
    .requiredOption('--out <file>', 'where the manifest goes; - prints it')
    .option('-n, --limit <n>', 'at most n lines, of each phase', wholeNumber(mostLines), mostLines);
}

function addGapFill(plan: Command, program: Command, end: End): void {
  out(plan.command('gap-fill'))
    .description('what is missing in the database: food of the phases that nobody has worked, and what failed for good')
    .addArgument(phaseArgument('[phase]', 'only of this one (default: all but ingest)', program))
    .addHelpText('after', '\nExamples:\n  sni plan gap-fill --out gaps.jsonl\n  sni plan gap-fill narrate --out gaps.jsonl')
    .action((phase: PhaseName | undefined, options: { out: string; limit: number }, command: Command) =>
      withApp(command, async ({ sql, config }) => end(await planGaps(sql, config, phase ?? null, randomUUID(), options.limit), options)),
    );
}

function addAgain(plan: Command, program: Command, end: End): void {
  out(plan.command('reprocess'))
    .description('what a phase has done, to be done again')
    .addArgument(phaseArgument('<phase>', 'which phase', program))
    .argument('[ids...]', 'only these: 34, title:34, ef:12')
    .option('--stale', 'what earlier prompts, vocabulary or models made', false)
    .addOption(new Option('--since <day>', 'what was done since that day (UTC)').argParser(dayArgument))
    .option('--all', 'all that is done', false)
    .addHelpText(
      'after',
      '\nExamples:\n  sni plan reprocess enrich --stale --out again.jsonl\n  sni plan reprocess narrate ef:12 ef:15 --out again.jsonl',
    )
    .action((phase: PhaseName, typed: string[], options: AgainOptions, command: Command) =>
      withApp(command, async ({ sql }) => {
        const ids = typed.length > 0 ? itemIds(phase, typed) : null;
        if (ids === null && options.since === undefined && !options.stale && !options.all)
          throw new DeskError('Say what to do again: --stale, --since DAY, --all or ids.', exitCodes.wrongConfiguration);
        const chosen = { ids, since: options.since ?? null, stale: options.stale };
        await end(await planAgain(sql, phase, chosen, randomUUID(), options.limit), options);
      }),
    );
}

function addSystemTest(plan: Command, end: End): void {
  out(plan.command('system-test'))
    .description('tests of the installation itself: echo, sleep, a row created, read, updated and deleted, also on a held connection')
    .option('--count <n>', 'how many', wholeNumber(mostLines), testKinds.length)
    .addOption(new Option('--kind <kind>', 'of one kind (default: of all in turn)').choices(testKinds))
    .option('--ms <n>', 'how long a sleep takes', wholeNumber(600_000), 100)
    .addHelpText(
      'after',
      '\nExamples:\n  sni plan system-test --out test.jsonl\n  sni plan system-test --kind sleep --count 50 --out sleeps.jsonl',
    )
    .action((options: { out: string; count: number; kind?: TestKind; ms: number }) =>
      end(planTests(randomUUID(), options.count, options.kind ?? null, options.ms), options),
    );
}

interface AgainOptions {
  out: string;
  limit: number;
  stale: boolean;
  all: boolean;
  since?: Date;
}
