// `sni discrepancies`: where the observer's model differs from what code decided, and what the vocabulary lacks there; closed by an operator
// once it is looked at.
import { type Command, Option } from 'commander';
import { closeDiscrepancy, type Discrepancy, readDiscrepancies, readDiscrepancy } from '../observer/discrepancies.js';
import { aboutKinds, type Lacking, type ObservedKind, observedKinds } from '../observer/put.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { thisUser } from './asker.js';
import { DeskError } from './end.js';
import { fields, heading, paragraph } from './prose.js';
import type { Screen } from './screen.js';
import { table } from './table.js';
import { moment } from './words.js';

interface Listing {
  kind?: ObservedKind;
  all: boolean;
  limit: number;
  json: boolean;
}

export function addDiscrepancies(program: Command, screen: Screen): void {
  const discrepancies = program
    .command('discrepancies')
    .description('Show where the observer’s model differs from what code decided, and which words the vocabulary lacks there.')
    .addHelpText(
      'after',
      '\n"sni observe" finds them. A word that is right goes into vocabulary.add of sni.yaml; "sni gate explain" and "sni eval gate" tell what it changes.\n\nExamples:\n  sni discrepancies\n  sni discrepancies list --kind gate --json | jq \'.[].lacking[] | select(.changes)\'\n  sni discrepancies show 3\n  sni discrepancies close 3 "mediates was added"',
    );
  discrepancies
    .command('list', { isDefault: true })
    .description('List those that are open, the newest first.')
    .addOption(new Option('--kind <kind>', 'only of this kind').choices(observedKinds))
    .option('--all', 'also those that are closed', false)
    .option('-n, --limit <n>', 'show at most n', wholeNumber(), 50)
    .option('--json', 'print one JSON array', false)
    .action(({ kind = undefined, all, limit, json }: Listing, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const found = await readDiscrepancies(sql, { kind: kind ?? null, all, limit });
        if (json) screen.json(found);
        else screen.print(found.length === 0 ? none(config.models.roles.observe !== undefined) : listOf(found, screen));
      }),
    );
  discrepancies
    .command('show')
    .description('Show one: the headlines, what code decided, what the model says, and the words.')
    .argument('<number>', 'its number', wholeNumber())
    .option('--json', 'print one JSON object', false)
    .action((id: number, { json }: { json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const found = await readDiscrepancy(sql, String(id));
        if (!found) throw notThere(id);
        if (json) screen.json(found);
        else screen.print(render(found, config.timeZone, screen));
      }),
    );
  discrepancies
    .command('close')
    .description('Close one that was looked at. It stays in the table.')
    .argument('<number>', 'its number', wholeNumber())
    .argument('<why>', 'what was done, or why nothing')
    .option('--by <name>', 'who says so', thisUser())
    .option('--json', 'print one JSON object', false)
    .action((id: number, why: string, { by, json }: { by: string; json: boolean }, command: Command) =>
      withApp(command, async ({ sql }) => {
        const closed = await closeDiscrepancy(sql, { id: String(id), why, byWhom: by });
        const found = await readDiscrepancy(sql, String(id));
        if (!found) throw notThere(id);
        if (!closed) throw new DeskError(`Discrepancy ${id} was closed by ${found.closedBy} already: ${found.closedWhy}`);
        if (json) screen.json(found);
        else screen.print(`Discrepancy ${id} is closed.`);
      }),
    );
}

function notThere(id: number): DeskError {
  return new DeskError(`There is no discrepancy ${id}. "sni discrepancies list --all" shows which there are.`);
}

function none(isConfigured: boolean): string {
  return isConfigured
    ? 'No discrepancy is open. "sni observe" looks for some.'
    : 'No discrepancy is open, and no model looks for any: "sni observe" tells how to name one.';
}

function listOf(found: readonly Discrepancy[], screen: Screen): string {
  return table(
    [
      { title: 'number', align: 'right' },
      { title: 'of', least: 'whole' },
      { title: 'is', least: 'whole' },
      { title: 'code', least: 8, spare: 2 },
      { title: 'model', least: 10 },
      { title: 'words', least: 10, spare: 3 },
      { title: 'headline', least: 24, spare: 1 },
    ],
    found.map(({ number, kind, subject, decided, judged, lacking, headlines }) => [
      String(number),
      kind,
      subject,
      decided,
      judged,
      lacking.map(({ word, changes }) => `${word}${changes ? ' (changes it)' : ''}`).join(', '),
      headlines[0]?.text ?? '',
    ]),
    screen,
  );
}

function render(found: Discrepancy, timeZone: string, screen: Screen): string {
  const { number, kind, subject, decided, judged, why, at, model, headlines, statements, lacking, closedAt, closedBy, closedWhy } = found;
  return [
    fields(
      [
        ['Discrepancy', `${number}, ${aboutKinds[kind]}`],
        ['Of', subject],
        ['Code', decided],
        ['Model', judged],
        ['It says', why],
        ['By', `${model}, ${moment(at, timeZone)}`],
        ['Closed', closedAt ? `${moment(closedAt, timeZone)} by ${closedBy}: ${closedWhy}` : ''],
      ],
      screen,
    ),
    heading('Headlines', screen),
    ...headlines.map(({ publisher, lang, text }) => paragraph(`${publisher} (${lang}): ${text}`, screen)),
    ...(statements.length === 0
      ? []
      : [heading('Statements', screen), ...statements.map((text, at) => paragraph(`${at + 1}. ${text}`, screen))]),
    ...(lacking.length === 0 ? [] : [heading('Words', screen), ...lacking.map((one) => paragraph(inWords(one), screen))]),
  ].join('\n');
}

function inWords({ word, sort, known, changes }: Lacking): string {
  const as = { mechanisms: 'as an action', contexts: 'as a context', actions: 'as an act', words: '' }[sort];
  const has = known ? 'the vocabulary has it' : 'the vocabulary lacks it';
  const would = changes === null ? '' : changes ? '; with it the decision would be another' : '; the decision would be the same';
  return `${word}: ${[as, has].filter(Boolean).join(', ')}${would}`;
}
