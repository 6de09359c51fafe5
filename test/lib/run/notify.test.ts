// What systemctl status says of a batch, and when the watchdog is fed: real runs, with a systemd-notify that writes down what it is told.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { statusText } from '../../../lib/run/notify.js';
import { makeFeedWorld } from '../../support/feed-world.js';
import { patience } from '../../support/patience.js';
import { fakeSystemd } from '../../support/systemd.js';

const silenceSeconds = patience(3);
/** Half of what ends a run that hears nothing. */
const heartbeat = silenceSeconds / 2;
const { world, serveLate } = await makeFeedWorld({ silence: `${silenceSeconds}s` });

test('the status of a batch says how far it is, how fast it goes, how long it takes and what waits beyond it', () => {
  const standing = { batch: 41, finished: 63, total: 100, items: 'titles', perMinute: 4.1, etaMinutes: 9.02, waiting: 1320 };
  expect(statusText(standing)).toBe('batch 41: 63/100 titles, 4.1/min, ETA 9 min, 1,320 waiting');
  expect(statusText({ ...standing, finished: 0, perMinute: 0, etaMinutes: null })).toBe('batch 41: 0/100 titles, 1,320 waiting');
  expect(statusText({ ...standing, perMinute: 740.4, etaMinutes: 0.3 })).toBe(
    'batch 41: 63/100 titles, 740/min, ETA under 1 min, 1,320 waiting',
  );
  expect(statusText({ ...standing, batch: undefined, finished: 100, waiting: 0 })).toBe('100/100 titles, 4.1/min, 0 waiting');
});

test('a run tells systemd at each heartbeat, and feeds the watchdog only when something has moved', async () => {
  const systemd = fakeSystemd(world.folder);
  serveLate('Slow', 3.3 * heartbeat);
  const ended = await world.run('ingest', [], { ...systemd.env, SNI_BATCH: '7' });
  expect(ended.code).toBe(0);
  const heard = systemd.heard();
  const still = heard.filter((line) => line.startsWith('STATUS=batch 7: 0/6 feeds'));
  expect(still.length).toBeGreaterThan(2);
  expect(still.filter((line) => line.endsWith('WATCHDOG=1')).length).toBeLessThan(still.length - 1);
  expect(heard.some((line) => /^STATUS=batch 7: [1-6]\/6 feeds, \d+\.?\d*\/min.* waiting WATCHDOG=1$/.test(line))).toBe(true);
});

test('a run whose systemd-notify fails says so once and does its work', async () => {
  const systemd = fakeSystemd(world.folder);
  await world.sql`update feeds set next_fetch_at = now()`;
  serveLate('Deaf', 1.3 * heartbeat);
  const ended = await world.run('ingest', [], { NOTIFY_SOCKET: systemd.env.NOTIFY_SOCKET, PATH: '/nowhere' });
  expect(ended.finished).toMatchObject({ exit: 'done', done: 6 });
  expect(ended.lines.filter((line) => line.event === 'liveness not told')).toHaveLength(1);
});

test('where there is no systemd, a file tells a probe that work has moved, and how it stands', async () => {
  await world.sql`update feeds set next_fetch_at = now()`;
  serveLate('Probed', 1.3 * heartbeat);
  const file = join(world.folder, 'alive');
  const ended = await world.here('ingest', [], { SNI_ALIVE: file });
  expect(ended.code).toBe(0);
  expect(readFileSync(file, 'utf8')).toMatch(/^[0-6]\/6 feeds, .* waiting\n$/);
});

test('a file that cannot be written is said once, with what comes of it, and the run does its work', async () => {
  await world.sql`update feeds set next_fetch_at = now()`;
  serveLate('Unprobed', 1.3 * heartbeat);
  const ended = await world.here('ingest', [], { SNI_ALIVE: join(world.folder, 'nowhere/alive') });
  expect(ended.finished).toMatchObject({ exit: 'done', done: 6 });
  const told = ended.lines.filter((line) => line.event === 'liveness not told');
  expect(told).toEqual([expect.objectContaining({ error: expect.stringMatching(/SNI_ALIVE .* a probe will take this worker for dead/) })]);
});
