// `sni alerts`: what is wrong now and was told. `sni watchdog`: looks once, writes down what began and ended, and tells whom the settings
// name. `sni notify test`: tells each of them a word, to see whether it arrives.
import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { deliver } from '../alerts/deliver.js';
import { send } from '../alerts/notifiers.js';
import { type Alert, lookAtAll, readAlerts, recordAlerts } from '../alerts/round.js';
import { tellWatched } from '../alerts/watching.js';
import type { App } from '../app.js';
import type { Notifier } from '../config/notify.js';
import { redact } from '../errors/redact.js';
import { wholeNumber } from '../whole-number.js';
import { settingsOf, withApp } from './app.js';
import { clean } from './clean.js';
import { DeskError, exitCodes } from './end.js';
import { heading, paragraph } from './prose.js';
import type { Screen } from './screen.js';
import { counted, listed, moment } from './words.js';

export function addAlerts(program: Command, screen: Screen): void {
  program
    .command('alerts')
    .description('Show what is wrong now, since when, and what to do: as "sni watchdog" found it last.')
    .option('--all', 'also what is over', false)
    .option('-n, --limit <n>', 'at most n', wholeNumber(100_000), 100)
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', '\nExamples:\n  sni alerts\n  sni alerts --all --limit 20')
    .action(({ all, limit, json }: { all: boolean; limit: number; json: boolean }, command: Command) =>
      withApp(command, async ({ sql, config }) => {
        const found = await readAlerts(sql, all, limit);
        if (json) screen.json(found);
        else if (found.length === 0) screen.print(all ? 'No alert was ever raised.' : 'No alert stands. "sni watchdog" looks now.');
        else
          screen.print(
            found
              .map((alert) => render(alert, config.timeZone, screen))
              .join('\n')
              .replace(/^\n/, ''),
          );
      }),
    );
}

export function addWatchdog(program: Command, screen: Screen): void {
  program
    .command('watchdog')
    .description(
      'Look once at all that can be wrong, and tell whom sni.yaml names (notify) what began, what is over, and what is new on watchlists. For cron.',
    )
    .option('--json', 'print one JSON object', false)
    .addHelpText(
      'after',
      '\nWhat cannot be told now is told by a later look. Each is told once when it begins and once when it ends.\n\nExamples:\n  sni watchdog',
    )
    .action(({ json }: { json: boolean }, command: Command) => withApp(command, (app) => watch(app, json, screen)));
}

async function watch({ sql, config }: App, json: boolean, screen: Screen): Promise<void> {
  const looked = await lookAtAll({ sql, config });
  const notifiers = config.notify.notifiers.map(({ name }) => name);
  const { raised, cleared } = await recordAlerts(sql, looked, notifiers);
  const watched = await tellWatched(sql, notifiers);
  const { sent, failed } = await deliver(sql, config.notify);
  const standing = looked.flatMap(({ troubles }) => troubles);
  const unlooked = looked.flatMap(({ condition, error }) => (error === null ? [] : [{ condition: condition.name, error }]));
  if (json) screen.json({ raised, cleared, standing: standing.length, watched, sent, failed, unlooked });
  else {
    for (const { what, todo } of standing) screen.print(clean(`${what} ${todo}`));
    screen.print(
      `${counted(raised, 'alert')} began, ${cleared} ended, ${counted(standing.length, 'stands', 'stand')};${watched === 0 ? '' : ` ${counted(watched, 'family')} new on watchlists;`} ${counted(sent, 'notice')} sent.`,
    );
  }
  for (const { error } of failed) screen.note(clean(error));
  for (const { condition, error } of unlooked)
    screen.note(clean(`Whether ${condition.replaceAll('_', ' ')} could not be looked at: ${error}`));
  if (unlooked.length > 0) screen.end(exitCodes.failed);
}

export function addNotify(program: Command, screen: Screen): void {
  const notify = program.command('notify').description('Try whom sni.yaml names (notify) to be told of what is wrong.');
  notify
    .command('test')
    .description('Tell each notifier, or the one named, a word now.')
    .argument('[name]', 'its name in sni.yaml')
    .option('--json', 'print one JSON array', false)
    .addHelpText('after', '\nExit code: 0 when all were told, else 1.\n\nExamples:\n  sni notify test\n  sni notify test phone')
    .action(async (name: string | undefined, { json }: { json: boolean }, command: Command) => {
      const { notifiers, pages } = settingsOf(command).notify;
      const chosen = notifiers.filter((one) => name === undefined || one.name === name);
      if (chosen.length === 0) throw new DeskError(noneOf(name, notifiers), exitCodes.wrongConfiguration);
      const told = await Promise.all(chosen.map((one) => tried(one, pages ?? null)));
      if (json) screen.json(told);
      else for (const { notifier, kind, error } of told) screen.print(clean(error ?? `${notifier} (${kind}) was told.`));
      if (told.some(({ error }) => error !== null)) screen.end(exitCodes.failed);
    });
}

function noneOf(name: string | undefined, notifiers: readonly Notifier[]): string {
  if (notifiers.length === 0) return 'The settings name nobody to tell: sni.yaml shows how, under notify.';
  return `There is no notifier ${name}; the settings name ${listed(notifiers.map((one) => one.name))}.`;
}

async function tried(notifier: Notifier, link: string | null): Promise<{ notifier: string; kind: string; error: string | null }> {
  const { name, kind } = notifier;
  const notice = {
    ...{ deliveryId: randomUUID(), event: 'test' as const, name: 'test', subject: '', severity: 'warning', lines: [], link },
    ...{ what: 'This is a test: nothing is wrong.', todo: 'Nothing is to be done.', since: new Date(), clearedAt: null },
  };
  const error = await send(notifier, notice).then(
    () => null,
    (cause: unknown) => redact(cause instanceof Error ? cause.message : String(cause)),
  );
  return { notifier: name, kind, error };
}

function render({ name, subject, severity, what, todo, since, clearedAt }: Alert, timeZone: string, screen: Screen): string {
  const title = `${severity}: ${name.replaceAll('_', ' ')}${subject === '' ? '' : ` (${subject})`}`;
  const times = `since ${moment(since, timeZone)}${clearedAt ? `, over at ${moment(clearedAt, timeZone)}` : ''}`;
  return [heading(clean(title), screen), paragraph(what, screen), paragraph(clearedAt ? times : `${times}. ${todo}`, screen)].join('\n');
}
