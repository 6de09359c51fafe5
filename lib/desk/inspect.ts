// `sni inspect`: takes a title or an event family; leaves its whole life: when what happened to it, how each phase stands with it, what
// models were asked for it and what that cost.
import type { Command } from 'commander';
import { withApp } from './app.js';
import { DeskError } from './end.js';
import { type Life, readLife } from './inspect/life.js';
import { heading } from './page.js';
import type { Screen } from './screen.js';
import { named } from './show.js';
import { table } from './table.js';
import { moment } from './words.js';

export function addInspect(program: Command, screen: Screen): void {
  program
    .command('inspect')
    .description('Show the whole life of a title or event family: times, attempts, versions, model calls, costs and who decided what.')
    .argument('<item>', 'title:34, or ef:12 or 12 for a family', named)
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nWhat it says and what is told of it shows "sni show".\n\nExamples:\n  sni inspect title:34\n  sni inspect ef:12 --json',
    )
    .action(({ kind, id }: ReturnType<typeof named>, { json }: { json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        if (kind !== 'title' && kind !== 'family')
          throw new DeskError('Only titles and families have a life: title:34 or ef:12. "sni show" shows the rest.');
        const life = await readLife(sql, kind === 'title' ? 'title' : 'ef', id);
        if (!life) throw new DeskError(`There is no ${kind === 'title' ? 'title' : 'event family'} ${id}.`);
        if (json) screen.json(life);
        else screen.print(pictureOf(life, config.timeZone, screen));
      }),
    );
}

function pictureOf({ id, title, status, happenings, stages, calls, costUsd }: Life, timeZone: string, screen: Screen): string {
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
