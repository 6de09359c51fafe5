// The local lane's turn over several doors to one database: who does not use it does not keep it, and who ends is gone.
import { afterEach, expect, test } from 'vitest';
import { makeDatabase } from '../../support/database.js';
import { type Door, doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { startFakeGemini } from '../../support/models/fake-gemini.js';
import { startFakeOllama } from '../../support/models/fake-ollama.js';

const scratch = await makeDatabase({ connections: 2 });
const gpu = await startFakeOllama({ models: ['a'] });
const cloud = await startFakeGemini({ latencyMs: 300 });
const doors: Door[] = [];
const local = 'ollama/a';
const far = 'gemini/gemini-2.5-flash';

async function door(models: string[], maxInflight = 32) {
  const role = { models, timeout: '30s' };
  const opened = await openDoor(doorConfig(scratch, { ollama: { url: gpu.url }, gemini: { url: cloud.url }, roles: { enrich: role } }), {
    maxInflight,
  });
  doors.push(opened);
  return opened;
}

/** How many have the turn, or wait for it. */
const turns = async (held: boolean) => (await scratch.sql`select from turns where (taken_at is not null) = ${held}`).count;

afterEach(async () => {
  for (const opened of doors.splice(0)) await opened.end();
  gpu.reset();
  cloud.reset();
  await scratch.sql`truncate model_calls, spending, lanes`;
});

test('a process that cannot use the local lane does not keep it from others while its questions wait for the cloud', async () => {
  const crowd = await door(['ollama/missing', far]);
  const asked = Array.from({ length: 60 }, (_, number) => crowd.ask(numbered(number)));
  await expect.poll(() => gpu.requests.length).toBe(1);
  const other = await door([local]);
  expect((await other.ask(numbered(100))).madeBy.engine).toBe('ollama');
  expect(cloud.requests.length).toBeLessThan(40);
  await Promise.all(asked);
});

test('a process that ends while it asks for the turn leaves no one waiting for it', async () => {
  const holder = await door([local]);
  gpu.fault('hang');
  const held = holder.ask(numbered(1)).catch((error: Error) => error.message);
  await expect.poll(() => gpu.counters().underWay).toBe(1);
  const leaver = await door([local]);
  const left = leaver.ask(numbered(2)).catch((error: Error) => error.message);
  await expect.poll(() => turns(false)).toBe(1);
  await leaver.end();
  doors.pop();
  expect(await left).toBe('The run ends.');
  const third = await door([local]);
  const answered = third.ask(numbered(3));
  await expect.poll(() => turns(false)).toBeGreaterThan(0);
  await holder.end();
  doors.shift();
  expect(await held).toBe('The run ends.');
  expect((await answered).madeBy.engine).toBe('ollama');
});
