// `sni reprocess filter`: makes titles pending again that an earlier vocabulary decided, and takes away readings of an earlier version,
// so that the next run does both anew. What is in a family stays in it, unless --force is said.
import { type Command, Option } from 'commander';
import * as z from 'zod';
import type { App } from '../../../lib/app.js';
import { withApp } from '../../../lib/desk/app.js';
import { type Signed, signed } from '../../../lib/desk/asker.js';
import { askPhase } from '../../../lib/desk/child.js';
import { DeskError, exitCodes } from '../../../lib/desk/end.js';
import { dayArgument, itemIds } from '../../../lib/desk/item-ids.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { late } from '../../../lib/late.js';
import { note } from '../../../lib/operator/log.js';
import { noteVersion, versionOf } from '../../../lib/version.js';
import { currentReadingVersion, currentVocabularyVersion, gateMakers } from '../current-gate.js';
import { countStale, countStaleReadings, dropReadings, reopenFree, type StaleWanted } from './stale.js';

/** What P3 answers that was asked to let go of titles. */
const letGo = late(() => z.object({ titles: z.number(), changed: z.number(), recycled: z.number() }));

interface Options extends Signed {
  stale: boolean;
  since?: Date;
  all: boolean;
  force: boolean;
  dryRun: boolean;
  json: boolean;
}

interface Reprocessed {
  /** Decisions that are stale, or all where all were asked for: those of free titles, and of titles in families. */
  free: number;
  inFamilies: number;
  /** Titles that are pending now. */
  reopened: number;
  familiesChanged: number;
  familiesRecycled: number;
  /** Titles whose decision stands and whose reading is of an earlier version; with --all all that stay kept. */
  readings: number;
  dryRun: boolean;
}

export function addGateReprocess(reprocess: Command, screen: Screen): void {
  signed(reprocess.command('filter'))
    .description(
      'Let the next run decide again about titles that an earlier vocabulary decided, and read anew those that an earlier reader read.',
    )
    .option('--stale', 'those decided by another vocabulary, or read by another reader, than today’s', false)
    .argument('[ids...]', 'only these titles, whatever decided them: 34 or title:34')
    .option('--all', 'all, whatever decided them', false)
    .addOption(new Option('--since <day>', 'those decided since that day (UTC), whatever decided them').argParser(dayArgument))
    .option('--force', 'also those in event families: they leave them; a family without titles is recycled', false)
    .option('--dry-run', 'only say what would be done', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExamples:\n  sni reprocess filter --stale --dry-run\n  sni reprocess filter --stale && sni run filter')
    .action(async (typed: string[], options: Options, command: Command) => {
      const named = { ids: typed.length > 0 ? itemIds('filter', typed) : null, since: options.since ?? null };
      const some = named.ids !== null || named.since !== null;
      if (!options.stale && !options.all && !some)
        throw new DeskError(
          'Say what to gate again: --stale or --all, --since or ids; with --dry-run nothing is changed.',
          exitCodes.wrongConfiguration,
        );
      await withApp(command, async (app) => {
        const done = await reopen(app, { ...options, all: options.all || (some && !options.stale) }, named);
        if (options.json) screen.json(done);
        else screen.print(sentences(done, options));
      });
    });
}

async function reopen(
  { sql, config }: App,
  { all, force, dryRun, by, why }: Options,
  named: Pick<StaleWanted, 'ids' | 'since'>,
): Promise<Reprocessed> {
  const version = versionOf('filter', gateMakers(config));
  const wanted: StaleWanted = { version, all, ...named };
  const counts = await countStale(sql, wanted);
  const reader = currentReadingVersion(config);
  const vocabulary = currentVocabularyVersion(config);
  if (dryRun) {
    const readings = await countStaleReadings(sql, { ...wanted, reader, vocabulary, force });
    return { ...counts, reopened: 0, familiesChanged: 0, familiesRecycled: 0, readings, dryRun };
  }
  // So that "sni status" calls stale what this command does.
  await noteVersion(sql, 'filter', gateMakers(config));
  // Families are P3's: it lets go of titles first, which are then as free as others.
  const { changed, recycled } = force
    ? letGo().parse(await askPhase(config, 'generate', ['let-go', ...lettingGo(wanted)]))
    : { changed: 0, recycled: 0 };
  const reopened = await reopenFree(sql, wanted);
  const readings = await dropReadings(sql, { reader, vocabulary, all, ...named });
  await note(sql, { act: 'reprocess', phase: 'filter', said: all ? 'all' : 'stale', byWhom: by, why }, reopened + readings);
  return { ...counts, reopened, familiesChanged: changed, familiesRecycled: recycled, readings, dryRun };
}

function lettingGo({ all, ids, since }: StaleWanted): string[] {
  return [...(all ? ['--all'] : []), ...(since ? ['--since', since.toISOString()] : []), ...(ids ? ['--ids', ...ids] : [])];
}

function sentences(
  { free, inFamilies, reopened, familiesChanged, familiesRecycled, readings }: Reprocessed,
  { all, force, dryRun }: Options,
): string {
  const what = all ? 'decided' : 'stale';
  if (free + inFamilies + readings === 0)
    return all ? 'The gate has decided nothing yet.' : 'No decision of the gate is stale, and no reading.';
  const kept =
    force || inFamilies === 0
      ? ''
      : ` Left as they are: ${counted(inFamilies, `${what} title`)} in event families; --force takes them out.`;
  const anew =
    readings === 0 ? '' : ` ${counted(readings, 'kept title')} ${dryRun ? 'would be read' : 'will be read'} anew and stay where they are.`;
  if (dryRun) return `${counted(force ? free + inFamilies : free, 'title')} would be gated again.${kept}${anew}`;
  const families =
    familiesChanged + familiesRecycled === 0
      ? ''
      : ` ${counted(familiesChanged, 'family')} lost titles and will be enriched again; ${counted(familiesRecycled, 'family')} lost all and went out of use.`;
  return `The next run ("sni run filter") gates ${counted(reopened, 'title')} again.${families}${kept}${anew}`;
}
