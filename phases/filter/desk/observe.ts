// `sni observe`: a model looks at a sample of what code decided; where it differs a discrepancy is written down. No decision is changed.
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { App } from '../../../lib/app.js';
import { withApp } from '../../../lib/desk/app.js';
import { DeskError } from '../../../lib/desk/end.js';
import type { Screen } from '../../../lib/desk/screen.js';
import { table } from '../../../lib/desk/table.js';
import { counted } from '../../../lib/desk/words.js';
import { makeActions } from '../../../lib/errors/actions.js';
import { makeDiagnoses } from '../../../lib/errors/diagnoses.js';
import { type EndedEarly, observe } from '../../../lib/observer/observe.js';
import { aboutKinds } from '../../../lib/observer/put.js';
import { claimers, type DayTally, tallyOf } from '../../../lib/observer/rows.js';
import { drawSample } from '../../../lib/observer/sample.js';
import { wholeNumber } from '../../../lib/whole-number.js';
import { isSurelyDead, thisWorker } from '../../../lib/worker.js';
import { currentGate } from '../current-gate.js';
import { lackingOf } from './observe/lacking.js';

const standard = { sample: 40, maxInflight: 4 };
const named = 'observe';

interface Observed {
  configured: boolean;
  day: string;
  sample: number;
  kinds: DayTally[];
  /** What ended the run before its sample was judged; null for nothing. */
  ended: string | null;
}

export function addObserve(program: Command, screen: Screen): void {
  program
    .command('observe')
    .description('Let a model judge a sample of what code decided, and write down where it differs. Nothing is changed by it.')
    .option('--sample <n>', 'how many decisions a day, of all kinds together', wholeNumber(10_000), standard.sample)
    .option('--max-inflight <n>', 'how many questions at once', wholeNumber(64), standard.maxInflight)
    .option('--json', 'print one JSON object: configured, day, sample, kinds, ended', false)
    .addHelpText(
      'after',
      `
What is sampled, in even parts, the same for all runs of a day:
${Object.entries(aboutKinds)
  .map(([kind, about]) => `  ${kind.padEnd(9)} ${about}`)
  .join('\n')}

It asks the models of the role "observe" (models.roles.observe in sni.yaml); its calls count to the daily limit and stand in "sni cost". A run
that was interrupted is gone on with by the next: no decision is asked about twice. "sni discrepancies" shows what was found.
Exit codes: 0 done, or no model is named for it; 75 the models cannot be asked now; 78 the settings are wrong.

Examples:
  sni observe
  sni observe --sample 200
  sni observe --json | jq '.kinds[] | {kind, differs}'`,
    )
    .action((options: { sample: number; maxInflight: number; json: boolean }, command: Command) =>
      withApp(command, async (app) => {
        if (app.config.models.roles.observe === undefined) {
          if (options.json) screen.json({ configured: false, day: '', sample: 0, kinds: [], ended: null } satisfies Observed);
          else screen.print(withoutModel(app.config.file));
          return;
        }
        const { observed, ended } = await observeDay(app, options);
        if (options.json) screen.json(observed);
        else screen.print(render(observed, screen));
        if (ended) throw new DeskError(`The observer ended early: ${ended.reason}`, ended.exitCode);
      }),
    );
}

function withoutModel(file: string): string {
  return `No model is named for the observer, so nothing was observed. Name one under models in ${file}:\n  roles:\n    observe: { models: [ollama/qwen2.5:7b] }`;
}

/** Who waits for an answer is not heard of meanwhile. */
const isDead = (worker: string): boolean => isSurelyDead(worker, 0);

async function observeDay(app: App, { sample, maxInflight }: { sample: number; maxInflight: number }) {
  const { sql, config, log } = app;
  const { gate, vocabulary } = await currentGate(config);
  const [today] = await sql<{ day: string }[]>`select (now() at time zone ${config.timeZone})::date::text as day`;
  const day = today?.day ?? '';
  const drawn = await drawSample(sql, day, sample);
  const models = await app.models({ phase: null, as: named, maxInflight });
  const diagnoses = makeDiagnoses({ sql, log, phase: named, ask: models.ask });
  const actions = makeActions();
  let ended: EndedEarly | null = null;
  try {
    ended = await observe({
      ...{ sql, day, ask: models.ask, atOnce: maxInflight, me: thisWorker(), dead: (await claimers(sql)).filter(isDead) },
      look: diagnoses.look,
      note: actions.note,
      lackingOf: (observation, difference) => lackingOf(observation, difference, gate, vocabulary),
    });
  } finally {
    await models.close();
    await actions.write(sql, { runId: randomUUID(), phase: null }, true);
  }
  const observed: Observed = { configured: true, day, sample: drawn, kinds: await tallyOf(sql, day), ended: ended?.reason ?? null };
  return { observed, ended };
}

function render({ day, sample, kinds }: Observed, screen: Screen): string {
  if (sample === 0) return 'Nothing is decided yet that could be observed.';
  const differs = kinds.reduce((sum, one) => sum + one.differs, 0);
  const right = { align: 'right' as const };
  return [
    table(
      [
        { title: 'of' },
        { title: 'agreed', ...right },
        { title: 'differs', ...right },
        { title: 'no answer', ...right },
        { title: 'left', ...right },
      ],
      kinds.map(({ kind, agreed, differs, failed, ready }) => [kind, ...[agreed, differs, failed, ready].map(String)]),
      screen,
    ),
    '',
    differs === 0
      ? `${day}: the model agrees wherever it has judged.`
      : `${day}: ${counted(differs, 'discrepancy')}; "sni discrepancies" shows them.`,
  ].join('\n');
}
