// How a feed stands, in words for `sni feeds`. What heals by itself is not called broken; what fails again and again over a day is, and
// what has had nothing new for weeks.
import { daySeconds } from './caching.js';
import type { Timing } from './schedule.js';

export interface FeedHealth extends Timing {
  nextAt: Date;
  /** What went wrong last, in a few words ("HTTP 500"); null when nothing did. */
  lastProblem: string | null;
  /** True when the server said that the feed is gone for good. */
  isGone: boolean;
  /** How long it has had nothing that was new to us, up to its last good reading; null where that says nothing. */
  quietSeconds: number | null;
}

const humanAfterDays = 1;
const humanAfterErrors = 3;
const quietDays = 21;

/** True for a feed that is gone for good, has failed again and again over a day, or has had nothing new for three weeks. It is still tried. */
export function needsHuman(feed: Pick<FeedHealth, 'errorsInRow' | 'failingSince' | 'isGone' | 'quietSeconds'>, now: Date): boolean {
  return feed.isGone || keepsFailing(feed, now) || isSuspicious(feed);
}

function keepsFailing({ errorsInRow, failingSince }: Pick<FeedHealth, 'errorsInRow' | 'failingSince'>, now: Date): boolean {
  return failingSince !== null && errorsInRow >= humanAfterErrors && secondsFrom(failingSince, now) >= humanAfterDays * daySeconds;
}

/** News do not stop for weeks; a server may. */
function isSuspicious({ quietSeconds }: Pick<FeedHealth, 'quietSeconds'>): boolean {
  return quietSeconds !== null && quietSeconds >= quietDays * daySeconds;
}

/** "next in 25 min: changes about hourly", "failed 5 times: HTTP 500; next try in 2 h", "failing for 8 days (HTTP 404): needs a human; ...", "nothing new for 23 days: suspicious, ...". */
export function healthInWords(feed: FeedHealth, now: Date): string {
  const { errorsInRow, failingSince, lastProblem, intervalSeconds, isGone } = feed;
  const waitSeconds = secondsFrom(now, feed.nextAt);
  const when = waitSeconds > 0 ? `in ${spanInWords(waitSeconds)}` : 'at the next run';
  const why = lastProblem ?? 'not read';
  if (isGone) return `gone for good (${why}): needs a human; next try ${when}`;
  if (failingSince !== null && keepsFailing(feed, now)) {
    return `failing for ${spanInWords(secondsFrom(failingSince, now))} (${why}): needs a human; next try ${when}`;
  }
  if (errorsInRow > 0) return `failed ${errorsInRow === 1 ? 'once' : `${errorsInRow} times`}: ${why}; next try ${when}`;
  if (lastProblem !== null) return `not reached last time: ${lastProblem}; next try ${when}`;
  if (isSuspicious(feed)) return `nothing new for ${spanInWords(feed.quietSeconds ?? 0)}: suspicious, needs a human; next ${when}`;
  return intervalSeconds === null ? `next ${when}: not read yet` : `next ${when}: changes ${paceInWords(intervalSeconds)}`;
}

/** "40 s", "25 min", "2 h", "8 days": one number, rounded. Spans below zero count as none. */
export function spanInWords(seconds: number): string {
  const whole = Math.max(0, seconds);
  if (whole < 90) return `${Math.round(whole)} s`;
  if (whole < 90 * 60) return `${Math.round(whole / 60)} min`;
  if (whole < 2 * daySeconds) return `${Math.round(whole / 3600)} h`;
  return `${Math.round(whole / daySeconds)} days`;
}

function paceInWords(seconds: number): string {
  if (seconds >= 0.75 * daySeconds) return 'once a day or less';
  if (seconds > 2700 && seconds < 5400) return 'about hourly';
  return `about every ${spanInWords(seconds)}`;
}

function secondsFrom(earlier: Date, later: Date): number {
  return (later.getTime() - earlier.getTime()) / 1000;
}
