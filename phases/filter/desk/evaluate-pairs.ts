// `sni eval pairs`: whether headlines that people judged to be of one event come into one family, and others not, when all of them are put
// into families as P3 does without a model.
import type { Command } from 'commander';
import { settingsOf } from '../../../lib/desk/app.js';
import { DeskError } from '../../../lib/desk/end.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { table } from '../../../lib/desk/table.js';
import { counted } from '../../../lib/desk/words.js';
import { meaningsIn } from '../../../lib/evidence/meanings.js';
import { wholeNumber } from '../../../lib/whole-number.js';
import { readJsonLines, shownValue } from './json-lines.js';
import { newsTitles, placed } from './story-file.js';

interface Pair {
  a: string;
  b: string;
  same: boolean;
  lang: string;
}

/** Of pairs that are in one family; 0 where there is none, or none is to be. */
interface Figures {
  n: number;
  precision: number;
  recall: number;
  f1: number;
}

const example = '{"a":"...","b":"...","same":true,"lang":"en"}';

export function addEvaluatePairs(evaluate: Command, screen: Screen): void {
  evaluate
    .command('pairs')
    .description('Measure which pairs of headlines come into one family, by language, as P3 does without a model.')
    .argument('<file>', `one JSON object a line: ${example}`)
    .option('--claim <titles>', 'headlines that are placed together', wholeNumber(10_000), 50)
    .option('--json', 'print one JSON object: all, and one by language, each with n, precision, recall, f1', false)
    .addHelpText('after', '\nExamples:\n  sni eval pairs pairs.jsonl\n  sni eval pairs pairs.jsonl --json | jq .en.f1')
    .action(async (file: string, options: { claim: number; json: boolean }, command: Command) => {
      const pairs: Pair[] = [];
      const bad: string[] = [];
      for await (const pair of readJsonLines(file, example, pairOf)) {
        if (typeof pair === 'string') bad.push(pair);
        else pairs.push(pair);
      }
      if (pairs.length === 0) throw new DeskError([`${file} holds no pair; nothing was measured.`, ...bad.slice(0, 20)].join('\n'));
      const familyOf = await familiesOf(pairs, options.claim, command);
      const judged = pairs.map((pair) => ({ ...pair, together: familyOf(pair.a, pair.lang) === familyOf(pair.b, pair.lang) }));
      const langs = [...new Set(pairs.map(({ lang }) => lang))].sort();
      const figures = new Map([['all', figuresOf(judged)]]);
      for (const lang of langs) figures.set(lang, figuresOf(judged.filter((pair) => pair.lang === lang)));
      if (options.json) screen.json(Object.fromEntries(figures));
      else screen.print(report(figures, screen));
      if (bad.length > 0)
        throw new DeskError([`${counted(bad.length, 'line')} of ${file} could not be used:`, ...bad.slice(0, 20)].join('\n'));
    });
}

function pairOf({ a, b, same, lang = 'en' }: Record<string, unknown>): Pair | string {
  if (typeof a !== 'string') return `"a" is ${shownValue(a)}; it must be a headline.`;
  if (typeof b !== 'string') return `"b" is ${shownValue(b)}; it must be a headline.`;
  if (typeof same !== 'boolean') return `"same" is ${shownValue(same)}; it must be true or false.`;
  if (typeof lang !== 'string') return `"lang" is ${shownValue(lang)}; it must be a language code such as "en", or left out.`;
  return { a, b, same, lang };
}

/** Puts each headline of the file into a family, once however often it stands there; none has a time. */
async function familiesOf(
  pairs: readonly Pair[],
  claim: number,
  command: Command,
): Promise<(title: string, lang: string) => string | undefined> {
  const keyOf = (title: string, lang: string): string => `${lang} ${title}`;
  const headlines = new Map(
    pairs.flatMap(({ a, b, lang }) => [a, b].map((title) => [keyOf(title, lang), { title, lang, publisher: '', at: null, story: '' }])),
  );
  const settings = settingsOf(command);
  const groups = placed(await newsTitles([...headlines.values()], settings), meaningsIn(settings.root), false, claim);
  const families = new Map([...headlines.keys()].map((key, at) => [key, groups[at]]));
  return (title, lang) => families.get(keyOf(title, lang));
}

function figuresOf(pairs: readonly { same: boolean; together: boolean }[]): Figures {
  const together = pairs.filter((pair) => pair.together);
  const right = together.filter(({ same }) => same).length;
  const same = pairs.filter((pair) => pair.same).length;
  const [precision, recall] = [right / Math.max(1, together.length), right / Math.max(1, same)];
  const f1 = (2 * right) / Math.max(1, together.length + same);
  return { n: pairs.length, precision: round(precision), recall: round(recall), f1: round(f1) };
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}

function report(figures: ReadonlyMap<string, Figures>, screen: Screen): string {
  const columns = ['Language', 'Pairs', 'Precision', 'Recall', 'F1'].map(
    (title, at) => ({ title, align: at === 0 ? 'left' : 'right' }) as const,
  );
  const rows = [...figures].map(([lang, { n, precision, recall, f1 }]) => [
    lang,
    String(n),
    ...[precision, recall, f1].map((share) => share.toFixed(3)),
  ]);
  return table(columns, rows, screen);
}
