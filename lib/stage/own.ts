// A stage of the operator's own as a phase: what its query names is claimed, given to a program or a model, and what these answer is kept.

import type { PhaseName } from '../config/phases.js';
import type { Stage } from '../config/stages.js';
import type { Config } from '../config.js';
import { alone, type Phase, type Tools } from '../run.js';
import { answered, instructionsOf, promptOf, type StageAnswer } from './answer.js';
import { runStageCommand } from './command.js';
import { inputsOf, type Named, type StageItem, unanswered } from './food.js';
import { settleAnswers } from './settle.js';

/** As much as one run takes into the backlog. */
const mostFound = 50_000;

interface Answered {
  answer: StageAnswer;
  inputSha256: string;
  madeBy: object;
}

/** Reads the prompt's file once. Throws what is wrong with it. */
export function phaseOf(stage: Stage): Phase<StageItem, Answered> {
  const instructions = stage.command ? '' : instructionsOf(stage);
  let found: Named[] = [];
  return {
    name: stage.name as PhaseName,
    madeBy: () => [`stage ${JSON.stringify([stage.command?.words ?? instructions, stage.answer ?? null, stage.food])}`],

    prepare: async ({ sql }) => {
      found = await unanswered(sql, stage, mostFound);
    },

    food: (sql) => sql`
      select f.item_id, f.priority
      from unnest(${found.map(({ itemId }) => itemId)}::bigint[], ${found.map(({ priority }) => priority)}::integer[],
        ${found.map(({ inputSha256 }) => inputSha256)}::text[]) as f (item_id, priority, sha)
      where not exists (
        select from stage_answers a where a.stage = ${stage.name} and a.item_id = f.item_id and a.input_sha256 = f.sha)`,

    load: (itemIds, { sql }) => inputsOf(sql, stage, itemIds),

    work: async (items, tools) => {
      const outcomes = await (stage.command ? oneByOne : atOnce)(items, async (item) => {
        const made = await alone(tools.signal, () => answerTo(item, tools));
        return { itemId: item.itemId, ...made };
      });
      return outcomes;
    },

    settle: (sql, results) => settleAnswers(sql, stage, results),
  };

  async function answerTo({ itemId, input, inputSha256 }: StageItem, { ask, signal }: Tools): Promise<Answered> {
    const { command } = stage;
    if (command) {
      const said = await runStageCommand({ ...stage, command }, { item_id: itemId, ...input }, signal);
      return { answer: answered(stage, said), inputSha256, madeBy: { command: command.words } };
    }
    const { value, madeBy } = await ask(promptOf(stage, instructions, input), signal);
    return { answer: value, inputSha256, madeBy };
  }
}

/** The stage of that name. Throws a sentence with exit code 78 where the settings have none. */
export function stageNamed(config: Pick<Config, 'stages' | 'file'>, name: string): Stage {
  const stage = config.stages.find((one) => one.name === name);
  if (stage) return stage;
  const known = config.stages.map((one) => one.name).join(', ');
  throw Object.assign(
    new Error(`${config.file} has no stage ${name}${known === '' ? ': it names none under stages.' : `, only ${known}.`}`),
    {
      exitCode: 78,
    },
  );
}

async function oneByOne<Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made>): Promise<Made[]> {
  const made: Made[] = [];
  for (const item of items) made.push(await make(item));
  return made;
}

function atOnce<Item, Made>(items: readonly Item[], make: (item: Item) => Promise<Made>): Promise<Made[]> {
  return Promise.all(items.map(make));
}
