// Sites are not overrun: few at once, with pauses, and not at all while one asked to be left alone.
import { afterEach, describe, expect, test } from 'vitest';
import type { Fetched } from '../../../../lib/feeds/fetch/fetcher.js';
import { makeLimiter } from '../../../../lib/feeds/fetch/limiter.js';
import { patience } from '../../../support/patience.js';
import { type FakeWeb, startFakeWeb } from '../../../support/web/fake-web.js';
import { hang, late, status, whole } from '../../../support/web/faults.js';
import { type Fetching, feedOf, problemIn, startFetching, until } from '../../../support/web/fetching.js';

const feed = feedOf(['Quiet day']);
const started: { close(): Promise<void> }[] = [];
const web = async (host = '127.0.0.1') => keep(await startFakeWeb({ host }));
const fetching = (limits: Parameters<typeof startFetching>[0]) => keep(startFetching(limits));
const readAll = (web: FakeWeb, { get }: Fetching, count: number) => Promise.all(Array.from({ length: count }, () => get(web.url('/feed'))));

function keep<T extends { close(): Promise<void> }>(part: T): T {
  started.unshift(part);
  return part;
}

afterEach(async () => {
  for (const part of started.splice(0)) await part.close();
});

describe('the limiter', () => {
  test('lets two at a time ask one host, and keeps their connections for the next', async () => {
    const host = await web();
    host.on('/feed', late(0.01, whole(feed)));
    const fetched = await readAll(host, fetching({ perHost: 2 }), 12);
    expect(fetched.every(({ kind }) => kind === 'body')).toBe(true);
    expect(host.mostUnderWay()).toBe(2);
    expect(host.sockets()).toBeLessThanOrEqual(4);
  });

  test('pauses between the starts of two fetches at one host, and not between hosts', async () => {
    const limiter = makeLimiter({ atOnce: 16, perHost: 8, hostSpacingSeconds: 0.06 });
    const startedMs = performance.now();
    const enter = async (host: string) => {
      (await limiter.enter(host, new AbortController().signal))();
      return performance.now() - startedMs;
    };
    const [first = 0, second = 0, third = 0, other = 0] = await Promise.all([enter('a'), enter('a'), enter('a'), enter('b')]);
    expect(Math.max(first, other)).toBeLessThan(second);
    expect(second).toBeGreaterThanOrEqual(60);
    expect(third).toBeGreaterThanOrEqual(120);
  });

  test('lets no more in at once than allowed over all hosts', async () => {
    const hosts = await Promise.all(['127.0.0.1', '127.0.0.2', '127.0.0.3', '127.0.0.4'].map(web));
    const fetcher = fetching({ atOnce: 3, perHost: 2 });
    let inside = 0;
    let most = 0;
    for (const host of hosts) {
      host.on('/feed', (response) => {
        most = Math.max(most, ++inside);
        setTimeout(() => {
          inside--;
          response.end(feed);
        }, 10);
      });
    }
    await Promise.all(hosts.map((host) => readAll(host, fetcher, 4)));
    expect(most).toBe(3);
  });

  test('does not let a slow host hold up another one', async () => {
    const [slow, fast] = [await web(), await web('127.0.0.2')];
    slow.on('/feed', hang);
    fast.on('/feed', whole(feed));
    const fetcher = fetching({ atOnce: 4, perHost: 1, deadlineSeconds: 0.35 });
    const ended: string[] = [];
    await Promise.all([readAll(slow, fetcher, 3).then(() => ended.push('slow')), readAll(fast, fetcher, 5).then(() => ended.push('fast'))]);
    expect(ended).toEqual(['fast', 'slow']);
  });

  test('does not count waiting for a turn against the deadline', async () => {
    const host = await web();
    host.on('/feed', late(0.35, whole(feed)));
    const fetched = await readAll(host, fetching({ perHost: 1, deadlineSeconds: 1.5 }), 5);
    expect(fetched.map(({ kind }) => kind)).toEqual(Array(5).fill('body'));
  });

  test('lets go of one that is aborted while it waits', async () => {
    const limiter = makeLimiter({ atOnce: 1, perHost: 1, hostSpacingSeconds: 0 });
    const leave = await limiter.enter('a', new AbortController().signal);
    const stop = new AbortController();
    const waiting = limiter.enter('a', stop.signal);
    stop.abort(new Error('The run ends.'));
    await expect(waiting).rejects.toThrow('The run ends.');
    leave();
    (await limiter.enter('a', new AbortController().signal))();
  });
});

describe('a host that asks us to stay away', () => {
  test.each([
    [429, '120', 120],
    [503, '30', 30],
    [503, 'Tue, 10 Mar 2026 08:10:00 GMT', 600],
    [429, '99999999', 86_400],
  ])('with %i and Retry-After %s is left alone for all its feeds', async (code, retryAfter, seconds) => {
    const host = await web();
    host.on('/busy', status(code, { 'retry-after': retryAfter, date: 'Tue, 10 Mar 2026 08:00:00 GMT' }));
    host.on('/other', whole(feed));
    const { get } = fetching({});
    const problem = problemIn(await get(host.url('/busy')));
    expect(problem).toMatchObject({ kind: 'status', status: code });
    expect(problem.retryAfterSeconds).toBe(seconds);
    const other = problemIn(await get(host.url('/other')));
    expect(other).toMatchObject({ kind: 'resting', status: null });
    expect(other.retryAfterSeconds).toBeGreaterThan(seconds - 5);
    expect(other.sentence).toMatch(/has asked, for another of its feeds, not to be asked for \d+ s\. It is read when that time is over\./);
    expect(host.asked('/other')).toHaveLength(0);
  });

  test('is asked again when the time is over', async () => {
    const host = await web();
    host.on('/busy', status(503, { 'retry-after': '1' }));
    host.on('/other', whole(feed));
    const { get } = fetching({});
    await get(host.url('/busy'));
    expect(problemIn(await get(host.url('/other'))).kind).toBe('resting');
    await new Promise((resolve) => setTimeout(resolve, 1050));
    expect((await get(host.url('/other'))).kind).toBe('body');
  });

  test('with 429 and no time is left alone for a minute', async () => {
    const host = await web();
    host.on('/busy', status(429));
    const { get } = fetching({});
    expect(problemIn(await get(host.url('/busy'))).retryAfterSeconds).toBeNull();
    expect(problemIn(await get(host.url('/other'))).retryAfterSeconds).toBe(60);
  });

  test('with 500 or 503 and no time is asked for its other feeds', async () => {
    const host = await web();
    host.on('/broken', status(503));
    host.on('/other', whole(feed));
    const { get } = fetching({});
    await get(host.url('/broken'));
    expect((await get(host.url('/other'))).kind).toBe('body');
  });

  test('does not hold up other hosts, and those already waiting for it are told', async () => {
    const [busy, other] = [await web(), await web('127.0.0.2')];
    busy.on('/feed', late(0.05, status(429, { 'retry-after': '60' })));
    other.on('/feed', whole(feed));
    const fetcher = fetching({ perHost: 1 });
    const fetched = await readAll(busy, fetcher, 5);
    expect(fetched.map((one) => problemIn(one).kind)).toEqual(['status', 'resting', 'resting', 'resting', 'resting']);
    expect(busy.asked('/feed')).toHaveLength(1);
    expect((await fetcher.get(other.url('/feed'))).kind).toBe('body');
  });
});

test('a large body waits while another is read, small ones pass, and waiting is not counted against it', async () => {
  const host = await web();
  const half = 'x'.repeat(200 * 1024);
  host.on('/stuck', (response) => void response.write(half));
  host.on('/large', whole(half));
  host.on('/feed', whole(feed));
  const fetcher = fetching({ perHost: 4, largeBytes: 64 * 1024, deadlineSeconds: patience(1) });
  const done: string[] = [];
  const note = (name: string) => (one: Fetched) => done.push(`${name} ${one.kind}`);
  const stuck = fetcher.get(host.url('/stuck')).then(note('stuck'));
  await new Promise((resolve) => setTimeout(resolve, 100));
  const large = fetcher.get(host.url('/large')).then(note('large'));
  const small = fetcher.get(host.url('/feed')).then(note('small'));
  await Promise.all([stuck, large, small]);
  expect(done).toEqual(['small body', 'stuck failed', 'large body']);
});

test('idle connections are few and given up by themselves', async () => {
  const host = await web();
  host.on('/feed', late(0.02, whole(feed)));
  await readAll(host, fetching({ perHost: 8 }), 8);
  expect(host.sockets()).toBe(8);
  await until('one connection is kept', () => host.openSockets() <= 1);
});
