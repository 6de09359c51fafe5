// `sni retry`, `sni reset` and `sni priority`: items of a phase's backlog are tried now, begun as if never worked, or taken in another
// order.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Sql } from 'postgres';
import type { PhaseName } from '../config/phases.js';
import { type ErrorClass, errorClasses } from '../errors/diagnosis.js';
import { prioritize, reset, retry, statesOf } from '../operator/items.js';
import type { Asker } from '../operator/log.js';
import type { ItemId } from '../work.js';
import { withApp } from './app.js';
import { type Signed, signed } from './asker.js';
import { DeskError, exitCodes } from './end.js';
import { knownSignature } from './failures/known.js';
import { itemIds } from './item-ids.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { counted, listed } from './words.js';

interface Options extends Signed {
  json: boolean;
}

export function addRetry(program: Command, screen: Screen): void {
  signed(program.command('retry'))
    .description('Let items that failed, or wait for their next try, be tried now and first, with no try counted.')
    .addArgument(phaseArgument('<phase>', 'of which phase', program))
    .argument('[ids...]', 'only these: 34, title:34, ef:12')
    .addOption(new Option('--class <class>', 'those whose error is of this class').choices(errorClasses))
    .option('--signature <key>', 'those that failed so, as "sni failures" names it')
    .option('--all', 'all of them', false)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExamples:\n  sni retry enrich 12 15\n  sni retry enrich --class transient\n  sni retry enrich --signature 1a2b3c4d\n  sni retry ingest --all --why "the proxy is back"',
    )
    .action(
      async (
        phase: PhaseName,
        typed: string[],
        options: Options & { class?: ErrorClass; signature?: string; all: boolean },
        command: Command,
      ) => {
        const ids = typed.length > 0 ? itemIds(phase, typed) : null;
        if (ids === null && options.class === undefined && options.signature === undefined && !options.all)
          throw new DeskError('Say what to retry: ids, --class CLASS, --signature KEY or --all.', exitCodes.wrongConfiguration);
        await withApp(command, async ({ sql }) => {
          const signature = options.signature === undefined ? null : await knownSignature(sql, options.signature);
          const changed = await retry(sql, phase, { ids, errorClass: options.class ?? null, signature }, askerOf(options));
          await answer(
            sql,
            {
              phase,
              ids,
              changed,
              options,
              done: (n) => `${n} of ${phase} will be tried at once. "sni run ${phase}" does so now.`,
              none: 'has failed or waits for its next try',
            },
            screen,
          );
        });
      },
    );
}

export function addReset(program: Command, screen: Screen): void {
  signed(program.command('reset'))
    .description('Put items back as if nobody had worked them: what failed, waits, or is held by a worker, which then loses it.')
    .addArgument(phaseArgument('<phase>', 'of which phase', program))
    .argument('<ids...>', 'which: 34, title:34, ef:12')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nWhat is done stays done: "sni reprocess" lets it be done again.\n\nExamples:\n  sni reset enrich 12\n  sni reset generate title:34 title:35 --why "its worker hangs"',
    )
    .action(async (phase: PhaseName, typed: string[], options: Options, command: Command) => {
      const ids = itemIds(phase, typed);
      await withApp(command, async ({ sql }) => {
        const changed = await reset(sql, phase, ids, askerOf(options));
        await answer(
          sql,
          { phase, ids, changed, options, done: (n) => `${n} of ${phase} reset: ready, with no try counted.`, none: 'is in the backlog' },
          screen,
        );
      });
    });
}

export function addPriority(program: Command, screen: Screen): void {
  signed(program.command('priority'))
    .description('Give items of the backlog another place: the lowest number is taken first.')
    .addArgument(phaseArgument('<phase>', 'of which phase', program))
    .argument('<n>', 'a whole number; phases give their own, from 0 or 1 up', priorityArgument)
    .argument('<ids...>', 'which: 34, title:34, ef:12')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nA number below 0 stands behind two dashes.\n\nExamples:\n  sni priority enrich 0 ef:12\n  sni priority generate -- -5 title:34 title:35',
    )
    .action(async (phase: PhaseName, priority: number, typed: string[], options: Options, command: Command) => {
      const ids = itemIds(phase, typed);
      await withApp(command, async ({ sql }) => {
        const changed = await prioritize(sql, phase, priority, ids, askerOf(options));
        await answer(
          sql,
          { phase, ids, changed, options, done: (n) => `${n} of ${phase} at priority ${priority}.`, none: 'is in the backlog' },
          screen,
        );
      });
    });
}

interface Answer {
  phase: PhaseName;
  ids: readonly ItemId[] | null;
  changed: readonly ItemId[];
  options: Options;
  done: (items: string) => string;
  none: string;
}

/** Says what was changed, and of the named items that were not why. Throws where of the named ones none was. */
async function answer(sql: Sql, { phase, ids, changed, options, done, none }: Answer, screen: Screen): Promise<void> {
  const left = (ids ?? []).filter((id) => !changed.includes(id));
  const states = new Map((left.length > 0 ? await statesOf(sql, phase, left) : []).map(({ itemId, state }) => [itemId, state]));
  const skipped = left.map((id) => ({ id, state: states.get(id) ?? 'unknown' }));
  const because = leftWords(phase, skipped);
  if (ids !== null && changed.length === 0) throw new DeskError(`Nothing was changed: ${because}.`);
  if (options.json) screen.json({ phase, changed: changed.length, ids: changed, skipped });
  else if (changed.length === 0) screen.print(`Nothing to do: no item of ${phase} ${none}.`);
  else screen.print(`${done(counted(changed.length, 'item'))}${because === '' ? '' : ` Left as they are: ${because}.`}`);
}

const stateWords: Record<string, string> = {
  done: 'done ("sni reprocess" does it again)',
  ready: 'ready already',
  leased: 'being worked now',
  failed: 'failed for another reason',
  unknown: 'not in the backlog',
};

function leftWords(phase: PhaseName, skipped: readonly { id: ItemId; state: string }[]): string {
  return listed(
    [...new Set(skipped.map(({ state }) => state))].map((state) => {
      const ids = skipped.filter((one) => one.state === state).map(({ id }) => id);
      const more = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
      return `${phase} ${ids.slice(0, 5).join(', ')}${more} ${ids.length === 1 ? 'is' : 'are'} ${stateWords[state] ?? state}`;
    }),
  );
}

function askerOf({ by, why }: Signed): Asker {
  return { byWhom: by, why };
}

function priorityArgument(text: string): number {
  const value = Number(text);
  if (/^-?\d{1,10}$/.test(text) && Math.abs(value) <= 2_147_483_647) return value;
  throw new InvalidArgumentError('Allowed is a whole number from -2,147,483,647 to 2,147,483,647.');
}
