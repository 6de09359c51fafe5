// `sni eval models`: the configured models of each role over a labelled set: right, refused, seconds, dollars.
import { type Command, Option } from 'commander';
import { type RoleName, roleNames } from '../../../lib/config/models.js';
import { settingsOf } from '../../../lib/desk/app.js';
import { DeskError } from '../../../lib/desk/end.js';
import { paragraph } from '../../../lib/desk/prose.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { table } from '../../../lib/desk/table.js';
import { counted } from '../../../lib/desk/words.js';
import { type LabelledQuestion, questionIn, shapesInWords } from './benchmark/labelled-question.js';
import { type Measured, measureRole } from './benchmark/measure.js';
import { readJsonLines } from './json-lines.js';

const example = '{"role":"observe","titles":[{"text":"..."}],"strategic":true}';

export function addEvaluateModels(evaluate: Command, screen: Screen): void {
  evaluate
    .command('models')
    .description('Put labelled questions to each configured model of each role: how many are right and refused, seconds, dollars.')
    .argument('<file>', 'one JSON object a line, of the shapes below')
    .addOption(new Option('--role <role>', 'only this role').choices(roleNames))
    .option('--json', 'print one JSON array: role, model, n, right, wrong, refused, failed, medianSeconds, costUsd, why', false)
    .addHelpText(
      'after',
      `
Lines of the file:
${shapesInWords}

Every model of a role gets all its lines, by the same way as the phases ask: queue, budget, one repair, checks. Its calls stand as "eval" in
"sni cost". "refused" had not its shape, or did not stand on its headlines, also after the repair; "no answer" never came.

Examples:
  sni eval models labelled.jsonl
  sni eval models labelled.jsonl --role doctor --json | jq 'sort_by(-.right)'`,
    )
    .action(async (file: string, { role, json }: { role?: RoleName; json: boolean }, command: Command) => {
      const config = settingsOf(command);
      const { roles } = config.models;
      const asked = roleNames.filter((name) => roles[name] !== undefined && (role === undefined || role === name));
      if (asked.length === 0) {
        const which = role === undefined ? 'No model is configured' : `No model answers the role ${role}`;
        throw new DeskError(`${which}, so there is none to measure: name one under models.roles in ${config.file}.`);
      }
      const { questions, bad } = await readQuestions(file);
      const measured: Measured[] = [];
      for (const name of asked) {
        const own = questions.filter((question) => question.role === name);
        const { models = [], second } = roles[name] ?? {};
        const all = new Map([...models, ...(second ? [second] : [])].map((model) => [`${model.engine}/${model.model}`, model]));
        if (own.length > 0) for (const model of all.values()) measured.push(await measureRole(config, name, model, own));
      }
      const none = asked.filter((name) => !questions.some((question) => question.role === name));
      if (measured.length === 0)
        throw new DeskError([`${file} holds no question of ${asked.join(', ')}; nothing was measured.`, ...bad.slice(0, 20)].join('\n'));
      if (json) screen.json(measured);
      else screen.print(render(measured, none, screen));
      if (bad.length > 0)
        throw new DeskError([`${counted(bad.length, 'line')} of ${file} could not be used:`, ...bad.slice(0, 20)].join('\n'));
    });
}

async function readQuestions(file: string): Promise<{ questions: LabelledQuestion[]; bad: string[] }> {
  const questions: LabelledQuestion[] = [];
  const bad: string[] = [];
  for await (const read of readJsonLines(file, example, questionIn)) {
    if (typeof read === 'string') bad.push(read);
    else questions.push(read);
  }
  return { questions, bad };
}

function render(measured: readonly Measured[], none: readonly RoleName[], screen: Screen): string {
  const right = { align: 'right' as const };
  const share = (part: number, n: number): string => `${part} (${Math.round((part / n) * 100)} %)`;
  const silent = measured.flatMap(({ model, failed, why }) => (failed > 0 && why !== null ? [`${model}: ${why}`] : []));
  return [
    table(
      [
        { title: 'role', least: 'whole' },
        { title: 'model', least: 16 },
        { title: 'asked', ...right },
        { title: 'right', ...right },
        { title: 'wrong', ...right },
        { title: 'refused', ...right },
        { title: 'no answer', ...right },
        { title: 's', ...right },
        { title: '$', ...right },
      ],
      measured.map(({ role, model, n, right: good, wrong, refused, failed, medianSeconds, costUsd }) => [
        ...[role, model, String(n), share(good, n), String(wrong), share(refused, n), String(failed)],
        ...[medianSeconds === null ? '' : medianSeconds.toFixed(1), costUsd.toFixed(4)],
      ]),
      screen,
    ),
    ...(silent.length > 0 ? ['', ...[...new Set(silent)].map((line) => paragraph(line, screen))] : []),
    ...(none.length > 0 ? ['', `The file has no question of ${none.join(', ')}.`] : []),
  ].join('\n');
}
