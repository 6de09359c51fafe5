// `sni export`: what is stored, as lines of JSON, CSV or a STIX bundle, page by page to a file or to whatever reads on; and the feeds as OPML.
import { type Command, Option } from 'commander';
import type { App } from '../app.js';
import type { Filter } from '../search/filter.js';
import { withApp } from './app.js';
import { jsonText } from './clean.js';
import { DeskError, exitCodes } from './end.js';
import { bundleParts } from './export/bundle.js';
import { type ExportKind, exportColumns } from './export/columns.js';
import { csvHead, csvRow } from './export/csv.js';
import { outward } from './export/outward.js';
import { actRecords, familyRecords, narrativeRecords, titleRecords } from './export/records.js';
import { addFilters, type FilterFlags, filterFromFlags } from './finding.js';
import { answerOfPhase } from './phase-desk.js';
import type { Outputs } from './program.js';
import type { Screen } from './screen.js';
import { writeWhole } from './whole-file.js';
import { counted } from './words.js';

const formats = ['jsonl', 'csv', 'stix'] as const;

interface Asked extends FilterFlags {
  format: (typeof formats)[number];
  out?: string;
}

const kinds: Record<ExportKind, { about: string; records: (sql: App['sql'], filter: Filter) => AsyncGenerator<object[]> }> = {
  families: { about: 'event families, with acts, figures, what is disputed and links', records: familyRecords },
  narratives: { about: 'framed narratives of families, with their quotes', records: narrativeRecords },
  titles: { about: 'titles, kept and dropped', records: titleRecords },
  acts: {
    about: 'who does what to whom: one row an act, in columns like those of GDELT, with the root code of CAMEO',
    records: actRecords,
  },
};

export function addExport(program: Command, screen: Screen, outputs: Outputs): void {
  const all = program
    .command('export')
    .description('Write families, narratives, titles or acts for other programs; or the feeds as an OPML list.');
  for (const kind of Object.keys(kinds) as ExportKind[]) {
    addFilters(all.command(kind))
      .description(kinds[kind].about)
      .option('--search <words>', 'with these words, in any language')
      .addOption(new Option('-f, --format <format>', 'how; stix: a bundle of reports and notes').choices(formats).default('jsonl'))
      .option('-o, --out <file>', 'write it to a file, whole or not at all (default: standard output)')
      .addHelpText(
        'after',
        `
Every text is one clean line, whatever a feed put there; no cell of CSV is a formula to a spreadsheet. The last stored comes first.

Examples:
  sni export ${kind} --since 24h > ${kind}.jsonl
  sni export ${kind} --format csv --out ${kind}.csv`,
      )
      .action((asked: Asked, command: Command) => withApp(command, (app) => exported(app, kind, asked, screen)));
  }
  all
    .command('opml')
    .description('all feeds that are read, as an OPML 2.0 list')
    .argument('[words...]', '"sni export opml --help" shows which')
    .allowUnknownOption()
    .helpOption(false)
    .action(async (words: string[], _options: object, command: Command) => {
      screen.end(await answerOfPhase(command, 'ingest', ['export', 'opml', ...words], outputs));
    });
}

async function exported({ sql, config }: App, kind: ExportKind, asked: Asked, screen: Screen): Promise<void> {
  const { format, out } = asked;
  if (format === 'stix' && kind !== 'families' && kind !== 'narratives')
    throw new DeskError(
      `STIX has reports and notes, and no ${kind}: export families or narratives, or ${kind} as csv.`,
      exitCodes.wrongConfiguration,
    );
  const filter = filterFromFlags(asked, config, new Date());
  const parts = format === 'stix' ? bundleParts(sql, filter, kind === 'narratives') : rowParts(sql, kind, filter, format);
  let records = 0;
  const fill = async ({ write }: { write: (text: string) => void }) => {
    for await (const { text, count } of parts) {
      write(text);
      records += count;
    }
  };
  if (out === undefined) await fill(screen);
  else {
    await writeWhole(out, 'The export', fill);
    screen.note(`Wrote ${counted(records, format === 'stix' ? 'object' : 'record')} to ${out}.`);
  }
}

async function* rowParts(
  sql: App['sql'],
  kind: ExportKind,
  filter: Filter,
  format: 'jsonl' | 'csv',
): AsyncGenerator<{ text: string; count: number }> {
  const names = exportColumns[kind];
  if (format === 'csv') yield { text: csvHead(names), count: 0 };
  for await (const page of kinds[kind].records(sql, filter)) {
    const lines = page.map((record) => (format === 'csv' ? csvRow(record, names) : `${jsonText(outward(record))}\n`));
    yield { text: lines.join(''), count: page.length };
  }
}
