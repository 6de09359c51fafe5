// `sni list`: titles, families, narratives and model calls as tables or JSON. A kind is a row of data: its statuses, its columns, and how
// it is read.
import { type Command, Option } from 'commander';
import type { Sql } from 'postgres';
import { familySorts } from '../search/families.js';
import { wholeNumber } from '../whole-number.js';
import { withApp } from './app.js';
import { addFilters, type FilterFlags, filterFromFlags } from './finding.js';
import { callColumns, callOutcomes, callRow, readCalls } from './list/calls.js';
import { familyCells, familyColumns, readFamilies } from './list/families.js';
import { narrativeColumns, narrativeRow, readNarratives } from './list/narratives.js';
import { readTitles, titleColumns, titleRow } from './list/titles.js';
import { restLine, type Total, totalCalls, totalFamilies, totalNarratives, totalTitles } from './list/total.js';
import type { Listed, ListWanted } from './list/wanted.js';
import type { Screen } from './screen.js';
import { type Column, table } from './table.js';

interface Kind<Row> {
  name: string;
  /** One of them, in a sentence. */
  one: string;
  about: string;
  statuses: readonly string[];
  /** A short flag for one of the statuses. */
  flag?: { status: string; about: string };
  /** Adds flags of its own. */
  dress?: (command: Command) => void;
  read: (sql: Sql, wanted: ListWanted) => Promise<Listed<Row>>;
  total: Total;
  columns: readonly Column[];
  row: (row: Row, timeZone: string) => string[];
  /** Said where there is nothing. */
  none: string;
  next: string;
}

const standardLimit = 20;

export function addList(program: Command, screen: Screen): void {
  const list = program
    .command('list')
    .description('List titles, event families, narratives or model calls, the newest and most important first.')
    .addHelpText(
      'after',
      '\nExamples:\n  sni list families\n  sni list families --theater UKRAINE --min-outlets 5 --sort importance\n  sni list titles --status gate_keep --limit 50\n  sni list narratives --json\n  sni list calls --refused',
    );
  addKind(list, screen, {
    name: 'titles',
    one: 'title',
    about: 'headlines, the newest first (of those stored last)',
    statuses: ['pending', 'gate_keep', 'gate_drop', 'forgotten'],
    read: readTitles,
    total: totalTitles,
    columns: titleColumns,
    row: titleRow,
    none: 'There are no such titles. "sni run ingest" reads the feeds.',
    next: 'sni show title:<id>',
  });
  addKind(list, screen, {
    name: 'families',
    one: 'event family',
    about: 'event families: the newest day first, within a day the largest first; without merged and recycled ones',
    statuses: ['seed', 'active', 'merged', 'recycled'],
    dress: dressFamilies,
    read: readFamilies,
    total: totalFamilies,
    columns: familyColumns,
    row: familyCells,
    none: 'There are no such event families. "sni run generate" makes them of the titles that were kept.',
    next: 'sni show <id>',
  });
  addKind(list, screen, {
    name: 'narratives',
    one: 'narrative',
    about: 'framed narratives, in the order of their families; --status is that of the family',
    statuses: ['seed', 'active', 'merged', 'recycled'],
    read: readNarratives,
    total: totalNarratives,
    columns: narrativeColumns,
    row: narrativeRow,
    none: 'There are no such narratives. "sni run narrate" makes them of active event families.',
    next: 'sni show narrative:<id>',
  });
  addKind(list, screen, {
    name: 'calls',
    one: 'call',
    about: 'calls of models and answers by rules, the newest first; --status is what became of the answer',
    statuses: callOutcomes,
    flag: { status: 'refused', about: 'only those whose answer was not accepted; the same as --status refused' },
    read: readCalls,
    total: totalCalls,
    columns: callColumns,
    row: callRow,
    none: 'There are no such calls. "sni models" shows which models may be asked.',
    next: 'sni show call:<id>',
  });
}

function addKind<Row>(list: Command, screen: Screen, kind: Kind<Row>): void {
  const added = list
    .command(kind.name)
    .description(kind.about)
    .option('-n, --limit <n>', 'list at most n', wholeNumber(), standardLimit)
    .addOption(new Option('-s, --status <status>', 'only those of this status').choices(kind.statuses))
    .option('--json', 'print one JSON array', false)
    .addHelpText(
      'after',
      `\nExamples:\n  sni list ${kind.name} --limit 100\n  sni list ${kind.name} --json | jq length\n\nOne of them: ${kind.next}`,
    )
    .action(async (options: Options, command: Command) => {
      const status = kind.flag && options[kind.flag.status] === true ? kind.flag.status : options.status;
      await withApp(command, async ({ sql, config }) => {
        const { limit, sort, after } = options;
        const wanted: ListWanted = { limit, status, sort, after, filter: { ...filterFromFlags(options, config, new Date()), status } };
        const { rows, next } = await kind.read(sql, wanted);
        // Where a place is told to go on behind, how many there are is not counted.
        const goesOn = after !== undefined || (options.json && next !== null);
        const rest = rows.length < limit || goesOn ? null : restLine(rows.length, await kind.total(sql, wanted), kind.one);
        if (options.json) screen.json(rows);
        else if (rows.length === 0) screen.print(kind.none);
        else {
          const cells = rows.map((row) => kind.row(row, config.timeZone));
          screen.print([table(kind.columns, cells, screen), ...(rest ? ['', rest] : [])].join('\n'));
        }
        if (next !== null && goesOn) screen.note(`There are more: --after ${next}`);
        else if (options.json && rest !== null) screen.note(rest);
      });
    });
  if (kind.flag) added.addOption(new Option(`--${kind.flag.status}`, kind.flag.about).conflicts('status'));
  kind.dress?.(added);
}

type Options = FilterFlags & Pick<ListWanted, 'limit' | 'sort' | 'after'> & Record<string, unknown> & { status?: string; json: boolean };

function dressFamilies(command: Command): void {
  addFilters(command)
    .option('--search <words>', 'with these words, in any language; "in quotation marks" as they stand, -word not')
    .addOption(
      new Option('--sort <order>', 'in which order; day: the newest day first, within it the largest').choices(familySorts).default('day'),
    )
    .option('--after <cursor>', 'go on behind this place, which the page before named');
}
