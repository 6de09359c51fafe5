// How fast each phase goes by its runs, how long an item takes, what has waited longest, and who works.
import { expect, test } from 'vitest';
import { readPace } from '../../../../lib/desk/status/pace.js';
import { makeTestWorld } from '../../../support/in-test.js';

const { sql } = await makeTestWorld();

test('without runs and backlog nothing was finished, no item took any time, nothing waits and nobody works', async () => {
  const [, filter] = await readPace(sql, null);
  expect(filter).toEqual({
    phase: 'filter',
    finished: { tenMinutes: 0, hour: 0, day: 0 },
    hourly: Array.from({ length: 24 }, () => 0),
    itemSeconds: null,
    oldest: null,
    workers: [],
  });
});

test('what a run finished counts evenly over its time, and the items of slow runs are the slow ones', async () => {
  const run = (from: string, to: string | null, done: number, heard = to) => sql`
    insert into runs (run_id, phase, worker, host, pid, batch, started_at, heartbeat_at, finished_at, claimed, done, total, exit)
    values (gen_random_uuid(), 'enrich', 'somewhere/else/7', 'two.example', 7, 10, now() - ${from}::interval, now() - ${heard}::interval,
      now() - ${to}::interval, ${done}, ${done}, 100, ${to === null ? null : 'done'})`;
  await run('20 minutes', '0 minutes', 40);
  await run('5 hours', '4 hours 58 minutes', 10);
  await run('30 hours', '26 hours', 9999);
  await run('1 minute', null, 0, '2 seconds');
  await run('9 minutes', null, 0, '8 minutes');
  const [pace] = await readPace(sql, 'enrich');
  expect(pace?.finished).toEqual({ tenMinutes: 20, hour: 40, day: 50 });
  expect(pace?.hourly.map((done, at) => [at, done]).filter(([, done]) => done !== 0)).toEqual([
    [19, 10],
    [23, 40],
  ]);
  expect(pace?.itemSeconds?.p50).toBeCloseTo(30, 0);
  expect(pace?.workers).toMatchObject([{ host: 'two.example', pid: 7, total: 100 }]);
});

test('the oldest that could be worked is told, not what waits for its next try', async () => {
  await sql`
    insert into work (phase, item_id, state, discovered_at, not_before) values ('narrate', 1, 'ready', now() - interval '3 hours', now() + interval '1 hour'),
      ('narrate', 2, 'ready', now() - interval '1 hour', now() - interval '1 hour'), ('narrate', 3, 'ready', now() - interval '2 hours', now() - interval '1 hour')`;
  const [pace] = await readPace(sql, 'narrate');
  expect(pace?.oldest).toEqual({ itemId: '3', since: expect.any(Date) });
});
