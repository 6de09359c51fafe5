// `sni failures`: what failed, why, what was done and what the operator can do; `sni failures set` takes his word on an error, `sni
// clear-errors` gives quarantined items another chance.
import { Argument, type Command, Option } from 'commander';
import type { PhaseName } from '../config/phases.js';
import { type ErrorClass, errorClasses } from '../errors/diagnosis.js';
import { clearErrors } from '../operator/items.js';
import { note } from '../operator/log.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { type Signed, signed, thisUser } from './asker.js';
import { type AddedUpBy, addedUpBy, type FailedGroup, readGroups } from './failures/by.js';
import { knownSignature } from './failures/known.js';
import { readFailures } from './failures/read.js';
import { renderFailures } from './failures/render.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { counted, moment } from './words.js';

const standardLimit = 20;

/** What was known of an error before an operator's word. */
interface Known {
  error_class: ErrorClass;
  decided_by: string;
  reason: string | null;
}

const classes = `transient      it passes by itself: the item waits and is tried again
item_specific  this item is bad: it is set aside at once
temporal       nothing works for a while: the phase pauses
systemic       something outside is broken: the phase pauses
code_bug       the program is wrong: the item is set aside; three in a row pause the phase until you resume it`;

export function addFailures(program: Command, screen: Screen): void {
  const failures = program
    .command('failures')
    .description('Show what failed, by phase and kind of error: who decided what it is, what was done, and what you can do.')
    .addArgument(phaseArgument('[phase]', 'only this one (default: all)', program))
    .addOption(new Option('--by <what>', 'each kind of error, or added up by class or phase').choices(addedUpBy).default('signature'))
    .option('-n, --limit <n>', 'show at most n kinds', wholeNumber(), standardLimit)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
The eight characters behind the phase are how other commands name that kind of error.

Examples:
  sni failures
  sni failures enrich --limit 5
  sni failures --by class
  sni failures --json | jq '.failures[] | select(.failed > 0)'
  sni failures set 3fa91c02 transient
  sni clear-errors enrich --signature 3fa91c02`,
    )
    .action(async (phase: PhaseName | undefined, options: { limit: number; json: boolean; by: AddedUpBy }, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        if (options.by !== 'signature')
          return showGroups(await readGroups(sql, options.by, phase ?? null), options.by, options.json, config.timeZone, screen);
        const found = await readFailures(sql, phase ?? null, options.limit);
        if (options.json) screen.json(found);
        else screen.print(renderFailures(found, config.timeZone, screen));
      });
    });
  addSet(failures, screen);
}

function showGroups(groups: readonly FailedGroup[], by: string, json: boolean, timeZone: string, screen: Screen): void {
  if (json) return void screen.json({ by, groups });
  if (groups.length === 0) return void screen.print('No item has failed, and none waits to be tried again.');
  const number = (title: string) => ({ title, align: 'right' as const });
  const rows = groups.map(({ name, failed, waiting, kinds, nextAt }) => [
    name,
    ...[failed, waiting, kinds].map((count) => count.toLocaleString('en')),
    nextAt ? moment(nextAt, timeZone) : '-',
  ]);
  screen.print(
    table(
      [{ title: by, least: 'whole' }, number('failed'), number('to be tried'), number('kinds'), { title: 'next try', least: 'whole' }],
      rows,
      screen,
    ),
  );
}

function addSet(failures: Command, screen: Screen): void {
  failures
    .command('set')
    .description('Say what an error is. Your word wins over the rules’ and the model’s, from now on, in running runs after half a minute.')
    .argument('<signature>', 'the eight characters that "sni failures" shows, or the whole signature')
    .addArgument(new Argument('<class>', 'what it is').choices(errorClasses))
    .addHelpText('after', `\n${classes}\n\nExamples:\n  sni failures set 3fa91c02 transient\n  sni failures set 3fa91c02 code_bug --json`)
    .action(async (typed: string, errorClass: ErrorClass, _options: object, command: Command) => {
      const { json } = command.optsWithGlobals<{ json: boolean }>();
      await withApp(command, async ({ sql }) => {
        const signature = await knownSignature(sql, typed);
        const [was = null] = await sql<Known[]>`select error_class, decided_by, reason from diagnoses where signature = ${signature}`;
        await sql`
          insert into diagnoses as d (signature, example, error_class, decided_by, reason)
          values (${signature}, ${signature}, ${errorClass}, 'operator', 'An operator said so.')
          on conflict (signature) do update
          set error_class = excluded.error_class, decided_by = excluded.decided_by, reason = excluded.reason, asked_until = null`;
        const said = { act: 'class', phase: null, said: `${errorClass}: ${signature}`, byWhom: thisUser(), why: '' } as const;
        await note(sql, { ...said, before: { signature, errorClass, was } }, 0);
        if (json) screen.json({ signature, errorClass });
        else screen.print(`From now on ${errorClass}: ${signature}`);
      });
    });
}

export function addClearErrors(program: Command, screen: Screen): void {
  signed(program.command('clear-errors'))
    .description('Give items that failed for good another chance: they are ready again, with no try counted. Safe to run again.')
    .addArgument(phaseArgument('<phase>', 'of which phase', program))
    .option('-s, --signature <signature>', 'only those that failed so: the eight characters that "sni failures" shows')
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExamples:\n  sni clear-errors enrich\n  sni clear-errors enrich --signature 3fa91c02 && sni run enrich')
    .action(async (phase: PhaseName, options: { signature?: string; json: boolean } & Signed, command: Command) => {
      await withApp(command, async ({ sql }) => {
        const signature = options.signature === undefined ? null : await knownSignature(sql, options.signature);
        const cleared = await clearErrors(sql, phase, signature, { byWhom: options.by, why: options.why });
        if (options.json) screen.json({ phase, signature, cleared });
        else if (cleared === 0) screen.print(`Nothing to do: no item of ${phase} has failed${signature ? ' so' : ''}.`);
        else screen.print(`${counted(cleared, 'item')} of ${phase} will be tried anew. "sni run ${phase}" does so at once.`);
      });
    });
}
