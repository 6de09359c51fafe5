// What failed, as a person reads it: each kind with its cause and what he can do.
import { phases } from '../../config/phases.js';
import { clean } from '../clean.js';
import { heading, paragraph } from '../prose.js';
import type { Screen } from '../screen.js';
import { table } from '../table.js';
import { ago, counted, moment } from '../words.js';
import type { Failure, Failures } from './read.js';

type Surface = Pick<Screen, 'columns' | 'colors'>;

export const actionWords: Record<string, string> = {
  retry_later: 'tried again later',
  fail_item: 'set aside',
  end_run: 'run ended, items given back',
  pause_phase: 'phase paused',
  call_human: 'phase paused until it is resumed',
};

/** The whole answer of `sni failures` for a person. */
export function renderFailures(found: Failures, timeZone: string, screen: Surface): string {
  const { at, failures, more, actions, paused, feedsFailing } = found;
  const { colors } = screen;
  const parts = paused.map(({ phase, until, reason }) =>
    colors.yellow(clean(`${phase} is paused until ${until ? moment(until, timeZone) : 'it is resumed'}: ${reason}`)),
  );
  if (failures.length === 0) parts.push('No item has failed, and none waits to be tried again.');
  for (const failure of failures) parts.push(kindOf(failure, at, timeZone, screen));
  if (more > 0) parts.push(`\n${counted(more, 'other kind')} of failure: --limit ${failures.length + more} shows all.`);
  if (feedsFailing > 0) parts.push(`\n${counted(feedsFailing, 'feed')} could not be read last time: "sni feeds" tells which and why.`);
  if (actions.length > 0) {
    const rows = actions.map((one) => [
      ago(one.at, at),
      one.phase ?? '',
      actionWords[one.action] ?? one.action,
      one.items > 0 ? one.items.toLocaleString('en') : '',
      one.sentence,
    ]);
    const columns = [
      { title: 'when', least: 'whole' as const },
      { title: 'phase', least: 'whole' as const, spare: 2 },
      { title: 'action', least: 20 },
      { title: 'items', align: 'right' as const, spare: 1 },
      { title: 'because', least: 30 },
    ];
    parts.push(heading('What was done last', screen), table(columns, rows, screen));
  }
  return parts.join('\n').replace(/^\n/, '');
}

function kindOf(failure: Failure, at: Date, timeZone: string, screen: Surface): string {
  const { phase, key, errorClass, decidedBy, reason, failed, waiting, lastAt, action, sentence } = failure;
  const counts = [
    ...(failed > 0 ? [`${counted(failed, 'item')} failed`] : []),
    ...(waiting > 0 ? [`${counted(waiting, 'item')} to be tried again`] : []),
  ];
  const when = lastAt ? `, last ${ago(lastAt, at)}` : '';
  const by = decidedBy ? ` (${deciders[decidedBy] ?? decidedBy})` : '';
  const done = action ? `; ${actionWords[action] ?? action}` : '';
  return [
    heading(key ? `${phase}: ${key}` : phase, screen),
    paragraph(`${counts.join(', ')}${when}. ${errorClass ?? 'of no class'}${by}${done}.`, screen),
    paragraph(sentence, screen, { paint: failed > 0 ? screen.colors.red : screen.colors.yellow }),
    ...(reason ? [paragraph(reason, screen)] : []),
    ...adviceOn(failure, timeZone).map((line) => paragraph(line, screen, { lead: '  - ', indent: 4 })),
  ].join('\n');
}

export const deciders: Record<string, string> = {
  rules: 'by rule',
  model: 'by a model',
  default: 'nobody knew it',
  operator: 'by an operator',
};

/** What the operator can do, the most useful first. */
function adviceOn({ phase, key, errorClass, decidedBy, failed, waiting, nextAt, itemId }: Failure, timeZone: string): string[] {
  const prefix = phases[phase]?.shownAs;
  const clear = `sni clear-errors ${phase}${key ? ` --signature ${key}` : ''}`;
  const mended = errorClass === 'code_bug' ? 'have the code mended, then' : 'when the cause is gone:';
  return [
    ...(prefix ? [`one of them: sni show ${prefix}:${itemId}`] : []),
    ...(failed > 0 ? [`${mended} ${clear}`] : []),
    ...(waiting > 0 && nextAt ? [`nothing for those that wait: a run after ${moment(nextAt, timeZone)} tries them`] : []),
    ...(key && decidedBy !== 'operator' ? [`if it is of another class: sni failures set ${key} CLASS`] : []),
  ];
}
