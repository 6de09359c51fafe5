// When a feed is read next: about as often as it has news, and not sooner than its site wishes. One that fails is tried more and more
// rarely, but for ever.
import { daySeconds } from './caching.js';
import type { FetchProblem } from './problem.js';

/** What a feed says of itself (RSS ttl, skipHours, skipDays); kept with it, because an unchanged feed is not read again. */
export interface Wishes {
  /** Null when the feed does not say. */
  ttlSeconds: number | null;
  /** Hours of the day, 0 to 23, UTC. */
  skipHours: readonly number[];
  /** Days of the week, 0 is Sunday, UTC. */
  skipDays: readonly number[];
}

/** Those of a feed that asks for nothing. */
export const noWishes: Wishes = { ttlSeconds: null, skipHours: [], skipDays: [] };

/** A feed's schedule as it is stored. */
export interface Timing {
  /** Between two reads by the last reckoning, in seconds; null for a feed never read. */
  intervalSeconds: number | null;
  /** Fetches or readings that failed since the last whole one. */
  errorsInRow: number;
  /** When the first of them was; null when there are none. */
  failingSince: Date | null;
}

export interface TimedFeed extends Timing {
  /** The `every` of its source, or of all sources. */
  everySeconds: number;
  wishes: Wishes;
  /** When it was last read whole; null for never. */
  readAt: Date | null;
}

/** How a fetch, and the reading after it, came out. */
export type FetchReading =
  | {
      kind: 'read';
      /** Times of its items, where the feed gives them; in any order. */
      publishedAt: readonly Date[];
      /** Items that were new to us; null when that is not known yet, then items dated after the last reading count. */
      newItems: number | null;
      freshForSeconds: number | null;
    }
  | { kind: 'unchanged'; by: '304' | 'hash'; freshForSeconds: number | null }
  /** `problem` is null for a feed that was fetched and could not be understood. */
  | { kind: 'failed'; problem: Pick<FetchProblem, 'kind' | 'retryAfterSeconds' | 'permanent'> | null };

export interface Next extends Timing {
  at: Date;
}

/** The interval goes from a sixth of `every` to its 24-fold, and not below or above these unless `every` itself is. */
const shortestSeconds = 600;
const longestSeconds = daySeconds;
/** Each failure in a row makes the wait this much longer, or `every` where that is less. */
const retryStepSeconds = 1800;
/** Skipped hours and days together put a reading off by at most this; more is a mistake of the feed. */
const longestSkipHours = 72;
const sampleItems = 20;

/** `random` gives a number from 0 to 1, 1 not included. */
export function nextRead(feed: TimedFeed, reading: FetchReading, now: Date, random: () => number = Math.random): Next {
  if (reading.kind === 'failed') return afterFailure(feed, reading.problem, now, random);
  // A 304 proves that the server lives, not that the feed can be read again: what failed may be what it has said nothing about. Only a
  // whole body clears failures; it is asked for without validators. The same body as the last good one does.
  if (reading.kind === 'unchanged' && reading.by === '304' && feed.errorsInRow > 0) {
    return { ...timingOf(feed), at: after(now, backoffSeconds(feed, feed.errorsInRow, random)) };
  }
  const intervalSeconds = adapted(feed, reading, now);
  const wishedSeconds = Math.min(Math.max(feed.wishes.ttlSeconds ?? 0, reading.freshForSeconds ?? 0), longestOf(feed));
  // A little early, so that a feed read once an hour is due when an hourly run comes, and feeds do not stay in step.
  const seconds = wishedSeconds > intervalSeconds ? wishedSeconds : intervalSeconds * (0.9 + 0.07 * random());
  return { intervalSeconds, errorsInRow: 0, failingSince: null, at: afterSkipped(after(now, seconds), feed.wishes) };
}

/** What a feed's server gave lately. */
interface Answers {
  errorsInRow: number;
  /** 304s since the last whole body. */
  unmodifiedInRow: number;
  /** When that body came; null for never. */
  wholeAt: Date | null;
}

/** After so many 304s in a row, or so long without a whole body, one is asked for. */
const unmodifiedMost = 5;
const wholeEverySeconds = daySeconds;

/**
 * Whether to ask without validators, so that the server cannot answer 304: while a feed fails, because only a whole body clears failures;
 * and now and then, because some servers say 304 for ever, whatever is new.
 */
export function isToAskWhole({ errorsInRow, unmodifiedInRow, wholeAt }: Answers, now: Date): boolean {
  const wholeSeconds = wholeAt === null ? Number.POSITIVE_INFINITY : (now.getTime() - wholeAt.getTime()) / 1000;
  return errorsInRow > 0 || unmodifiedInRow >= unmodifiedMost || wholeSeconds > wholeEverySeconds;
}

/** The hash stays: the same body again is nothing new. */
export function withoutValidators<Known extends { etag: string | null; lastModified: string | null }>(known: Known): Known {
  return { ...known, etag: null, lastModified: null };
}

function afterFailure(
  feed: TimedFeed,
  problem: Pick<FetchProblem, 'kind' | 'retryAfterSeconds' | 'permanent'> | null,
  now: Date,
  random: () => number,
): Next {
  const askedSeconds = Math.min(problem?.retryAfterSeconds ?? 0, daySeconds);
  // It was not asked, because its host wants rest: nothing is known against it. All feeds of that host would else come back at once.
  if (problem?.kind === 'resting') return { ...timingOf(feed), at: after(now, askedSeconds + 300 * random()) };
  const errorsInRow = feed.errorsInRow + 1;
  const waitSeconds = problem?.permanent ? daySeconds : Math.max(askedSeconds, backoffSeconds(feed, errorsInRow, random));
  return { ...timingOf(feed), errorsInRow, failingSince: feed.failingSince ?? now, at: after(now, waitSeconds) };
}

/** Linear in the failures, give or take a fifth, at most 24 h. */
function backoffSeconds({ everySeconds }: TimedFeed, errorsInRow: number, random: () => number): number {
  const stepSeconds = Math.min(everySeconds, retryStepSeconds);
  return Math.min(stepSeconds * errorsInRow * (0.8 + 0.4 * random()), daySeconds);
}

/**
 * Half way, by ratio, from the present interval to how often the feed publishes; where it gives no times, shorter by a third when it had
 * news and longer by a quarter when it had none.
 */
function adapted(feed: TimedFeed, reading: Exclude<FetchReading, { kind: 'failed' }>, now: Date): number {
  const present = feed.intervalSeconds ?? feed.everySeconds;
  const publishedAt = reading.kind === 'read' ? reading.publishedAt.filter((at) => at <= now) : [];
  const newItems =
    reading.kind === 'read' ? (reading.newItems ?? publishedAt.filter((at) => feed.readAt === null || at > feed.readAt).length) : 0;
  const gapSeconds = newItems > 0 ? meanGapSeconds(publishedAt, now) : null;
  const next = gapSeconds !== null ? Math.sqrt(present * gapSeconds) : present * (newItems > 0 ? 2 / 3 : 5 / 4);
  const lowest = Math.min(Math.max(feed.everySeconds / 6, shortestSeconds), feed.everySeconds);
  return Math.round(Math.min(Math.max(next, lowest), longestOf(feed)));
}

/** Seconds from one item to the next over the newest items, the quiet since the newest counted in; null for fewer than three. */
function meanGapSeconds(publishedAt: readonly Date[], now: Date): number | null {
  const newest = publishedAt
    .map((at) => at.getTime())
    .sort((a, b) => b - a)
    .slice(0, sampleItems);
  const oldest = newest.at(-1);
  return oldest === undefined || newest.length < 3 ? null : Math.max((now.getTime() - oldest) / 1000 / newest.length, 1);
}

function longestOf({ everySeconds }: TimedFeed): number {
  return Math.max(Math.min(everySeconds * 24, longestSeconds), everySeconds);
}

/** The moment itself, or the start of the first hour after it that the feed does not want to be spared. */
function afterSkipped(moment: Date, { skipHours, skipDays }: Wishes): Date {
  if (skipHours.length === 0 && skipDays.length === 0) return moment;
  for (let hours = 0; hours <= longestSkipHours; hours++) {
    const then = new Date(moment.getTime() + hours * 3_600_000);
    if (hours > 0) then.setUTCMinutes(0, 0, 0);
    if (!skipHours.includes(then.getUTCHours()) && !skipDays.includes(then.getUTCDay())) return then;
  }
  return moment;
}

function timingOf({ intervalSeconds, errorsInRow, failingSince }: Timing): Timing {
  return { intervalSeconds, errorsInRow, failingSince };
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
