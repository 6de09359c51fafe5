// `sni undo`: takes back an operator's correction, the last one where none is named; who did so and why is written down beside it.
import { type Command, InvalidArgumentError } from 'commander';
import { wholeNumber } from '../whole-number.js';
import { settingsOf, withApp } from './app.js';
import { thisUser } from './asker.js';
import { askPhase } from './child.js';
import { DeskError } from './end.js';
import { undoMark } from './mark/store.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { type Correction, type CorrectionSort, correctionSorts, readCorrection, readCorrections } from './undo/corrections.js';
import { takeBack } from './undo/undone.js';
import { moment } from './words.js';

interface Asked {
  list: boolean;
  limit: number;
  why: string;
  by: string;
  json: boolean;
}

interface Named {
  sort: CorrectionSort;
  number: string;
}

export function addUndo(program: Command, screen: Screen): void {
  program
    .command('undo')
    .description(
      'Undo an operator’s correction: a mark, a split, a merge, a drop-title, what audit --fix took out, a class of errors, a closed discrepancy. The last one, where none is named.',
    )
    .argument('[correction]', 'mark:3, move:7, fix:2, class:5 or close:4, as --list names them', correctionId)
    .option('--list', 'show what can be undone, the newest first', false)
    .option('-n, --limit <n>', 'with --list: at most n', wholeNumber(), 50)
    .option('--why <text>', 'the reason, for whoever reads the log', '')
    .option('--by <name>', 'who says so', thisUser())
    .option('--json', 'print one JSON object, with --list one array', false)
    .addHelpText(
      'after',
      `
A mark that is undone binds no more: later runs may store its text again. A move that is undone puts titles back where they came from, and
what it ruled ends. What "sni audit --fix" took out is put back where a run has not told it anew. An error is again what it was taken for
before "sni failures set". An undoing is not undone: correct again instead.

Examples:
  sni undo --list
  sni undo --why "it was the same strike after all"
  sni undo mark:3
  sni undo move:7 --by anna`,
    )
    .action((named: Named | undefined, asked: Asked, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        if (asked.list) {
          const found = await readCorrections(sql, asked.limit);
          if (asked.json) screen.json(found);
          else screen.print(found.length === 0 ? nothing : listOf(found, config.timeZone, screen));
          return;
        }
        const correction = named ? await readCorrection(sql, named.sort, named.number) : (await readCorrections(sql, 1))[0];
        if (!correction)
          throw new DeskError(named ? `There is no ${named.sort}:${named.number} that stands. "sni undo --list" shows which do.` : nothing);
        const { sort, number } = correction;
        const { why, by } = asked;
        if (sort === 'mark') {
          const mark = await undoMark(sql, number, { byWhom: by, why });
          if (!mark) throw new DeskError(`Mark ${number} was taken back meanwhile.`);
        } else if (sort === 'move')
          await askPhase(settingsOf(command), 'generate', ['families', 'undo', number, '--by', by, '--why', why, '--json']);
        else if (!(await takeBack(sql, correction, { byWhom: by, why })))
          throw new DeskError(`What ${correction.id} changed has changed since; it stands as it is now.`);
        if (asked.json) screen.json({ undone: correction, byWhom: by, why });
        else screen.print(`Undone: ${inWords(correction)}. ${after[sort]}`);
      }),
    );
}

const after: Readonly<Record<CorrectionSort, string>> = {
  mark: 'Later runs may store the text again.',
  move: 'The titles are back.',
  fix: 'The texts are back.',
  class: 'What was known of the error before holds again.',
  close: 'The discrepancy is open again.',
};

const nothing = 'No correction stands that could be undone. "sni mark" and "sni families" make some.';

function inWords({ id, act, of, byWhom, why }: Correction): string {
  return `${id}, ${act} of ${of}, by ${byWhom}${why === '' ? '' : ` (${why})`}`;
}

function listOf(found: readonly Correction[], timeZone: string, screen: Screen): string {
  return table(
    [
      { title: 'correction', least: 'whole' },
      { title: 'when', least: 'whole' },
      { title: 'what', least: 'whole' },
      { title: 'of', least: 12 },
      { title: 'by', spare: 1 },
      { title: 'why', spare: 2 },
    ],
    found.map(({ id, at, act, of, byWhom, why }) => [id, moment(at, timeZone), act, of, byWhom, why]),
    screen,
  );
}

function correctionId(typed: string): Named {
  const [, written, number] = /^([a-z]+):(\d{1,18})$/.exec(typed) ?? [];
  const sort = correctionSorts.find((one) => one === written);
  if (number === undefined || sort === undefined)
    throw new InvalidArgumentError('It is mark:3, move:7, fix:2, class:5 or close:4, as "sni undo --list" names them.');
  return { sort, number: String(BigInt(number)) };
}
