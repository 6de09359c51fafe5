// Takes how the phases stand; leaves it as a person reads it: the table, what is paused, what the tables hold. Pure.
import { clean } from '../clean.js';
import { fields } from '../page.js';
import type { Screen } from '../screen.js';
import { type Column, table } from '../table.js';
import { ago, moment, spanOf } from '../words.js';
import type { LastRun, PhaseStatus } from './read.js';
import type { Totals } from './totals.js';

export interface Status {
  /** The database's time. */
  at: Date;
  phases: readonly PhaseStatus[];
  /** Null where one phase was asked for. */
  totals: Totals | null;
  timeZone: string;
}

/** A run that was not heard of for so long is dead; it says something every 5 seconds. */
const silentSeconds = 60;

const number = (title: string, paint?: Column['paint']): Column => ({ title, align: 'right', ...(paint ? { paint } : {}) });
const alarming: Column['paint'] = (cell, text, colors) => (text === '0' ? cell : colors.red(cell));
const notable: Column['paint'] = (cell, text, colors) => (text === '0' ? cell : colors.yellow(cell));

const columns: readonly Column[] = [
  { title: 'phase', paint: (cell, _, colors) => colors.cyan(cell) },
  number('ready'),
  number('leased'),
  number('done'),
  number('failed', alarming),
  number('stale', notable),
  number('per min'),
  number('ETA'),
  number('today'),
  { title: 'last run' },
];

/** The whole answer of `sni status` for a person. */
export function pictureOf({ at, phases, totals, timeZone }: Status, screen: Pick<Screen, 'columns' | 'colors'>): string {
  const rows = phases.map((phase) => [
    phase.name,
    ...[phase.ready, phase.leased, phase.done, phase.failed, phase.stale].map((count) => count.toLocaleString('en')),
    phase.perMinute === 0 ? '-' : phase.perMinute.toLocaleString('en'),
    phase.etaMinutes === null ? '-' : phase.etaMinutes === 0 ? '0' : spanOf(phase.etaMinutes * 60),
    `$${phase.spentTodayUsd.toFixed(2)}`,
    phase.lastRun ? lastRun(phase.lastRun, at) : 'never',
  ]);
  const paused = phases.flatMap(({ name, paused, pausedUntil }) => {
    if (paused === null) return [];
    const until = pausedUntil ? `until ${moment(pausedUntil, timeZone)}` : 'until it is resumed';
    return [screen.colors.yellow(`${name} is paused ${until}: ${clean(paused)}`)];
  });
  const outages = phases.flatMap(({ name, lastRun }) =>
    lastRun?.exit === 'outage' && lastRun.reason
      ? [screen.colors.yellow(`${name}, ${ago(lastRun.finishedAt ?? at, at)}: ${clean(lastRun.reason)}`)]
      : [],
  );
  const parts = [
    table(columns, rows, screen),
    ...(paused.length + outages.length > 0 ? ['', ...paused, ...outages] : []),
    ...(totals ? ['', holdings(totals, screen)] : []),
  ];
  return parts.join('\n');
}

function lastRun({ startedAt, finishedAt, heartbeatAt, exit }: LastRun, at: Date): string {
  if (finishedAt) return `${ago(finishedAt, at)}, ${exit ?? 'ended'}`;
  const silent = (at.getTime() - heartbeatAt.getTime()) / 1000;
  return silent < silentSeconds ? `running for ${spanOf((at.getTime() - startedAt.getTime()) / 1000)}` : `died ${ago(heartbeatAt, at)}`;
}

function holdings(totals: Totals, screen: Pick<Screen, 'columns' | 'colors'>): string {
  const kept = totals.titlesInFamilies + totals.titlesWaiting;
  const count = (value: number): string => value.toLocaleString('en');
  const families = totals.familiesSeed + totals.familiesActive;
  return fields(
    [
      [
        'Feeds',
        `${count(totals.feeds)}${totals.feedsFailing > 0 ? `, ${count(totals.feedsFailing)} of them could not be read last time` : ''}`,
      ],
      [
        'Titles',
        `${count(totals.titles)}: ${count(totals.titlesPending)} pending, ${count(kept)} kept (${count(totals.titlesInFamilies)} in families, ${count(totals.titlesWaiting)} waiting), ${count(totals.titlesDropped)} dropped`,
      ],
      ['Families', `${count(families)}: ${count(totals.familiesActive)} active, ${count(totals.familiesSeed)} seed${aside(totals)}`],
      ['Narratives', count(totals.narratives)],
    ],
    screen,
  );
}

function aside({ familiesMerged, familiesRecycled }: Totals): string {
  const gone = [
    ...(familiesMerged > 0 ? [`${familiesMerged.toLocaleString('en')} merged`] : []),
    ...(familiesRecycled > 0 ? [`${familiesRecycled.toLocaleString('en')} recycled`] : []),
  ];
  return gone.length > 0 ? ` (beside them ${gone.join(', ')})` : '';
}
