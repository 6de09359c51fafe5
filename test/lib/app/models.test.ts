import { afterEach, describe, expect, test } from 'vitest';
import { makeDatabase } from '../../support/database.js';
import { type Door, doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { startFakeGemini } from '../../support/models/fake-gemini.js';
import { startFakeOllama } from '../../support/models/fake-ollama.js';

const scratch = await makeDatabase({ connections: 2 });
const gpu = await startFakeOllama({ models: ['a', 'b', 'c'] });
const cloud = await startFakeGemini();
const addresses = { ollama: { url: gpu.url }, gemini: { url: cloud.url } };
const doors: Door[] = [];

async function door(models: object, asking = {}, more = {}, env = {}): Promise<Door> {
  const opened = await openDoor(doorConfig(scratch, { ...addresses, ...models }, more, env), asking);
  doors.push(opened);
  return opened;
}

afterEach(async () => {
  for (const opened of doors.splice(0)) await opened.end();
  gpu.reset();
  cloud.reset();
  await scratch.sql`truncate model_calls, spending, lanes`;
});

const onlyLocal = { roles: { enrich: { models: ['ollama/a'] } } };
const onlyCloud = { roles: { enrich: { models: ['gemini/gemini-2.5-flash'] } } };
const bothLanes = { roles: { enrich: { models: ['ollama/a', 'gemini/gemini-2.5-flash'] } } };

describe('a question', () => {
  test('goes to the local model, and its call is written down', async () => {
    const { ask, end } = await door(onlyLocal);
    const answer = await ask(numbered(1));
    expect(answer).toMatchObject({ value: { text: expect.any(String) }, madeBy: { engine: 'ollama', model: 'a', task: 'enrich' } });
    await doors.pop()?.record();
    expect(
      await scratch.sql`select engine, model, outcome, phase, tokens_in > 0 as counted, cost_usd::float8 as usd from model_calls`,
    ).toEqual([{ engine: 'ollama', model: 'a', outcome: 'answered', phase: 'enrich', counted: true, usd: 0 }]);
    await end();
  });

  test('goes to the cloud, is paid for, and the key is in its header alone', async () => {
    const { ask, record, lines } = await door(onlyCloud);
    expect((await ask(numbered(1))).madeBy).toMatchObject({ engine: 'gemini', model: 'gemini-2.5-flash' });
    await record();
    const [call] = await scratch.sql<{ usd: number }[]>`select cost_usd::float8 as usd from model_calls`;
    expect(call?.usd).toBeGreaterThan(0);
    await expect
      .poll(async () => (await scratch.sql`select usd::float8 as usd, reserved::float8 as reserved from spending`)[0])
      .toEqual({ usd: call?.usd, reserved: 0 });
    expect(cloud.counters().keysInUrl).toBe(0);
    expect(JSON.stringify(lines)).not.toContain('AIza');
  });

  test('is answered by rules where no role names a model', async () => {
    const { ask } = await door({});
    expect((await ask(numbered(1))).madeBy).toMatchObject({ engine: 'offline', model: 'rules' });
    expect(gpu.requests).toHaveLength(0);
  });
});

test('both lanes work side by side: the local one is never idle, the cloud takes what would wait longer there', async () => {
  const { ask } = await door(bothLanes);
  gpu.fault('slow', { times: Number.POSITIVE_INFINITY, seconds: 0.1 });
  // However late the local lane has its turn, the cloud has not answered all by itself before.
  const release = cloud.hold();
  const answers = Promise.all(Array.from({ length: 40 }, (_, number) => ask(numbered(number))));
  await expect.poll(() => gpu.counters().requests, { timeout: 30_000 }).toBeGreaterThan(5);
  release();
  const makers = (await answers).map(({ madeBy }) => madeBy.engine);
  const local = makers.filter((engine) => engine === 'ollama').length;
  expect(local).toBeGreaterThan(5);
  expect(local).toBeLessThan(40);
  expect(gpu.counters().mostUnderWay).toBe(1);
});

test('questions for three models are played in waves', async () => {
  const roles = { describe: { models: ['ollama/a'] }, enrich: { models: ['ollama/b'] }, narrate: { models: ['ollama/c'] } };
  const { ask } = await door({ roles });
  const order = ['describe', 'enrich', 'narrate'];
  await Promise.all(Array.from({ length: 60 }, (_, number) => ask(numbered(number, order[number % 3]))));
  expect(gpu.counters().swaps).toBeLessThanOrEqual(4);
});
