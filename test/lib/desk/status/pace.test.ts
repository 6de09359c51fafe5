// How phases get on, as `sni status` and the pages of the desk read it.
import { expect, test } from 'vitest';
import { phaseNames } from '../../../../lib/config/phases.js';
import { readPace } from '../../../../lib/desk/status/pace.js';
import { sparkline } from '../../../../lib/desk/status/sparkline.js';
import { thisWorker } from '../../../../lib/worker.js';
import { makeDatabase } from '../../../support/database.js';

const { sql } = await makeDatabase();
const none = Promise.resolve(new Map());

test('a database in which nothing happened has an entry of zeros for each phase', async () => {
  const paces = await readPace(sql, null, none);
  expect([...paces.keys()]).toEqual(phaseNames);
  expect(paces.get('filter')).toEqual({
    perMinute: { tenMinutes: 0, hour: 0, day: 0 },
    hours: Array<number>(24).fill(0),
    secondsAnItem: null,
    oldest: null,
    workers: [],
  });
});

test('speed, hours, seconds an item, the oldest that waits and who works are those of the phase', async () => {
  await sql`
    insert into paces (phase, minute, done, seconds) values
      ('generate', now() - interval '2 minutes', 50, '{1,2,3}'), ('generate', now() - interval '30 minutes', 70, '{4,5}'),
      ('generate', now() - interval '5 hours 30 minutes', 600, '{}'), ('generate', now() - interval '2 days', 9999, '{900}'),
      ('enrich', now() - interval '2 minutes', 7, '{100}')`;
  await sql`
    insert into work (phase, item_id, priority, discovered_at, not_before) values
      ('generate', 1, 0, now() - interval '1 hour', now() - interval '1 hour'), ('generate', 2, 0, now() - interval '3 hours', now() - interval '3 hours'),
      ('generate', 3, 0, now() - interval '9 hours', now() + interval '1 hour'), ('generate', 4, 9, now() - interval '2 hours', now() - interval '2 hours')`;
  const run = (worker: string, host: string, minutes: number, ended: boolean) => sql`
    insert into runs (run_id, phase, worker, host, pid, batch, claimed, done, started_at, heartbeat_at, finished_at)
    values (gen_random_uuid(), 'generate', ${worker}, ${host}, 7, 100, 50, 40, now() - interval '1 hour', now() - make_interval(mins => ${minutes}),
      ${ended ? sql`now()` : null})`;
  await run(thisWorker(), 'here', 0, false);
  await run('box/a/b/1/2', 'box', 3, false);
  await run('box/a/b/1/3', 'old', 90, false);
  await run('box/a/b/1/4', 'ended', 1, true);
  const [pace] = [...(await readPace(sql, 'generate', none)).values()];
  expect(pace).toMatchObject({
    perMinute: { tenMinutes: 5, hour: 2, day: 0.5 },
    secondsAnItem: { p50: 3, p90: 4.6 },
    oldest: { itemId: '2' },
    workers: [
      { host: 'here', pid: 7, claimed: 50, done: 40, dead: false },
      { host: 'box', pid: 7 },
    ],
  });
  expect([pace?.hours.at(-1), pace?.hours.at(-6), pace?.hours.length]).toEqual([120, 600, 24]);
});

test('a row of bars shows nothing where there was nothing', () => {
  expect(sparkline([0, 0])).toBe('');
  expect(sparkline([])).toBe('');
  expect(sparkline([0, 1, 50, 100])).toBe('·▁▅█');
});
