// `sni pause` and `sni resume`. Runs look at the pause when they start and every few seconds, so one under way ends by itself and keeps
// what it has.
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Sql } from 'postgres';
import type { PhaseName } from '../config/phases.js';
import { pause, resume } from '../operator/pausing.js';
import { withApp } from './app.js';
import { type Signed, signed, thisUser } from './asker.js';
import { clean } from './clean.js';
import { DeskError, exitCodes } from './end.js';
import { phaseArgument } from './phase-name.js';
import type { Screen } from './screen.js';
import { spanArgument } from './span.js';
import { readPhaseState } from './waiting-workers.js';
import { counted, moment } from './words.js';

interface Asked {
  retryIn?: number;
  until?: string;
  by: string;
  json: boolean;
}

export function addPause(program: Command, screen: Screen): void {
  program
    .command('pause')
    .description('Pause a phase. A run of it under way ends within its grace and keeps what is done; those that start end at once with 75.')
    .addArgument(phaseArgument('<phase>', 'which phase', program))
    .argument('[reason...]', 'why, for whoever looks at "sni status"')
    .addOption(new Option('--retry-in <span>', 'go on by itself after so long, such as 90s, 25m, 3h or 2d').argParser(spanArgument))
    .addOption(
      new Option('--until <time>', 'go on by itself at 14:30, or "2026-03-10 14:30", in the time zone of the settings')
        .argParser(timeArgument)
        .conflicts('retryIn'),
    )
    .option('--by <name>', 'who says so', thisUser())
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Without --retry-in and --until the phase stays paused until "sni resume".

Examples:
  sni pause generate "the model is being changed"
  sni pause ingest --retry-in 3h
  sni pause enrich "quota used up" --until 09:00`,
    )
    .action(async (phase: PhaseName, reason: string[], asked: Asked, command: Command) => {
      await withApp(command, async ({ sql, config }) => {
        const because = reason.join(' ').trim() || null;
        const until = await endOf(sql, asked, config.timeZone);
        await pause(sql, phase, until, because, asked.by);
        const { runs } = await readPhaseState(sql, phase);
        if (asked.json) {
          screen.json({ phase, reason: because, until, runsEnding: runs });
          return;
        }
        const end = until ? `until ${moment(until, config.timeZone)}` : `until "sni resume ${phase}"`;
        screen.print(`${phase} is paused ${end}${because ? `: ${clean(because)}` : '.'}`);
        if (runs > 0) {
          const { graceSeconds } = config.phases[phase];
          screen.print(
            `${counted(runs, 'run')} of it under way: ${runs === 1 ? 'it ends' : 'they end'} by ${runs === 1 ? 'itself' : 'themselves'} within ${Math.ceil(graceSeconds + 5)} s.`,
          );
        }
      });
    });
}

export function addResume(program: Command, screen: Screen): void {
  signed(program.command('resume'))
    .alias('unpause')
    .description('End the pause of a phase. A sleeping worker of it goes on at once.')
    .addArgument(phaseArgument('<phase>', 'which phase', program))
    .option('--json', 'print one JSON object', false)
    .addHelpText('after', '\nExamples:\n  sni resume generate')
    .action(async (phase: PhaseName, options: { json: boolean } & Signed, command: Command) => {
      await withApp(command, async ({ sql }) => {
        const was = await resume(sql, phase, { byWhom: options.by, why: options.why });
        if (options.json) screen.json({ phase, wasPaused: was });
        else screen.print(was ? `${phase} goes on.` : `${phase} was not paused.`);
      });
    });
}

/** When the pause ends by itself; null for never. The database's clock and the operator's time zone say. */
export async function endOf(sql: Sql, asked: Pick<Asked, 'retryIn' | 'until'>, timeZone: string): Promise<Date | null> {
  const [found] = await sql<{ until: Date | null; past: boolean }[]>`
    with local as (
      select now() at time zone ${timeZone} as at, ${asked.until ?? null}::text as wanted
    ), meant as (
      select case
        when wanted is null then now() + make_interval(secs => ${asked.retryIn ?? null})
        when wanted like '%-%' then wanted::timestamp at time zone ${timeZone}
        else (at::date + wanted::time + case when wanted::time <= at::time then interval '1 day' else interval '0' end) at time zone ${timeZone}
      end as until
      from local
    )
    select until, coalesce(until <= now(), false) as past from meant`;
  if (found?.past) throw new DeskError(`${asked.until} is past; --until takes a time to come.`, exitCodes.wrongConfiguration);
  return found?.until ?? null;
}

function timeArgument(text: string): string {
  const found = text.trim().match(/^(?:(?<day>\d{4}-\d{2}-\d{2})[ T])?(?<clock>(?:[01]\d|2[0-3]):[0-5]\d)$/);
  const day = found?.groups?.['day'];
  if (!found || (day && !isDay(day))) throw new InvalidArgumentError('Allowed is a time such as 14:30 or "2026-03-10 14:30".');
  return `${day ? `${day} ` : ''}${found.groups?.['clock']}`;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
