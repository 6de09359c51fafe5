import { describe, expect, test } from 'vitest';
import { type FetchReading, isToAskWhole, nextRead, type TimedFeed, withoutValidators } from '../../../../lib/feeds/fetch/schedule.js';

const now = new Date('2026-03-10T08:00:00Z'); // a Tuesday
const hour = 3600;
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const middle = () => 0.5;
const feed: TimedFeed = {
  everySeconds: hour,
  intervalSeconds: hour,
  errorsInRow: 0,
  failingSince: null,
  readAt: ago(hour),
  wishes: { ttlSeconds: null, skipHours: [], skipDays: [] },
};
const failing: TimedFeed = { ...feed, errorsInRow: 5, failingSince: ago(5 * hour) };
const read = (publishedAt: readonly Date[] = [], newItems: number | null = null): FetchReading => ({
  kind: 'read',
  publishedAt,
  newItems,
  freshForSeconds: null,
});
const everySoOften = (seconds: number, count = 20) => Array.from({ length: count }, (_, at) => ago(at * seconds + seconds / 2));
const failed = (problem: Partial<NonNullable<Extract<FetchReading, { kind: 'failed' }>['problem']>> = {}): FetchReading => ({
  kind: 'failed',
  problem: { kind: 'status', retryAfterSeconds: null, permanent: false, ...problem },
});
const unchanged = (by: '304' | 'hash'): FetchReading => ({ kind: 'unchanged', by, freshForSeconds: null });
const waitSeconds = (of: TimedFeed, reading: FetchReading, random = middle) =>
  (nextRead(of, reading, now, random).at.getTime() - now.getTime()) / 1000;

/** The interval after so many readings of the same kind. */
function settled(of: TimedFeed, reading: FetchReading, rounds = 12): number | null {
  let timing = of;
  for (let round = 0; round < rounds; round++) timing = { ...timing, ...nextRead(timing, reading, now, middle) };
  return timing.intervalSeconds;
}

describe('the interval', () => {
  test('goes half way, by ratio, to how often the feed publishes', () => {
    expect(nextRead(feed, read(everySoOften(900)), now, middle).intervalSeconds).toBeGreaterThan(1700);
    expect(nextRead(feed, read(everySoOften(900)), now, middle).intervalSeconds).toBeLessThan(1850);
  });

  test("comes to the feed's own pace, between 10 min and 24 h", () => {
    expect(settled(feed, read(everySoOften(1800), 1))).toBeCloseTo(1800, -2);
    expect(settled(feed, read(everySoOften(60), 10))).toBe(600);
    expect(settled(feed, read(everySoOften(40 * hour), 1))).toBe(24 * hour);
  });

  test('of a feed that never changes grows to 24 h, of one that always has news without times shrinks to 10 min', () => {
    expect(settled(feed, unchanged('304'), 20)).toBe(24 * hour);
    expect(settled(feed, unchanged('hash'), 20)).toBe(24 * hour);
    expect(settled(feed, read([], 3), 20)).toBe(600);
  });

  test('is not fooled by a feed that dates all items at the time of asking and has no news', () => {
    expect(nextRead(feed, read(Array(30).fill(now), 0), now, middle).intervalSeconds).toBe(1.25 * hour);
  });

  test('counts items dated after the last reading where new ones are not counted yet', () => {
    expect(nextRead(feed, read([ago(5 * hour), ago(6 * hour)]), now, middle).intervalSeconds).toBe(1.25 * hour);
    expect(nextRead(feed, read([ago(60), ago(6 * hour)]), now, middle).intervalSeconds).toBe((2 / 3) * hour);
  });

  test('leaves times in the future out', () => {
    expect(nextRead(feed, read([new Date('9999-12-31'), new Date('2027-01-01')], 0), now, middle).intervalSeconds).toBe(1.25 * hour);
  });

  test('stays around what the source asks for', () => {
    const slow = { ...feed, everySeconds: 12 * hour, intervalSeconds: null };
    expect(settled(slow, read(everySoOften(60), 10))).toBe(2 * hour);
    expect(settled({ ...feed, everySeconds: 300, intervalSeconds: null }, read(everySoOften(10), 10))).toBe(300);
    expect(settled({ ...feed, everySeconds: 900 }, unchanged('304'), 30)).toBe(6 * hour);
    expect(settled({ ...feed, everySeconds: 48 * hour }, unchanged('304'), 30)).toBe(48 * hour);
  });

  test('starts from what the source asks for', () => {
    expect(nextRead({ ...feed, intervalSeconds: null, readAt: null }, read([], 5), now, middle).intervalSeconds).toBe(2400);
  });
});

describe('the next reading', () => {
  test('comes a little before the interval is over, by chance, so that an hourly run finds it due', () => {
    const steady = read([ago(30), ago(2 * hour), ago(3 * hour)], 1);
    const { intervalSeconds } = nextRead(feed, steady, now, middle);
    expect(waitSeconds(feed, steady, () => 0)).toBeCloseTo(0.9 * (intervalSeconds ?? 0), 0);
    expect(waitSeconds(feed, steady, () => 0.999)).toBeLessThan(0.971 * (intervalSeconds ?? 0));
  });

  test.each([
    ['ttl', { ...feed, wishes: { ...feed.wishes, ttlSeconds: 3 * hour } }, null],
    ['Cache-Control or Expires', feed, 3 * hour],
  ])('is put off by %s, and not by the lesser of two', (_name, of, freshForSeconds) => {
    expect(waitSeconds(of, { kind: 'unchanged', by: '304', freshForSeconds })).toBe(3 * hour);
    expect(waitSeconds(of, { kind: 'unchanged', by: '304', freshForSeconds: 4 * hour })).toBe(4 * hour);
  });

  test('is not brought nearer by a short ttl or max-age', () => {
    const wishes = { ...feed.wishes, ttlSeconds: 60 };
    expect(waitSeconds({ ...feed, wishes }, { kind: 'unchanged', by: 'hash', freshForSeconds: 5 })).toBeGreaterThan(hour);
  });

  test('is put off by 24 h at most, whatever the feed wishes', () => {
    expect(waitSeconds({ ...feed, wishes: { ...feed.wishes, ttlSeconds: 400 * 24 * hour } }, unchanged('304'))).toBe(24 * hour);
  });

  test('keeps out of hours and days the feed wants to be spared', () => {
    const at = (wishes: Partial<TimedFeed['wishes']>) =>
      nextRead({ ...feed, wishes: { ...feed.wishes, ...wishes } }, unchanged('304'), now, middle).at.toISOString();
    expect(at({ skipHours: [9, 10, 11] })).toBe('2026-03-10T12:00:00.000Z');
    expect(at({ skipDays: [2, 3] })).toBe('2026-03-12T00:00:00.000Z');
    expect(at({ skipHours: [0, 1], skipDays: [2] })).toBe('2026-03-11T02:00:00.000Z');
    expect(at({ skipHours: Array.from({ length: 24 }, (_, hour) => hour) })).toMatch(/^2026-03-10T09/);
    expect(at({ skipHours: [77, -1], skipDays: [9] })).toMatch(/^2026-03-10T09/);
  });
});

describe('a failure', () => {
  test('puts the next try off in line with the failures in a row, give or take a fifth', () => {
    const waits = [0, 1, 2, 3].map((errorsInRow) => waitSeconds({ ...feed, errorsInRow }, failed()));
    expect(waits).toEqual([1800, 3600, 5400, 7200]);
    expect(waitSeconds(feed, failed(), () => 0)).toBeCloseTo(1440, 6);
    expect(waitSeconds(feed, failed(), () => 0.999)).toBeLessThan(2160);
  });

  test('never puts it off by more than 24 h, nor for ever', () => {
    expect(waitSeconds({ ...feed, errorsInRow: 100_000 }, failed(), () => 0.999)).toBe(24 * hour);
  });

  test('is counted, keeps when it began, and leaves the interval alone', () => {
    expect(nextRead(feed, failed(), now, middle)).toMatchObject({ errorsInRow: 1, failingSince: now, intervalSeconds: hour });
    expect(nextRead(failing, failed(), now, middle)).toMatchObject({ errorsInRow: 6, failingSince: failing.failingSince });
  });

  test('to understand what was fetched counts like one to fetch it', () => {
    expect(nextRead(feed, { kind: 'failed', problem: null }, now, middle)).toMatchObject({ errorsInRow: 1 });
  });

  test('with a Retry-After waits at least so long, at most 24 h', () => {
    expect(waitSeconds(feed, failed({ retryAfterSeconds: 2 * hour }))).toBe(2 * hour);
    expect(waitSeconds(failing, failed({ retryAfterSeconds: 5 }))).toBe(6 * 1800);
    expect(waitSeconds(feed, failed({ retryAfterSeconds: 90 * 24 * hour }))).toBe(24 * hour);
  });

  test('of a feed that is gone for good is tried once a day', () => {
    expect(waitSeconds(feed, failed({ permanent: true }))).toBe(24 * hour);
  });

  test('of the host to be free is not held against the feed', () => {
    const resting = failed({ kind: 'resting', retryAfterSeconds: 600 });
    expect(nextRead(feed, resting, now, middle)).toMatchObject({ errorsInRow: 0, failingSince: null });
    expect(waitSeconds(feed, resting)).toBe(750);
  });
});

describe('recovery', () => {
  test('comes with the first whole reading, also of the same body as the last good one', () => {
    for (const reading of [read([], 0), unchanged('hash')]) {
      expect(nextRead(failing, reading, now, middle)).toMatchObject({ errorsInRow: 0, failingSince: null });
    }
  });

  test('does not come with a 304, which proves the server and not the feed', () => {
    expect(nextRead(failing, unchanged('304'), now, middle)).toMatchObject({ errorsInRow: 5, failingSince: failing.failingSince });
    expect(waitSeconds(failing, unchanged('304'))).toBe(5 * 1800);
  });

  test('is made possible by asking a failing feed without validators, its hash kept', () => {
    const known = { etag: '"a"', lastModified: 'x', sha256: 'b', url: 'http://example.com/' };
    expect(withoutValidators(known)).toEqual({ ...known, etag: null, lastModified: null });
  });

  test.each([
    [{}, false],
    [{ errorsInRow: 1 }, true],
    [{ unmodifiedInRow: 4 }, false],
    [{ unmodifiedInRow: 5 }, true],
    [{ wholeAt: ago(24 * hour + 60) }, true],
    [{ wholeAt: null }, true],
  ])('is asked for once a day, after five 304s in a row and while a feed fails: %o', (change, asked) => {
    expect(isToAskWhole({ errorsInRow: 0, unmodifiedInRow: 0, wholeAt: ago(hour), ...change }, now)).toBe(asked);
  });
});
