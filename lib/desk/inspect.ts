// `sni inspect`: the life of a title or a family: what happened to it and when, how each phase stands with it, which models were asked
// and what that cost.
import type { Command } from 'commander';
import type { Sql } from 'postgres';
import type { PhaseName } from '../config/phases.js';
import { settingsOf, withApp } from './app.js';
import { DeskError } from './end.js';
import { type Life, readLife } from './inspect/life.js';
import { readStageLife } from './inspect/stage-life.js';
import { heading } from './prose.js';
import type { Screen } from './screen.js';
import { named, kindsByPrefix as shownKinds } from './show.js';
import { table } from './table.js';
import { moment } from './words.js';

export function addInspect(program: Command, screen: Screen): void {
  program
    .command('inspect')
    .description(
      'Show the whole life of a title, event family or item of a stage: times, attempts, versions, model calls, costs and who decided what.',
    )
    .argument('<item>', 'title:34, ef:12 or 12 for a family, or NAME:7 for an item of a stage of yours', (text) => inspected(text, program))
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\n"sni show" shows what it says and what is told of it.\n\nExamples:\n  sni inspect title:34\n  sni inspect ef:12 --json',
    )
    .action(({ kind, id }: Inspected, { json }: { json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const life = await lifeOf(sql, { kind, id });
        if (json) screen.json(life);
        else screen.print(render(life, config.timeZone, screen));
      }),
    );
}

type Inspected = ReturnType<typeof named> | { kind: PhaseName; id: string };

/** The settings are read only where it begins as no title or family does. */
function inspected(text: string, program: Command): Inspected {
  const [, stage, id] = /^([a-z_][a-z0-9_]*):(\d{1,18})$/.exec(text) ?? [];
  const isStage = stage !== undefined && !Object.hasOwn(shownKinds, stage) && settingsOf(program).stages.some(({ name }) => name === stage);
  return isStage
    ? { kind: stage as PhaseName, id: id ?? '' }
    : named(text, 'ef:12 (event family), title:34, or NAME:7 for an item of a stage of yours');
}

async function lifeOf(sql: Sql, { kind, id }: Inspected): Promise<Life> {
  if (kind === 'narrative' || kind === 'call')
    throw new DeskError('Only titles, families and items of stages have a life: title:34, ef:12. "sni show" shows the rest.');
  const isFamily = kind === 'family';
  const life = kind === 'title' || isFamily ? await readLife(sql, isFamily ? 'ef' : 'title', id) : await readStageLife(sql, kind, id);
  if (life) return life;
  throw new DeskError(
    kind === 'title' || isFamily ? `There is no ${isFamily ? 'event family' : 'title'} ${id}.` : `The stage ${kind} knows no item ${id}.`,
  );
}

function render({ id, title, status, happenings, stages, calls, costUsd }: Life, timeZone: string, screen: Screen): string {
  const when = (at: Date | null): string => (at ? moment(at, timeZone) : '');
  const whole = (name: string) => ({ title: name, least: 'whole' as const });
  const life = table(
    [whole('when'), whole('what'), { title: 'said', least: 24 }, { title: 'by', least: 8 }],
    happenings.map((one) => [when(one.at), one.what, one.said, one.byWhom]),
    screen,
  );
  const work = table(
    [
      whole('phase'),
      whole('state'),
      { title: 'tries', align: 'right' },
      { title: 'since', least: 'whole', spare: 1 },
      { title: 'done', least: 'whole' },
      { title: 'version', least: 12 },
      { title: 'trouble', least: 16 },
    ],
    stages.map((one) => [
      one.phase,
      one.state,
      String(one.attempts),
      when(one.discoveredAt),
      when(one.finishedAt),
      `${one.version ?? ''}${one.fresh === false ? ' (stale)' : ''}`,
      one.error ?? '',
    ]),
    screen,
  );
  const asked = table(
    [
      whole('when'),
      whole('call'),
      { title: 'task', least: 8 },
      { title: 'model', least: 12 },
      { title: 'outcome', least: 8 },
      { title: 'tokens', align: 'right' },
      { title: 'cost', align: 'right' },
    ],
    calls.map((one) => [
      when(one.at),
      `call:${one.callId.slice(0, 8)}`,
      one.task,
      one.model,
      one.outcome,
      one.tokens.toLocaleString('en'),
      `$${one.costUsd.toFixed(4)}`,
    ]),
    screen,
  );
  return [
    heading(`${id}, ${status}: ${title}`, screen).replace(/^\n/, ''),
    life,
    ...(stages.length > 0 ? [heading('Phases', screen), work] : []),
    ...(calls.length > 0 ? [heading(`Models, $${costUsd.toFixed(4)} in all`, screen), asked] : []),
  ].join('\n');
}
