// `sni mark` and `sni marks`: an operator's word on what is stored. What is marked wrong goes at once and no later run stores it again; all
// marks together are labelled data for `sni eval evidence`.
import { Argument, type Command, InvalidArgumentError, Option } from 'commander';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { thisUser } from './asker.js';
import { jsonText } from './clean.js';
import { DeskError } from './end.js';
import {
  type FamilyField,
  familyFields,
  labelled,
  type MarkVerdict,
  markFamily,
  markNarrative,
  type OperatorMark,
  readMarks,
  undoMark,
} from './mark/store.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { moment } from './words.js';

interface Asked {
  field: FamilyField;
  by: string;
  json: boolean;
}

interface Target {
  kind: 'ef' | 'narrative';
  id: string;
}

export function addMark(program: Command, screen: Screen): void {
  program
    .command('mark')
    .description('Say that a narrative, or a text of a family, is wrong or right. What is wrong goes, and no later run stores it again.')
    .argument('<id>', 'narrative:5, or ef:12 with --field', targetOf)
    .addArgument(new Argument('<verdict>', 'your word').choices(['wrong', 'right']))
    .argument('<why>', 'the reason, for whoever reads the list')
    .addOption(new Option('--field <field>', 'which text of a family').choices(familyFields).default('summary'))
    .option('--by <name>', 'who says so', thisUser())
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      `
Examples:
  sni mark narrative:5 wrong "Poland accuses, it did not attack"
  sni mark ef:12 wrong "one outlet wrote it, not three" --field context
  sni marks                       all marks, with their numbers
  sni marks undo 3
  sni marks export > marks.jsonl && sni eval evidence marks.jsonl`,
    )
    .action((target: Target, verdict: MarkVerdict, why: string, { field, by, json }: Asked, command: Command) =>
      withApp(command, async ({ sql }) => {
        const said = { verdict, why, byWhom: by };
        const mark =
          target.kind === 'narrative' ? await markNarrative(sql, target.id, said) : await markFamily(sql, target.id, field, said);
        if (!mark) throw notThere(target, field);
        if (json) screen.json(mark);
        else screen.print(`Mark ${mark.markId}: the ${mark.field.replace('_', ' ')} of ef:${mark.efId} is ${verdict}. ${whatNow(mark)}`);
      }),
    );
}

function whatNow({ verdict, markId }: OperatorMark): string {
  return verdict === 'wrong' ? `It is taken out, and stays out; "sni marks undo ${markId}" takes that back.` : 'It stays.';
}

function notThere({ kind, id }: Target, field: FamilyField): DeskError {
  return kind === 'narrative'
    ? new DeskError(`There is no narrative:${id}. "sni list narratives" shows which there are.`)
    : new DeskError(`There is no ef:${id} with a ${field.replace('_', ' ')}, or it was merged. "sni show ${id}" shows it.`);
}

export function addMarks(program: Command, screen: Screen): void {
  const marks = program
    .command('marks')
    .description('List what operators have marked, the newest first; take a mark back, or print all as labelled data.')
    .option('-n, --limit <n>', 'show at most n', wholeNumber(), 50)
    .option('--json', 'print one JSON array', false)
    .action(({ limit, json }: { limit: number; json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const found = await readMarks(sql, limit);
        if (json) screen.json(found);
        else screen.print(found.length === 0 ? 'Nothing is marked. "sni mark --help" shows how.' : listOf(found, config.timeZone, screen));
      }),
    );
  marks
    .command('undo')
    .description('Take a mark back: later runs may store the text again.')
    .argument('<mark>', 'its number', wholeNumber())
    .option('--why <text>', 'the reason', '')
    .option('--by <name>', 'who says so', thisUser())
    .action((id: number, { by, why }: { by: string; why: string }, command: Command) =>
      withApp(command, async ({ sql }) => {
        const mark = await undoMark(sql, String(id), { byWhom: by, why });
        if (!mark) throw new DeskError(`There is no mark ${id} that stands. "sni marks" shows which there are.`);
        screen.print(`Mark ${id} is taken back; what it was about is made anew by the next run.`);
      }),
    );
  marks
    .command('export')
    .description('Print the marks that stand as JSON lines, as "sni eval evidence" reads them.')
    .action((_: object, command: Command) =>
      withApp(command, async ({ sql }) => {
        for await (const line of labelled(sql)) screen.write(`${jsonText(line)}\n`);
      }),
    );
}

function listOf(marks: readonly OperatorMark[], timeZone: string, screen: Screen): string {
  return table(
    [
      { title: 'mark', align: 'right' },
      { title: 'when', least: 'whole' },
      { title: 'of', least: 'whole' },
      { title: 'field', least: 'whole' },
      { title: 'is', least: 'whole' },
      { title: 'by', spare: 1 },
      { title: 'why', spare: 2 },
      { title: 'text' },
    ],
    marks.map(({ markId, at, efId, field, verdict, undoneAt, byWhom, why, text }) => [
      markId,
      moment(at, timeZone),
      `ef:${efId}`,
      field,
      undoneAt ? `${verdict}, taken back` : verdict,
      byWhom,
      why,
      text,
    ]),
    screen,
  );
}

function targetOf(typed: string): Target {
  const [, kind, id] = /^(ef|narrative):(\d{1,18})$/.exec(typed) ?? [];
  if (kind === undefined || id === undefined) throw new InvalidArgumentError('It is narrative:5 or ef:12.');
  return { kind: kind === 'ef' ? 'ef' : 'narrative', id };
}
