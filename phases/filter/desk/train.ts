// npm run train: trains what decides which headlines are one happening, and makes the tables that it reads. Rows of labelled headlines are
// numbers only, so that they may stand where the headlines may not.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { defaultEventTypes, defaultTheaters } from '../../../lib/config/lists.js';
import { projectRoot } from '../../../lib/config.js';
import { meaningsIn } from '../../../lib/evidence/meanings.js';
import { everydayTable } from '../../../lib/matching/training/everyday.js';
import { joined, readRows, writeRows } from '../../../lib/matching/training/rows.js';
import { trainedWeights } from '../../../lib/matching/training/train.js';
import { witnessRows } from '../../../lib/matching/training/witness.js';
import weights from '../../../lib/matching/weights.json' with { type: 'json' };
import { wholeNumber } from '../../../lib/whole-number.js';
import { shuffled } from './shuffled.js';
import { inOrderOfTime, newsTitles, readStories } from './story-file.js';

interface RowsWanted {
  rows?: string;
  set?: string;
  without: string[];
  untimed: boolean;
  seed?: number;
  claim: number;
  most: number;
  add: boolean;
}

const folder = join(projectRoot, 'lib/matching/training/rows');
const settings = {
  root: projectRoot,
  file: 'sni.yaml',
  vocabulary: { add: [], remove: [] },
  theaters: defaultTheaters,
  eventTypes: defaultEventTypes,
};
const program = new Command('npm run train --')
  .description('Trains what decides which headlines are one happening, and makes the tables that it reads.')
  .showHelpAfterError('(--help shows what is allowed)');
program
  .command('families')
  .description('writes lib/matching/weights.json of the rows there are; with --rows it makes the rows of one set anew instead')
  .option('--rows <file.jsonl>', 'labelled headlines: {"id","title","story"} and, where known, "lang", "publisher", "published_at" a line')
  .option('--set <name>', 'what the set of rows is called')
  .option(
    '--without <day>',
    'leave out what was published on this day, such as 2026-03-10; may be said again',
    (day, days) => [...days, day],
    [] as string[],
  )
  .option('--untimed', 'as though no headline had a time', false)
  .option('--seed <n>', 'shuffle the headlines by this number', wholeNumber(1_000_000))
  .option('--claim <n>', 'group so many at once', wholeNumber(10_000), 50)
  .option('--most <n>', 'make at most so many rows of each model', wholeNumber(1_000_000), 2500)
  .option('--add', 'keep the rows that the set has', false)
  .addHelpText(
    'after',
    '\nExamples:\n  npm run train -- families\n  npm run train -- families --rows march.jsonl --set march --without 2026-03-10',
  )
  .action(async (options: RowsWanted, command: Command) => {
    if ((options.rows === undefined) !== (options.set === undefined)) command.error('--rows and --set are said together.');
    if (options.rows !== undefined && options.set !== undefined) return makeRows(options.rows, options.set, options);
    writeFileSync(join(projectRoot, 'lib/matching/weights.json'), trainedWeights(readRows(folder)));
    console.log('lib/matching/weights.json is written.');
  });
program
  .command('everyday')
  .description('writes lib/matching/everyday/LANG.json: how rare the words of a language are')
  .requiredOption('--lang <code>', 'the language, such as de')
  .requiredOption('--words <file>', 'words in order of frequency, one a line, or a .json object whose "words" they are')
  .addHelpText('after', '\nExample:\n  npm run train -- everyday --lang de --words german.txt')
  .action(({ lang, words }: { lang: string; words: string }) => makeEveryday(lang, words));
await program.parseAsync();

/** `file` holds words in order of frequency, one a line, or, named .json, an object whose "words" are. */
function makeEveryday(lang: string, file: string): void {
  const text = readFileSync(file, 'utf8');
  const words = file.endsWith('.json') ? (JSON.parse(text) as { words: string[] }).words : text.split(/\s+/);
  writeFileSync(join(projectRoot, `lib/matching/everyday/${lang}.json`), everydayTable(lang, words));
  console.log(`lib/matching/everyday/${lang}.json is written.`);
}

/** What is compared depends on the weights there are: rows made anew after training teach what these do wrong; with --add the earlier stay. */
async function makeRows(file: string, set: string, wanted: RowsWanted): Promise<void> {
  const { rows, bad } = await readStories(file);
  if (bad.length > 0) throw new Error([`${file} holds lines that cannot be used; nothing was written.`, ...bad.slice(0, 20)].join('\n'));
  const days = new Set(wanted.without);
  const trained = rows.filter(({ at }) => !days.has(at?.toISOString().slice(0, 10) ?? ''));
  const timed = !wanted.untimed && trained.every(({ at }) => at !== null);
  const ordered = wanted.seed === undefined ? inOrderOfTime(trained, timed) : shuffled(trained, wanted.seed);
  const titles = await newsTitles(ordered, settings);
  const labelled = titles.map((title, at) => ({ title, story: ordered[at]?.story ?? '' }));
  const { claim, most } = wanted;
  const meaningsOf = meaningsIn(projectRoot);
  const made = witnessRows(labelled, { weights, meaningsOf, timed, claim, most });
  const earlier = wanted.add ? readRows(folder).get(set) : undefined;
  writeRows(folder, set, earlier === undefined ? made : joined(earlier, made));
  console.log(`The rows of ${titles.length} headlines are written to ${set}.tsv.gz; now run: npm run train -- families`);
}
