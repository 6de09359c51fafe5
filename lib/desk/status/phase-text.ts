// How a phase gets on, as a person reads it: in the table a cell or two, below it what a cell cannot hold.
import type { PhaseName } from '../../config/phases.js';
import { phases } from '../../config/phases.js';
import { clean } from '../clean.js';
import { fields } from '../prose.js';
import type { Screen } from '../screen.js';
import { ago, spanOf } from '../words.js';
import type { PhasePace } from './pace.js';
import type { PhaseStatus } from './read.js';
import { sparkline } from './sparkline.js';

/** Whether anything was finished in the last day. */
export function isPaced(paces: ReadonlyMap<string, PhasePace>): boolean {
  return [...paces.values()].some((one) => one.hours.some((count) => count > 0));
}

/** `350 ms, 3.2 s`: what half the items take at most, and nine of ten; empty while nobody knows. */
export function secondsText({ secondsAnItem }: PhasePace): string {
  return secondsAnItem === null ? '' : `${short(secondsAnItem.p50)}, ${short(secondsAnItem.p90)}`;
}

/** The last 24 hours as bars; empty where nothing was finished. */
export function hoursText({ hours }: PhasePace): string {
  return sparkline(hours);
}

/** `██████░░░░ 63 %`: how much of all there is to do is done; empty where there is nothing to do. Full only where nothing is left. */
export function progressText({ done, waiting, ready, leased, failed }: PhaseStatus, cells = 10): string {
  const all = done + waiting + ready + leased + failed;
  if (all === 0) return '';
  const full = Math.floor((done / all) * cells);
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${Math.floor((done / all) * 100)} %`;
}

/** In one line what waits longest and who works; empty for neither. */
export function lineOf(name: string, { oldest, workers }: PhasePace, at: Date): string {
  const parts = [
    ...(oldest ? [`${itemOf(name, oldest.itemId)} has waited for ${spanOf(secondsSince(oldest.since, at))}`] : []),
    ...workers.map((worker) => workerText(worker, at)),
  ];
  return parts.length === 0 ? '' : clean(`${name}: ${parts.join('; ')}`);
}

/** All of it, for one phase. */
export function detailsOf(phase: PhaseStatus, pace: PhasePace, at: Date, screen: Pick<Screen, 'columns' | 'colors'>): string {
  const { name } = phase;
  const { perMinute, hours, secondsAnItem, oldest, workers } = pace;
  const speed = (value: number): string => value.toLocaleString('en');
  const most = Math.max(0, ...hours);
  return fields(
    [
      ['Progress', progressText(phase, 30) || 'nothing to do'],
      [
        'Velocity',
        `${speed(perMinute.tenMinutes)} a minute over ten minutes, ${speed(perMinute.hour)} over the hour, ${speed(perMinute.day)} over the day`,
      ],
      ['Last 24 h', most === 0 ? 'nothing finished' : `${sparkline(hours)} at most ${most.toLocaleString('en')} in an hour`],
      [
        'An item',
        secondsAnItem === null
          ? 'nobody knows yet how long one takes'
          : `p50 ${short(secondsAnItem.p50)}, p90 ${short(secondsAnItem.p90)}, from its claim to its settle`,
      ],
      ['Oldest', oldest ? `${itemOf(name, oldest.itemId)} has waited for ${spanOf(secondsSince(oldest.since, at))}` : 'none waits'],
      ['Workers', workers.length === 0 ? 'none' : workers.map((worker) => clean(workerText(worker, at))).join('; ')],
    ],
    screen,
  );
}

function workerText({ host, pid, heartbeatAt, dead, claimed, done, failed }: PhasePace['workers'][number], at: Date): string {
  const heard = dead ? `gone, last heard of ${ago(heartbeatAt, at)}` : `heard of ${ago(heartbeatAt, at)}`;
  const lost = failed > 0 ? `, ${failed.toLocaleString('en')} failed` : '';
  return `process ${pid} on ${host} (${heard}): ${done.toLocaleString('en')} of ${claimed.toLocaleString('en')} done${lost}`;
}

/** title:12, ef:3; what no prefix names is an item. */
function itemOf(name: string, itemId: string): string {
  const prefix = phases[name as PhaseName]?.shownAs;
  return prefix ? `${prefix}:${itemId}` : `${phases[name as PhaseName]?.items[0] ?? 'item'} ${itemId}`;
}

function secondsSince(since: Date, at: Date): number {
  return Math.max(0, (at.getTime() - since.getTime()) / 1000);
}

function short(seconds: number): string {
  if (seconds < 1) return `${Math.round(seconds * 1000)} ms`;
  return seconds < 20 ? `${Math.round(seconds * 10) / 10} s` : spanOf(seconds);
}
