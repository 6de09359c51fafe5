// `sni positions`: what outlets tell again and again of who does what to whom, more than others do.
import type { Command } from 'commander';
import { outletsNamed } from '../search/outlets.js';
import { type Position, readPositions } from '../search/positions.js';
import { readWordings, type SidedWording } from '../search/wordings.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { DeskError } from './end.js';
import type { Screen } from './screen.js';
import { type Column, table } from './table.js';
import { timeArgument } from './time.js';
import { moment } from './words.js';

interface Asked {
  since: string;
  until?: string;
  outlet?: string;
  words: boolean;
  limit: number;
  json: boolean;
}

export function addPositions(program: Command, screen: Screen): void {
  program
    .command('positions')
    .description(
      'Show what outlets tell again and again of who does what to whom: in three families or more, and half as often again as all outlets.',
    )
    .option('--since <time>', 'in families told of since', '30d')
    .option('--until <time>', 'and before (default: now)')
    .option('--outlet <name>', 'of this outlet alone')
    .option('--words', 'the words that take a side instead: which outlets use more than others of their language', false)
    .option('-n, --limit <n>', 'at most n', wholeNumber(1000), 30)
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', '\nExamples:\n  sni positions --since 7d\n  sni positions --outlet TASS --json\n  sni positions --words')
    .action((asked: Asked, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const now = new Date();
        const since = timeArgument('--since', asked.since, now, config.timeZone);
        const until = asked.until === undefined ? now : timeArgument('--until', asked.until, now, config.timeZone);
        const [outlet] = asked.outlet === undefined ? [] : await outletsNamed(sql, asked.outlet);
        if (asked.outlet !== undefined && outlet === undefined)
          throw new DeskError(`No outlet is called ${asked.outlet}. "sni search WORDS" finds outlets by a part of their name.`, 78);
        const wanted = { since, until, outlet, limit: asked.limit };
        const show = <One>(
          found: One[],
          none: string,
          columns: readonly Column[],
          rowOf: (one: One, timeZone: string) => string[],
        ): void => {
          if (asked.json) screen.json(found);
          else if (found.length === 0) screen.print(none);
          else
            screen.print(
              table(
                columns,
                found.map((one) => rowOf(one, config.timeZone)),
                screen,
              ),
            );
        };
        if (asked.words) show(await readWordings(sql, wanted), noWord, wordColumns, wordRow);
        else show(await readPositions(sql, wanted), noAct, columns, rowOf);
      }),
    );
}

const noWord = 'No outlet uses a word in three families of this time half as often again as all of its language do.';
const noAct = 'No outlet tells an act in three families of this time half as often again as all outlets do.';

const columns = [
  { title: 'outlet', least: 12 },
  { title: 'tells', least: 24 },
  { title: 'families', align: 'right' },
  { title: 'share', align: 'right' },
  { title: 'times that of all', align: 'right' },
  { title: 'trend' },
  { title: 'last', least: 'whole', spare: 1 },
] as const;

function rowOf(
  { outlet, speaker, speakerName, source, sourceName, action, target, targetName, families, share, times, trend, lastAt }: Position,
  timeZone: string,
): string[] {
  const tells = [
    sourceName ?? source ?? 'somebody',
    action.replaceAll('_', ' '),
    ...(target === null ? [] : ['→', targetName ?? target]),
  ].join(' ');
  const who = outlet ?? `${speakerName ?? speaker} (says)`;
  return [who, tells, String(families), `${Math.round(share * 100)} %`, times.toFixed(1), trend, moment(lastAt, timeZone)];
}

const wordColumns = [
  { title: 'outlet', least: 12 },
  { title: 'word', least: 12 },
  { title: 'of acts by' },
  { title: 'families', align: 'right' },
  { title: 'share', align: 'right' },
  { title: 'times that of all', align: 'right' },
  { title: 'trend' },
  { title: 'last', least: 'whole', spare: 1 },
] as const;

function wordRow({ outlet, word, doer, doerName, families, share, times, trend, lastAt }: SidedWording, timeZone: string): string[] {
  const by = doerName ?? doer ?? 'nobody named';
  return [outlet, `“${word}”`, by, String(families), `${Math.round(share * 100)} %`, times.toFixed(1), trend, moment(lastAt, timeZone)];
}
