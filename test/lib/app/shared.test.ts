import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { hostname } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { bundled } from '../../support/bundled.js';
import { makeDatabase } from '../../support/database.js';
import { doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { startFakeGemini } from '../../support/models/fake-gemini.js';
import { startFakeOllama } from '../../support/models/fake-ollama.js';
import { patience } from '../../support/patience.js';

const scratch = await makeDatabase({ connections: 2 });
const gpu = await startFakeOllama({ models: ['a'], latencyMs: 20 });
const cloud = await startFakeGemini({ latencyMs: 50 });
const far = 'gemini/gemini-2.5-flash';
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  gpu.reset();
  cloud.reset();
  await scratch.sql`truncate model_calls, spending, lanes`;
});

function settings(models: string[], more: object = {}) {
  return doorConfig(scratch, { ollama: { url: gpu.url }, gemini: { url: cloud.url, at_once: 50 }, roles: { enrich: { models } }, ...more });
}

/** Starts a process that asks; gives what it said when it has ended. */
async function asker(file: string, questions: number) {
  const child = spawn(process.execPath, [bundled('models/asker'), JSON.stringify({ file, questions })], {
    env: { ...process.env, SNI_HOME: scratch.home, GEMINI_API_KEY: 'AIzaFakeKeyForTests' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
  });
  await expect.poll(() => said, { timeout: 15_000 }).toContain('asking');
  const ended = once(child, 'exit').then(() => said.trim().split('\n').slice(1));
  return { child, ended };
}

test('two processes on one database never run two local calls at once, and both come to their turn', async () => {
  const { file } = settings(['ollama/a']);
  const both = await Promise.all([asker(file, 8), asker(file, 8)]);
  const ends = await Promise.all(both.map(({ ended }) => ended));
  expect(ends.flat()).toEqual(Array.from({ length: 16 }, () => 'answered'));
  expect(gpu.counters()).toMatchObject({ requests: 16, mostUnderWay: 1 });
});

test('a holder of the local lane that is killed frees it in less than two seconds', async () => {
  const { file } = settings(['ollama/a']);
  gpu.fault('hang');
  const holder = await asker(file, 1);
  await expect.poll(() => gpu.counters().underWay).toBe(1);
  const waiter = await asker(file, 1);
  await expect.poll(async () => (await scratch.sql`select from turns where taken_at is null`).count).toBe(1);
  const killedAt = Date.now();
  holder.child.kill('SIGKILL');
  expect(await waiter.ended).toEqual(['answered']);
  expect((gpu.requests[1]?.startedAt ?? Number.POSITIVE_INFINITY) - killedAt).toBeLessThan(patience(2) * 1000);
});

test('when another has the turn, as this process was not heard of in time, its call is broken off and asked again in a new turn', async () => {
  const door = await openDoor(settings(['ollama/a']));
  gpu.fault('hang');
  const asked = door.ask(numbered(1));
  await expect.poll(() => gpu.counters().underWay).toBe(1);
  await scratch.sql`delete from turns`;
  expect((await asked).madeBy.engine).toBe('ollama');
  expect(gpu.requests.map(({ aborted }) => aborted)).toEqual([true, false]);
  await door.end();
});

test('the turn is kept when the database ends all connections', async () => {
  const door = await openDoor(settings(['ollama/a']));
  gpu.fault('slow', { seconds: 4 });
  const asked = door.ask(numbered(1));
  await expect.poll(() => gpu.counters().underWay).toBe(1);
  await scratch.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and application_name like 'sni-test%' and pid <> pg_backend_pid()`;
  expect((await asked).madeBy.engine).toBe('ollama');
  expect(gpu.requests).toHaveLength(1);
  await door.end();
});

test('who waits for a frozen holder longer than its patience ends with 75 and names it, and says before that it waits', async () => {
  const { file } = settings(['ollama/a'], { patience: '2s' });
  gpu.fault('hang');
  const frozen = await asker(file, 1);
  await expect.poll(() => gpu.counters().underWay).toBe(1);
  frozen.child.kill('SIGSTOP');
  const door = await openDoor(settings(['ollama/a'], { patience: '2s' }));
  const error = await door.ask(numbered(1)).catch((thrown: Error) => thrown);
  const [holder] = await scratch.sql<{ worker: string }[]>`select worker from turns where taken_at is not null`;
  const named = `process ${frozen.child.pid} on ${hostname()} (enrich, worker ${holder?.worker}) has had it since 2`;
  expect(error).toMatchObject({ name: 'NoLane', exitCode: 75, message: expect.stringContaining(named) });
  expect(door.lines.some(({ decided }) => String(decided).includes(`local waits for its turn: ${named}`))).toBe(true);
  await door.end();
});

test('a frozen holder loses the turn after some seconds, and when it wakes it asks again in line', async () => {
  const { file } = settings(['ollama/a']);
  gpu.fault('slow', { seconds: 2 });
  const frozen = await asker(file, 1);
  await expect.poll(() => gpu.counters().underWay).toBe(1);
  frozen.child.kill('SIGSTOP');
  const waiter = await asker(file, 1);
  expect(await waiter.ended).toEqual(['answered']);
  frozen.child.kill('SIGCONT');
  expect(await frozen.ended).toEqual(['answered']);
  expect(gpu.counters().mostUnderWay).toBe(1);
}, 40_000);

test('fifty calls at once against a limit that fits twenty spend no more than the limit', async () => {
  const role = { models: [far], max_tokens: 1000 };
  const worstUsd = await costOfOne({ roles: { enrich: role } });
  const door = await openDoor(settings([far], { roles: { enrich: role }, daily_cost_limit: Number((worstUsd * 20.5).toFixed(6)) }), {
    maxInflight: 50,
  });
  cloud.fault('usage-missing', { times: 50 });
  const ends = await Promise.allSettled(Array.from({ length: 50 }, (_, number) => door.ask(numbered(10 + number))));
  await door.end();
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(20);
  const refused = ends.find((end) => end.status === 'rejected');
  expect(refused?.reason).toMatchObject({
    name: 'NoLane',
    exitCode: 75,
    message: expect.stringMatching(/daily cost limit of all phases.*begins anew at/),
  });
  const [spent] = await scratch.sql<{ usd: number; calls: number }[]>`
    select (select usd::float8 from spending) as usd, (select sum(cost_usd)::float8 from model_calls) as calls`;
  expect(spent?.usd).toBeLessThanOrEqual(worstUsd * 20.5);
  expect(spent?.calls).toBeCloseTo(spent?.usd ?? 0, 5);
});

/** What is counted of a call whose server does not say what it used: the worst case. */
async function costOfOne(models: object): Promise<number> {
  const door = await openDoor(settings([far], models));
  cloud.fault('usage-missing');
  await door.ask(numbered(10));
  await door.end();
  const [spent] = await scratch.sql<{ usd: number }[]>`select usd::float8 as usd from spending`;
  await scratch.sql`truncate spending, model_calls`;
  return spent?.usd ?? Number.NaN;
}
