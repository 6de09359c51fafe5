// `sni reprocess`: lets the next run of a phase do again what is done. It says first how much that is and what it costs, and asks. How
// titles are let go of P2 knows alone, so the desk of P2 does that.
import { type Command, Option } from 'commander';
import type { App } from '../app.js';
import { type PhaseName, phases } from '../config/phases.js';
import type { Chosen } from '../operator/again.js';
import { withApp } from './app.js';
import { type Signed, signed } from './asker.js';
import { confirm } from './confirm.js';
import { DeskError, exitCodes } from './end.js';
import { dayArgument, itemIds } from './item-ids.js';
import { answerOfPhase } from './phase-desk.js';
import { phaseArgument } from './phase-name.js';
import type { Outputs } from './program.js';
import { redo, titlePhases, wouldInWords, wouldRedo } from './redo.js';
import type { Screen } from './screen.js';
import { counted } from './words.js';

interface Options extends Signed {
  stale: boolean;
  all: boolean;
  since?: Date;
  force: boolean;
  dryRun: boolean;
  yes: boolean;
  json: boolean;
}

export function addReprocess(program: Command, screen: Screen, outputs: Outputs): void {
  signed(program.command('reprocess'))
    .description('Let the next run of a phase do again what is done. Says how much and at what cost, and asks first.')
    .addArgument(phaseArgument('<phase>', 'which phase', program))
    .argument('[ids...]', 'only these: 34, title:34, ef:12')
    .option('--stale', 'what earlier prompts, vocabulary or models made than the newest run’s', false)
    .addOption(new Option('--since <day>', 'what was done since that day (UTC)').argParser(dayArgument))
    .option('--all', 'all that is done', false)
    .option('--force', 'of filter: also titles in event families, which then leave them', false)
    .option('--dry-run', 'only say what would be done, and what it would cost', false)
    .option('-y, --yes', 'do not ask', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
ingest    reads feeds again, whole
filter    gates and reads titles again; those in event families only with --force
generate  takes titles out of their event families and gathers them again; what operators ruled still holds
enrich    gives families their strategic context again
narrate   tells again how outlets frame them

Examples:
  sni reprocess narrate --stale --dry-run
  sni reprocess enrich ef:12 ef:15 --yes && sni run enrich
  sni reprocess filter --stale && sni run filter`,
    )
    .action(async (phase: PhaseName, typed: string[], options: Options, command: Command) => {
      const ids = typed.length > 0 ? itemIds(phase, typed) : null;
      const chosen = { ids, since: options.since ?? null, stale: options.stale };
      if (ids === null && chosen.since === null && !options.stale && !options.all)
        throw new DeskError(
          'Say what to do again: --stale, --since DAY, --all or ids; with --dry-run nothing is changed.',
          exitCodes.wrongConfiguration,
        );
      if (phase === titlePhases.gate) return gateAgain(command, typed, options, screen, outputs);
      if (options.force) throw new DeskError(`--force is of ${titlePhases.gate}; ${phase} needs none.`, exitCodes.wrongConfiguration);
      await withApp(command, (app) => again(app, phase, chosen, options, screen));
    });
}

async function again({ sql, config }: App, phase: PhaseName, chosen: Chosen, options: Options, screen: Screen): Promise<void> {
  const { items, costUsd } = await wouldRedo({ sql, config }, phase, chosen);
  const would = wouldInWords(phase, { items, costUsd });
  if (options.dryRun || items === 0) {
    if (options.json) screen.json({ phase, items, costUsd, reopened: 0, dryRun: options.dryRun });
    else screen.print(would);
    return;
  }
  if (phases[phase].asks.length > 0 || screen.columns !== null) await confirm(would, options.yes, screen);
  const reopened = await redo({ sql, config }, phase, chosen, { byWhom: options.by, why: options.why });
  if (options.json) screen.json({ phase, items, costUsd, reopened, dryRun: false });
  else screen.print(`The next run ("sni run ${phase}") does ${counted(reopened, ...phases[phase].items)} again.`);
}

/** The gate costs nothing, so only a person at a terminal is asked. */
async function gateAgain(command: Command, typed: readonly string[], options: Options, screen: Screen, outputs: Outputs): Promise<void> {
  const { stale, all, since, force, dryRun, yes, json, by, why } = options;
  const words = [
    ...['reprocess', titlePhases.gate, ...typed, '--by', by, '--why', why],
    ...(since ? ['--since', since.toISOString().slice(0, 10)] : []),
    ...Object.entries({ stale, all, force, json }).flatMap(([flag, said]) => (said ? [`--${flag}`] : [])),
  ];
  const run = (...more: string[]): Promise<number> => answerOfPhase(command, titlePhases.gate, [...words, ...more], outputs);
  if (!dryRun && !yes && screen.columns !== null) {
    const exitCode = await run('--dry-run');
    if (exitCode !== 0) return screen.end(exitCode);
    await confirm('That would be done.', yes, screen);
  }
  screen.end(await run(...(dryRun ? ['--dry-run'] : [])));
}
