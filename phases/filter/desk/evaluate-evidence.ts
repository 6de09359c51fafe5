// `sni eval evidence`: what the evidence check refuses, measured on labelled sentences about headlines.
import type { Command } from 'commander';
import { settingsOf } from '../../../lib/desk/app.js';
import { DeskError } from '../../../lib/desk/end.js';
import { fields } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { counted } from '../../../lib/desk/words.js';
import { makeCheck } from '../../../lib/evidence/evidence.js';
import { currentGate } from '../current-gate.js';
import { readJsonLines, shownValue } from './json-lines.js';

interface Labelled {
  titles: readonly { id: string; text: string; outlet: string; lang: string }[];
  sentence: string;
  supported: boolean;
  kind: string;
}

interface Result {
  truths: number;
  truthsRefused: number;
  lies: number;
  liesRefused: number;
  /** Of each kind how many sentences there are and how many were refused. */
  byKind: Record<string, { supported: boolean; n: number; refused: number }>;
}

const example =
  '{"titles":[{"id":"1","text":"Iran denies it sent missiles","outlet":"Post","lang":"en"}],"sentence":"Iran sent missiles.","supported":false,"kind":"negation"}';

export function addEvaluateEvidence(evaluate: Command, screen: Screen): void {
  evaluate
    .command('evidence')
    .description('Measure what the evidence check refuses of labelled sentences.')
    .argument('<file>', `one JSON object a line: ${example}`)
    .option('--json', 'print one JSON object: truths, truthsRefused, lies, liesRefused, byKind {supported, n, refused}; counts', false)
    .option('--wrong', 'also print each truth that was refused, with the reason, and each lie that was not', false)
    .addHelpText(
      'after',
      '\nEach sentence is taken to cite all its titles. "lang" may be left out.\n\nExamples:\n  sni eval evidence labelled.jsonl --wrong\n  sni eval evidence labelled.jsonl --json | jq .liesRefused',
    )
    .action(async (file: string, options: { json: boolean; wrong: boolean }, command: Command) => {
      const config = settingsOf(command);
      const { vocabulary } = await currentGate(config);
      const check = makeCheck(vocabulary, config.root);
      const result: Result = { truths: 0, truthsRefused: 0, lies: 0, liesRefused: 0, byKind: {} };
      const bad: string[] = [];
      const wrong: string[] = [];
      for await (const row of readJsonLines(file, example, labelledOf)) {
        if (typeof row === 'string') {
          bad.push(row);
          continue;
        }
        const sources = row.titles.map(({ outlet, ...title }) => ({ ...title, outlets: [outlet] }));
        const [problem] = check([{ field: 'sentence', text: row.sentence, cites: sources.map(({ id }) => id) }], sources);
        add(result, row, problem !== undefined);
        if (row.supported === (problem !== undefined))
          wrong.push(
            `${row.supported ? 'Refused' : 'Not refused'} (${row.kind}): ${row.sentence}${problem ? ` It ${problem.reason}.` : ''}`,
          );
      }
      if (result.truths + result.lies === 0)
        throw new DeskError([`${file} holds no labelled sentence; nothing was measured.`, ...bad.slice(0, 20)].join('\n'));
      if (options.json) screen.json(result);
      else screen.print([report(result, screen), ...(options.wrong ? wrong : [])].join('\n'));
      if (bad.length > 0)
        throw new DeskError([`${counted(bad.length, 'line')} of ${file} could not be used:`, ...bad.slice(0, 20)].join('\n'));
    });
}

function labelledOf({ titles, sentence, supported, kind = '' }: Record<string, unknown>): Labelled | string {
  if (typeof sentence !== 'string') return `"sentence" is ${shownValue(sentence)}; it must be a text.`;
  if (typeof supported !== 'boolean') return `"supported" is ${shownValue(supported)}; it must be true or false.`;
  if (!Array.isArray(titles) || titles.length === 0) return `"titles" is ${shownValue(titles)}; it must be a list of titles.`;
  const read: Labelled['titles'][number][] = [];
  for (const title of titles as Record<string, unknown>[]) {
    const { id, text, outlet = '', lang = '' } = title ?? {};
    if (typeof text !== 'string' || text.trim() === '') return `"titles" holds ${shownValue(title)}; each title must have a text.`;
    read.push({ id: String(id ?? read.length + 1), text, outlet: String(outlet), lang: String(lang) });
  }
  return { titles: read, sentence, supported, kind: String(kind) };
}

function add(result: Result, { supported, kind }: Labelled, refused: boolean): void {
  if (supported) result.truths++;
  else result.lies++;
  if (refused && supported) result.truthsRefused++;
  if (refused && !supported) result.liesRefused++;
  const name = result.byKind[kind]?.supported === !supported ? `${kind} (${supported ? 'truth' : 'lie'})` : kind;
  const before = result.byKind[name] ?? { supported, n: 0, refused: 0 };
  result.byKind[name] = { ...before, n: before.n + 1, refused: before.refused + (refused ? 1 : 0) };
}

function report({ truths, truthsRefused, lies, liesRefused, byKind }: Result, screen: Screen): string {
  const share = (part: number, all: number): string =>
    all === 0 ? 'none' : `${part} of ${all} refused (${((part / all) * 100).toFixed(1)} %)`;
  const kinds = Object.entries(byKind).sort(([, a], [, b]) => Number(b.supported) - Number(a.supported));
  return fields(
    [
      ['Truths', share(truthsRefused, truths)],
      ['Lies', share(liesRefused, lies)],
      ...kinds.map(([kind, { supported, n, refused }]): [string, string] => [
        kind,
        `${supported ? 'truth' : 'lie'}: ${refused} of ${n} refused`,
      ]),
    ],
    screen,
  );
}
