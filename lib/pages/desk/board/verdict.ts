// The one line that says how all stands: what is worst, since when, why, and until when.
import { positionOf, phases as table } from '../../../config/phases.js';
import { clean } from '../../../desk/clean.js';
import { counted, moment, spanOf } from '../../../desk/words.js';
import type { Board, PhaseBoard } from './read.js';

interface Verdict {
  tone: 'good' | 'fair' | 'bad';
  sentence: string;
}

/** What waits longer is behind; a phase that is started once an hour may leave it so long. */
const behindMinutes = { worker: 15, hourly: 75 };

/** How all stands, in one sentence: what is furthest beyond the time that it may take and why, and in brackets what else is amiss. */
export function verdictOf(board: Board, timeZone: string): Verdict {
  const { phases, alerts } = board;
  const late = phases.filter((phase) => minutesBehind(phase, board) > 0).sort((a, b) => minutesBehind(b, board) - minutesBehind(a, board));
  const [worst, ...others] = late;
  const failed = phases.reduce((sum, phase) => sum + phase.failed, 0);
  const asides = [
    ...(others.length === 0
      ? []
      : [`${others.map(({ name }) => codeOf(name)).join(' and ')} ${others.length === 1 ? 'is' : 'are'} behind too`]),
    ...(failed === 0 ? [] : [`${counted(failed, 'item')} set aside`]),
  ];
  const behind = asides.length === 0 ? '' : ` (${asides.join('; ')})`;
  if (worst) {
    const because = reasonOf(worst, board, timeZone);
    return { tone: 'bad', sentence: `${codeOf(worst.name)} is ${spanOf(waitedMinutes(worst, board) * 60)} behind: ${because}${behind}.` };
  }
  const critical = alerts.find(({ severity }) => severity === 'critical');
  if (critical) return { tone: 'bad', sentence: clean(critical.what) };
  const paused = phases.find((phase) => phase.paused !== null);
  if (paused)
    return {
      tone: 'fair',
      sentence: `${codeOf(paused.name)} is ${pauseOf(paused, board.at, timeZone)}, and nothing waits for it yet${behind}.`,
    };
  const warning = alerts[0];
  if (warning) return { tone: 'fair', sentence: clean(warning.what) };
  if (failed > 0)
    return { tone: 'fair', sentence: `All goes on, but ${counted(failed, 'item')} ${failed === 1 ? 'is' : 'are'} set aside.` };
  return { tone: 'good', sentence: wellOf(phases) };
}

/** `P3`, as units and cron lines call it; a stage of the operator's own has its name alone. */
function codeOf(name: PhaseBoard['name']): string {
  return positionOf(name) === 0 ? name : `P${positionOf(name)}`;
}

/** `P3 generate`. */
export function titleOf(name: PhaseBoard['name']): string {
  return positionOf(name) === 0 ? name : `${codeOf(name)} ${name}`;
}

function waitedMinutes({ oldest }: PhaseBoard, { at }: Board): number {
  return oldest === null ? 0 : (at.getTime() - oldest.since.getTime()) / 60_000;
}

/** Beyond what it may be; 0 or less where it is in time. */
function minutesBehind(phase: PhaseBoard, board: Board): number {
  return waitedMinutes(phase, board) - (table[phase.name].hourlyAt === null ? behindMinutes.worker : behindMinutes.hourly);
}

function reasonOf(phase: PhaseBoard, { at, lanes }: Board, timeZone: string): string {
  const { name, paused, workers, velocity, etaMinutes, lastRun } = phase;
  if (paused !== null) return pauseOf(phase, at, timeZone);
  if (workers.length === 0 && lastRun !== null && (lastRun.dead || lastRun.exit === 'died' || lastRun.finishedAt === null))
    return 'its process died, and nothing runs it';
  const [lane] = table[name].asks.length === 0 ? [] : lanes;
  if (lane) return `${lane.lane} paused${lane.until === null ? '' : ` until ${clockOf(lane.until, at, timeZone)}`}`;
  if (workers.length === 0) return 'nothing runs it';
  if (velocity.tenMinutes === 0) return 'it runs and has finished nothing for 10 min';
  return etaMinutes === null ? 'it is at work' : `it is at work and needs about ${spanOf(etaMinutes * 60)} more`;
}

function pauseOf({ paused, pausedUntil }: PhaseBoard, now: Date, timeZone: string): string {
  return `paused ${pausedUntil === null ? 'until it is resumed' : `until ${clockOf(pausedUntil, now, timeZone)}`} (${clean(paused ?? '')})`;
}

/** `14:20`; the day stands before it where it is long to then. */
function clockOf(at: Date, now: Date, timeZone: string): string {
  const whole = moment(at, timeZone);
  return at.getTime() - now.getTime() < 20 * 3_600_000 ? whole.slice(-5) : whole;
}

function wellOf(phases: readonly PhaseBoard[]): string {
  const left = phases.filter(({ waiting, ready }) => waiting + ready > 0);
  if (left.length === 0) return 'All is well: nothing waits.';
  const parts = left.map(
    ({ name, waiting, ready, waitingMore }) => `${(waiting + ready).toLocaleString('en')}${waitingMore ? '+' : ''} for ${codeOf(name)}`,
  );
  return `All is well: in time with ${parts.join(', ')}.`;
}
