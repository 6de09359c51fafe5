import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { noCounts, noteDeaths, noteEnd, noteStart } from '../../../lib/run/progress.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase();
const phase = 'filter';
const start = async (worker: string) => {
  const run = { runId: randomUUID(), phase, worker, host: 'h', pid: 1, batch: 1 };
  await noteStart(sql, run);
  return run;
};
const exits = () => sql`select worker, exit, finished_at is not null as ended, lanes from runs order by worker`;
const isDead = (worker: string) => worker.startsWith('dead');
beforeEach(() => sql`truncate runs`);

test('runs that never ended are ended: of processes known to be dead, and of any that was silent for an hour', async () => {
  for (const worker of ['dead', 'living', 'silent']) await start(worker);
  await sql`update runs set lanes = '[]', heartbeat_at = heartbeat_at - case when worker = 'silent' then interval '2 hours' else '1 minute' end`;
  expect(await noteDeaths(sql, phase, isDead)).toBe(2);
  expect(await exits()).toEqual([
    { worker: 'dead', exit: 'died', ended: true, lanes: null },
    { worker: 'living', exit: null, ended: false, lanes: [] },
    { worker: 'silent', exit: 'died', ended: true, lanes: null },
  ]);
  expect(await noteDeaths(sql, phase, isDead)).toBe(0);
  expect(await noteDeaths(sql, 'enrich', () => true)).toBe(0);
});

test('a run that was taken for dead and ends nevertheless says how; one that has ended keeps its end', async () => {
  const run = await start('dead');
  await noteDeaths(sql, phase, isDead);
  await noteEnd(sql, run, noCounts(), { exit: 'done' });
  await noteEnd(sql, run, noCounts(), { exit: 'failed' });
  expect(await exits()).toMatchObject([{ exit: 'done' }]);
});
