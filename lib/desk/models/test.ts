// `sni models test`: asks each configured model one tiny question, by the same way as the phases ask, and says what it answered, took and
// cost, or what to do.
import type { Command } from 'commander';
import * as z from 'zod';
import type { ModelName, Role } from '../../config/models.js';
import type { Config } from '../../config.js';
import { sentenceOf } from '../../errors/doctor.js';
import { late } from '../../late.js';
import type { Prompt } from '../../llm/prompt.js';
import { settingsOf, withOpenApp } from '../app.js';
import { exitCodes } from '../end.js';
import { paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { table } from '../table.js';

interface Tested {
  model: string;
  answered: boolean;
  seconds: number;
  /** What it said, or why it did not and what to do. */
  said: string;
}

/** A model gets no longer for its tiny question; the first one may have to be loaded. */
const longestSeconds = 120;
const shape = late(() => z.strictObject({ capital: z.string().min(1).max(100) }));

const question = (): Prompt<z.output<ReturnType<typeof shape>>> => ({
  task: 'test',
  version: '1',
  role: 'doctor',
  system: 'Answer with one JSON object, nothing else.',
  user: 'What is the capital of France? {"capital": "..."}',
  shape: shape(),
  sources: [],
  claims: () => [],
  without: (answer) => answer,
  offline: () => ({ capital: '' }),
});

export function addModelsTest(models: Command, screen: Screen): void {
  models
    .command('test')
    .description('Ask each configured model one tiny question, as the phases would: through the queue, the budget and the checks.')
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nExit code 1 where a model did not answer. One that answers is asked again by the runs that start, also where it had been paused.\n\nExamples:\n  sni models test\n  sni models test --json | jq ".models[] | select(.answered | not)"',
    )
    .action(async (_options: object, command: Command) => {
      const { json } = command.optsWithGlobals<{ json: boolean }>();
      const config = settingsOf(command);
      const tested = await Promise.all(named(config).map(([model, role]) => test(config, model, role)));
      if (json) screen.json({ models: tested });
      else
        screen.print(
          tested.length === 0
            ? 'No model is configured, so there is none to ask; "sni models" says how to name one.'
            : render(tested, screen),
        );
      if (tested.some(({ answered }) => !answered)) screen.end(exitCodes.failed);
    });
}

/** Each model once, with the role it stands in first. */
function named({ models }: Config): [ModelName, Role][] {
  const all = Object.values(models.roles).flatMap((role) =>
    [...role.models, ...(role.second ? [role.second] : [])].map((model): [ModelName, Role] => [model, role]),
  );
  return [...new Map(all.map((one) => [nameOf(one[0]), one])).values()];
}

async function test(config: Config, model: ModelName, role: Role): Promise<Tested> {
  const timeoutSeconds = Math.min(role.timeoutSeconds, longestSeconds);
  const alone = { ...role, models: [model], second: undefined, timeoutSeconds };
  const models = { ...config.models, roles: { doctor: alone }, offlineWhenDown: false, patienceSeconds: 1 };
  const startedAt = performance.now();
  return withOpenApp({ ...config, models }, async (app) => {
    const opened = await app.models({ phase: null, maxInflight: 1, turnPatienceSeconds: timeoutSeconds });
    const tell = (answered: boolean, said: string): Tested => ({
      model: nameOf(model),
      answered,
      seconds: Math.round(performance.now() - startedAt) / 1000,
      said,
    });
    const late = new AbortController();
    const seconds = 2 * timeoutSeconds;
    const timer = setTimeout(
      () => late.abort(new Error(`It did not answer within ${seconds} s, waiting for its turn included: "sni models" shows who asks.`)),
      seconds * 1000,
    );
    try {
      const { value } = await opened.ask(question(), late.signal);
      return tell(true, value.capital);
    } catch (error) {
      return tell(
        false,
        sentenceOf(error).replace(
          /^No model can be asked (now; nothing is lost, the next run tries again|before the settings are put right)\. \S+: /,
          '',
        ),
      );
    } finally {
      clearTimeout(timer);
      await opened.close();
    }
  });
}

function render(tested: readonly Tested[], screen: Screen): string {
  const rows = tested.map(({ model, answered, seconds, said }) => [
    model,
    answered ? 'answers' : 'does not answer',
    `${seconds.toFixed(1)} s`,
    answered ? said : '',
  ]);
  const columns = [
    { title: 'model', least: 16 },
    {
      title: 'state',
      least: 'whole' as const,
      paint: (cell: string, text: string, colors: Screen['colors']) => (text === 'answers' ? colors.green(cell) : colors.red(cell)),
    },
    { title: 'took', align: 'right' as const },
    { title: 'said' },
  ];
  const why = tested
    .filter(({ answered }) => !answered)
    .map(({ model, said }) => paragraph(`${model}: ${said}`, screen, { indent: 2, lead: '' }));
  return [table(columns, rows, screen), ...(why.length > 0 ? ['', ...why] : [])].join('\n');
}

function nameOf({ engine, model }: ModelName): string {
  return `${engine}/${model}`;
}
