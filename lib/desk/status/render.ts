// How the phases stand, as a person reads it: the table, what is paused, what the tables hold.
import { clean } from '../clean.js';
import { fields } from '../prose.js';
import type { Screen } from '../screen.js';
import { type Column, table } from '../table.js';
import { ago, counted, moment, spanOf } from '../words.js';
import type { PhasePace } from './pace.js';
import { detailsOf, hoursText, isPaced, lineOf, progressText, secondsText } from './phase-text.js';
import type { LastRun, PhaseStatus } from './read.js';
import type { Totals } from './totals.js';

interface Status {
  /** The database's time. */
  at: Date;
  phases: readonly PhaseStatus[];
  paces: ReadonlyMap<string, PhasePace>;
  /** Null where one phase was asked for. */
  totals: Totals | null;
  /** How many sni.yaml names. */
  sources: number;
  timeZone: string;
}

/** A run of another host that was not heard of for so long is dead; it says something every 5 seconds. */
const silentSeconds = 60;

const number = (title: string, more: Omit<Column, 'title'> = {}): Column => ({ title, align: 'right', ...more });
const alarming: Column['paint'] = (cell, text, colors) => (text === '0' ? cell : colors.red(cell));
const notable: Column['paint'] = (cell, text, colors) => (text === '0' ? cell : colors.yellow(cell));

const columns: readonly Column[] = [
  { title: 'phase', least: 'whole', paint: (cell, _, colors) => colors.cyan(cell) },
  number('waiting'),
  number('ready'),
  number('leased', { spare: 3 }),
  number('done', { spare: 5 }),
  number('failed', { paint: alarming }),
  number('stale', { spare: 2, paint: notable }),
  number('per min', { spare: 4 }),
  number('ETA'),
  number('today', { spare: 1 }),
];

/** Where something was finished in the last day. */
const columnsOfPace: readonly Column[] = [
  { title: 'progress', spare: 0, least: 'whole' },
  { title: 'p50, p90', spare: -1, least: 'whole' },
  { title: 'last 24 h', spare: -2, least: 'whole' },
];

/** The whole answer of `sni status` for a person. */
export function renderStatus({ at, phases, paces, totals, sources, timeZone }: Status, screen: Pick<Screen, 'columns' | 'colors'>): string {
  const paced = isPaced(paces);
  const shown = [...columns, ...(paced ? columnsOfPace : []), { title: 'last run', least: 'whole' as const }];
  const rows = phases.map((phase) => [
    phase.name,
    atLeast(phase.waiting.toLocaleString('en'), phase.waitingMore),
    ...[phase.ready, phase.leased, phase.done, phase.failed, phase.stale].map((count) => count.toLocaleString('en')),
    phase.perMinute === 0 ? '-' : phase.perMinute.toLocaleString('en'),
    phase.etaMinutes === null ? '-' : phase.etaMinutes === 0 ? '0' : atLeast(spanOf(phase.etaMinutes * 60), phase.waitingMore),
    `$${phase.spentTodayUsd.toFixed(2)}`,
    ...(paced ? [progressText(phase), ...cellsOf(paces.get(phase.name))] : []),
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
  const only = phases.length === 1 && totals === null ? phases[0] : undefined;
  const pace = only === undefined ? undefined : paces.get(only.name);
  const lines = pace ? [] : [...paces].map(([name, of]) => lineOf(name, of, at)).filter((line) => line !== '');
  const parts = [
    table(shown, rows, screen),
    ...(only !== undefined && pace ? ['', detailsOf(only, pace, at, screen)] : []),
    ...(lines.length > 0 ? ['', ...lines] : []),
    ...(paused.length + outages.length > 0 ? ['', ...paused, ...outages] : []),
    ...(totals ? ['', holdings(totals, sources, screen)] : []),
  ];
  return parts.join('\n');
}

function cellsOf(pace: PhasePace | undefined): string[] {
  return pace ? [secondsText(pace), hoursText(pace)] : ['', ''];
}

function lastRun({ dead, startedAt, finishedAt, heartbeatAt, exit }: LastRun, at: Date): string {
  const silent = (at.getTime() - heartbeatAt.getTime()) / 1000;
  if (dead || exit === 'died' || (!finishedAt && silent >= silentSeconds)) return `died ${ago(heartbeatAt, at)}`;
  return finishedAt ? `${ago(finishedAt, at)}, ${exit ?? 'ended'}` : `running for ${spanOf((at.getTime() - startedAt.getTime()) / 1000)}`;
}

/** `50,000+` for what was counted no further. */
function atLeast(text: string, more: boolean): string {
  return more ? `${text}+` : text;
}

function holdings(totals: Totals, sources: number, screen: Pick<Screen, 'columns' | 'colors'>): string {
  const kept = totals.titlesInFamilies + totals.titlesWaiting;
  const count = (value: number): string => value.toLocaleString('en');
  const families = totals.familiesSeed + totals.familiesActive;
  return fields(
    [
      ['Feeds', feeds(totals, sources)],
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

function feeds({ feeds, feedsFailing, feedsUnread }: Totals, sources: number): string {
  if (feeds === 0 && sources > 0) return `none yet; the first "sni run ingest" takes in the ${counted(sources, 'source')} of the settings`;
  const unread = feedsUnread > 0 ? [`${feedsUnread.toLocaleString('en')} never read`] : [];
  const failing = feedsFailing > 0 ? [`${feedsFailing.toLocaleString('en')} could not be read last time`] : [];
  const rest = [...unread, ...failing];
  return `${feeds.toLocaleString('en')}${rest.length > 0 ? `; of them ${rest.join(', ')}` : ''}`;
}

function aside({ familiesMerged, familiesRecycled }: Totals): string {
  const gone = [
    ...(familiesMerged > 0 ? [`${familiesMerged.toLocaleString('en')} merged`] : []),
    ...(familiesRecycled > 0 ? [`${familiesRecycled.toLocaleString('en')} recycled`] : []),
  ];
  return gone.length > 0 ? ` (beside them ${gone.join(', ')})` : '';
}
