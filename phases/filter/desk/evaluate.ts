// `sni eval gate`: how well the gate agrees with labelled titles, and where it disagrees most. No database is needed, and the file may be
// of any length.
import type { Command } from 'commander';
import { settingsOf } from '../../../lib/desk/app.js';
import { DeskError } from '../../../lib/desk/end.js';
import { fields, heading } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { headlineLeast, table } from '../../../lib/desk/table.js';
import { counted } from '../../../lib/desk/words.js';
import { currentGate } from '../current-gate.js';
import type { Gate } from '../gate.js';
import { type Labelled, readLabelled } from './labelled-file.js';

/** What `--json` prints. Precision, recall and F1 are 0 where nothing was kept, or nothing was to be kept. */
interface Figures {
  n: number;
  positives: number;
  precision: number;
  recall: number;
  f1: number;
  /** Of the gate alone, without reading the file. */
  titlesPerSecond: number;
}

interface Mistake extends Labelled {
  score: number;
}

interface Evaluation {
  figures: Figures;
  /** Strategic titles that were dropped, the lowest score first. */
  misses: Mistake[];
  /** Others that were kept, the highest score first. */
  falseKeeps: Mistake[];
  /** Sentences about the first bad lines, and how many there are. */
  bad: string[];
  badCount: number;
}

const listedMistakes = 15;
const listedBadLines = 20;

export function addEvaluate(evaluate: Command, screen: Screen): void {
  evaluate
    .command('gate')
    .description('Measure the gate on labelled titles, and list its worst misses and false keeps.')
    .argument('<file>', 'one JSON object a line: {"title":"...","lang":"en","strategic":true}')
    .option('--json', 'print one JSON object: n, positives, precision, recall, f1, titlesPerSecond', false)
    .addHelpText('after', '\nExamples:\n  sni eval gate labelled.jsonl\n  sni eval gate labelled.jsonl --json | jq .f1')
    .action(async (file: string, options: { json: boolean }, command: Command) => {
      const config = settingsOf(command);
      const { gate, vocabulary } = await currentGate(config);
      const evaluation = await evaluateGate(gate, readLabelled(file));
      const { figures, bad, badCount } = evaluation;
      const lines = badCount > bad.length ? [...bad, `and ${counted(badCount - bad.length, 'further line')}.`] : bad;
      if (figures.n === 0) throw new DeskError([`${file} holds no labelled title; nothing was measured.`, ...lines].join('\n'));
      if (options.json) screen.json(figures);
      else screen.print(report(evaluation, vocabulary.version, screen));
      if (badCount > 0) throw new DeskError([`${counted(badCount, 'line')} of ${file} could not be used:`, ...lines].join('\n'));
    });
}

/** Gates every title and compares. Holds only the worst mistakes, however many titles there are. */
async function evaluateGate(gate: Gate, titles: AsyncIterable<Labelled | string>): Promise<Evaluation> {
  const misses: Mistake[] = [];
  const falseKeeps: Mistake[] = [];
  const bad: string[] = [];
  let [n, positives, kept, right, badCount, milliseconds] = [0, 0, 0, 0, 0, 0];
  for await (const labelled of titles) {
    if (typeof labelled === 'string') {
      badCount++;
      if (bad.length < listedBadLines) bad.push(labelled);
      continue;
    }
    const begun = performance.now();
    const { decision, score } = gate(labelled.title, labelled.lang);
    milliseconds += performance.now() - begun;
    const keep = decision === 'gate_keep';
    n++;
    if (labelled.strategic) positives++;
    if (keep) kept++;
    if (keep && labelled.strategic) right++;
    else if (labelled.strategic) keepWorst(misses, { ...labelled, score }, (a, b) => a.score - b.score);
    else if (keep) keepWorst(falseKeeps, { ...labelled, score }, (a, b) => b.score - a.score);
  }
  const figures = {
    n,
    positives,
    precision: rounded(right / Math.max(1, kept)),
    recall: rounded(right / Math.max(1, positives)),
    f1: rounded((2 * right) / Math.max(1, kept + positives)),
    titlesPerSecond: Math.round(n / Math.max(0.001, milliseconds / 1000)),
  };
  return { figures, misses, falseKeeps, bad, badCount };
}

function keepWorst(list: Mistake[], mistake: Mistake, worseFirst: (a: Mistake, b: Mistake) => number): void {
  const last = list[listedMistakes - 1];
  if (last !== undefined && worseFirst(last, mistake) <= 0) return;
  list.push(mistake);
  list.sort(worseFirst);
  list.length = Math.min(list.length, listedMistakes);
}

function report({ figures, misses, falseKeeps }: Evaluation, vocabulary: string, screen: Screen): string {
  const { n, positives, precision, recall, f1, titlesPerSecond } = figures;
  const titles = (list: readonly Mistake[]): string =>
    table(
      [{ title: 'score', align: 'right' }, { title: 'lang' }, { title: 'title', least: headlineLeast }],
      list.map(({ score, lang, title }) => [String(score), lang, title]),
      screen,
    );
  return [
    fields(
      [
        ['Titles', `${n.toLocaleString('en')}, ${positives.toLocaleString('en')} of them strategic`],
        ['F1', f1.toFixed(4)],
        ['Precision', precision.toFixed(4)],
        ['Recall', recall.toFixed(4)],
        ['Speed', `${titlesPerSecond.toLocaleString('en')} titles a second`],
        ['Vocabulary', vocabulary],
      ],
      screen,
    ),
    ...(misses.length > 0 ? [heading('Worst misses: strategic, but dropped', screen), titles(misses)] : []),
    ...(falseKeeps.length > 0 ? [heading('Worst false keeps: not strategic, but kept', screen), titles(falseKeeps)] : []),
  ].join('\n');
}

function rounded(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
