// What one process learned of a lane, and what the next makes of it: a real database, fake servers.
import { afterEach, expect, test } from 'vitest';
import { makeDatabase } from '../../support/database.js';
import { type Door, doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { startFakeGemini } from '../../support/models/fake-gemini.js';
import { startFakeOllama } from '../../support/models/fake-ollama.js';
import { patience } from '../../support/patience.js';

const scratch = await makeDatabase({ connections: 2 });
const gpu = await startFakeOllama({ models: ['a'] });
const cloud = await startFakeGemini();
const doors: Door[] = [];
const local = 'ollama/a';
const far = 'gemini/gemini-2.5-flash';

async function door(models: string[], settings: { more?: object; phases?: object; phase?: 'enrich' | 'narrate' | null } = {}) {
  const role = { models, timeout: '30s' };
  const servers = { ollama: { url: gpu.url }, gemini: { url: cloud.url } };
  const config = doorConfig(
    scratch,
    { ...servers, roles: { enrich: role }, ...settings.more },
    settings.phases ? { phases: settings.phases } : {},
  );
  const opened = await openDoor(config, { phase: settings.phase === undefined ? 'enrich' : settings.phase });
  doors.push(opened);
  return opened;
}

afterEach(async () => {
  for (const opened of doors.splice(0)) await opened.end();
  gpu.reset();
  cloud.reset();
  await scratch.sql`truncate model_calls, spending, lanes`;
});

const broke = { enrich: { daily_cost_limit: 0.000001 } };

test('a phase whose money is used up closes the cloud to itself, not to the others', async () => {
  const poor = await door([far], { phases: broke });
  await expect(poor.ask(numbered(1))).rejects.toMatchObject({ name: 'NoLane', exitCode: 75 });
  await poor.end();
  doors.pop();
  const other = await door([far], { phases: broke, phase: 'narrate' });
  expect((await other.ask(numbered(2))).madeBy.engine).toBe('gemini');
});

test('a limit that was raised holds at once, not after midnight', async () => {
  const before = await door([far], { more: { daily_cost_limit: 0.000001 } });
  await expect(before.ask(numbered(1))).rejects.toMatchObject({ name: 'NoLane', exitCode: 75 });
  await before.end();
  doors.pop();
  expect((await (await door([far])).ask(numbered(2))).madeBy.engine).toBe('gemini');
});

test('a pause that another process was told ends when the desk asks and is answered', async () => {
  await scratch.sql`
    insert into lanes (engine, model, state, paused_until, reason)
    values ('gemini', 'gemini-2.5-flash', 'paused', now() + interval '9 hours', 'the quota of the day is used up')`;
  await expect((await door([far])).ask(numbered(1))).rejects.toMatchObject({ name: 'NoLane', exitCode: 75 });
  const desk = await door([far], { phase: null });
  expect((await desk.ask(numbered(2))).madeBy.engine).toBe('gemini');
  await desk.end();
  doors.pop();
  expect((await (await door([far])).ask(numbered(3))).madeBy.engine).toBe('gemini');
});

test('what an operator has mended is told of as soon as it answers', async () => {
  const wrong = await door([local]);
  gpu.fault('missing-model');
  await expect(wrong.ask(numbered(1))).rejects.toMatchObject({ name: 'NoLane', exitCode: 78 });
  await wrong.end();
  doors.pop();
  const mended = await door([local]);
  await mended.ask(numbered(2));
  await mended.end();
  doors.pop();
  expect(await scratch.sql`select state from lanes where state <> 'closed'`).toEqual([]);
});

test('a lane that timed out once and answers slowly since is not down', async () => {
  const { ask } = await door([local], { more: { patience: '1s', roles: { enrich: { models: [local], timeout: `${patience(2)}s` } } } });
  gpu.fault('hang', { times: 1 });
  gpu.fault('slow', { times: 3, seconds: 1.5 });
  const asked = [1, 2, 3].map((number) => ask(numbered(number)));
  expect((await Promise.all(asked)).map(({ madeBy }) => madeBy.engine)).toEqual(['ollama', 'ollama', 'ollama']);
});

test('a question that times out whenever it is asked fails by itself, also when it is the only one and patience is short', async () => {
  const { ask } = await door([local], { more: { patience: '1s', roles: { enrich: { models: [local], timeout: '1.1s' } } } });
  gpu.fault('hang', { times: 40, when: { contains: 'Question 13.' } });
  await expect(ask(numbered(13))).rejects.toMatchObject({ name: 'Fault', kind: 'timeout' });
}, 20_000);

test('a cloud that says again and again to come back at once is asked less and less often', async () => {
  const { ask } = await door([far], { more: { patience: '3s' } });
  cloud.fault('rate-limited', { times: 1000, seconds: 0.001 });
  const ends = await Promise.allSettled(Array.from({ length: 20 }, (_, number) => ask(numbered(number))));
  expect(ends.every((end) => end.status === 'rejected' && end.reason.name === 'NoLane')).toBe(true);
  // Ten are under way when it says so first; then one each time, twice as late.
  expect(cloud.requests.length).toBeLessThan(25);
}, 20_000);
