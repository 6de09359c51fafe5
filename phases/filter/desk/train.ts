// npm run train -- families: trains what decides which headlines are one happening, and writes lib/matching/weights.json. With --rows FILE it
// makes the rows of one set of labelled headlines anew instead: numbers only, so that they may stand where the headlines may not.
// npm run train -- everyday: makes the table of a language in lib/matching/everyday of a list of words in order of frequency.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { defaultEventTypes, defaultTheaters } from '../../../lib/config/lists.js';
import { projectRoot } from '../../../lib/config.js';
import { meaningsIn } from '../../../lib/evidence/meanings.js';
import { everydayTable } from '../../../lib/matching/training/everyday.js';
import { joined, readRows, writeRows } from '../../../lib/matching/training/rows.js';
import { trainedWeights } from '../../../lib/matching/training/train.js';
import { witnessRows } from '../../../lib/matching/training/witness.js';
import weights from '../../../lib/matching/weights.json' with { type: 'json' };
import { shuffled } from './shuffled.js';
import { inOrderOfTime, newsTitles, readStories } from './story-file.js';

const folder = join(projectRoot, 'lib/matching/training/rows');
const settings = {
  root: projectRoot,
  file: 'sni.yaml',
  vocabulary: { add: [], remove: [] },
  theaters: defaultTheaters,
  eventTypes: defaultEventTypes,
};
const usage = `usage: npm run train -- families
       npm run train -- families --rows FILE.jsonl --set NAME [--without DAY]... [--untimed] [--seed N] [--claim N] [--most N] [--add]
       npm run train -- everyday --lang CODE --words FILE`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string' },
    words: { type: 'string' },
    lang: { type: 'string' },
    set: { type: 'string' },
    without: { type: 'string', multiple: true, default: [] },
    untimed: { type: 'boolean', default: false },
    add: { type: 'boolean', default: false },
    seed: { type: 'string' },
    claim: { type: 'string', default: '50' },
    most: { type: 'string', default: '2500' },
  },
});
if (positionals.join() === 'everyday' && values.words !== undefined && values.lang !== undefined) makeEveryday(values.lang, values.words);
else if (positionals.join() !== 'families' || (values.rows === undefined) !== (values.set === undefined)) {
  console.error(usage);
  process.exitCode = 2;
} else if (values.rows !== undefined && values.set !== undefined) await makeRows(values.rows, values.set);
else {
  writeFileSync(join(projectRoot, 'lib/matching/weights.json'), trainedWeights(readRows(folder)));
  console.log('lib/matching/weights.json is written.');
}

/** `file` holds words in order of frequency, one a line, or, named .json, an object whose "words" are. */
function makeEveryday(lang: string, file: string): void {
  const text = readFileSync(file, 'utf8');
  const words = file.endsWith('.json') ? (JSON.parse(text) as { words: string[] }).words : text.split(/\s+/);
  writeFileSync(join(projectRoot, `lib/matching/everyday/${lang}.json`), everydayTable(lang, words));
  console.log(`lib/matching/everyday/${lang}.json is written.`);
}

/** What is compared depends on the weights there are: rows made anew after training teach what these do wrong; with --add the earlier stay. */
async function makeRows(file: string, set: string): Promise<void> {
  const { rows, bad } = await readStories(file);
  if (bad.length > 0) throw new Error([`${file} holds lines that cannot be used; nothing was written.`, ...bad.slice(0, 20)].join('\n'));
  const days = new Set(values.without);
  const trained = rows.filter(({ at }) => !days.has(at?.toISOString().slice(0, 10) ?? ''));
  const timed = !values.untimed && trained.every(({ at }) => at !== null);
  const ordered = values.seed === undefined ? inOrderOfTime(trained, timed) : shuffled(trained, Number(values.seed));
  const titles = await newsTitles(ordered, settings);
  const labelled = titles.map((title, at) => ({ title, story: ordered[at]?.story ?? '' }));
  const [meaningsOf, claim, most] = [meaningsIn(projectRoot), Number(values.claim), Number(values.most)];
  const made = witnessRows(labelled, { weights, meaningsOf, timed, claim, most });
  const earlier = values.add ? readRows(folder).get(set) : undefined;
  writeRows(folder, set, earlier === undefined ? made : joined(earlier, made));
  console.log(`The rows of ${titles.length} headlines are written to ${set}.tsv.gz; now run: npm run train -- families`);
}
