// How calls end: nothing of a call that is over goes on at the server, and what was never sent is not paid for.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterAll, afterEach, expect, test } from 'vitest';
import { makeDatabase } from '../../support/database.js';
import { type Door, doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { startFakeGemini } from '../../support/models/fake-gemini.js';

const scratch = await makeDatabase({ connections: 4 });
const cloud = await startFakeGemini();
const doors: Door[] = [];
const sockets = new Set<Socket>();
const streams: ServerResponse[] = [];
const good = `${JSON.stringify({ message: { content: '{"text":"yes"}' }, done: true, prompt_eval_count: 1, eval_count: 1 })}\n`;
let answer: (response: ServerResponse) => void = (response) => void response.end(good);
const server = createServer((_, response) => {
  streams.push(response);
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  answer(response);
}).listen(0, '127.0.0.1');
server.on('connection', (socket) => sockets.add(socket));
await new Promise((resolve) => server.once('listening', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

async function door(models: string[], more: object = {}): Promise<Door> {
  const settings = { ollama: { url }, gemini: { url: cloud.url }, roles: { enrich: { models, timeout: '20s' } }, ...more };
  const opened = await openDoor(doorConfig(scratch, settings));
  doors.push(opened);
  return opened;
}

afterEach(async () => {
  for (const opened of doors.splice(0)) await opened.end();
  cloud.reset();
  streams.splice(0);
  answer = (response) => void response.end(good);
  await scratch.sql`truncate model_calls, spending, lanes`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('an answer that is broken off is ended at the server too', async () => {
  const { ask } = await door(['ollama/a']);
  let first = true;
  answer = (response) => {
    if (!first) return void response.end(good);
    first = false;
    response.write('this is no JSON\n');
    const going = setInterval(() => response.write(`${JSON.stringify({ message: { content: 'x'.repeat(1000) }, done: false })}\n`), 10);
    response.on('close', () => clearInterval(going));
  };
  expect((await ask(numbered(1))).value.text).toBe('yes');
  await expect.poll(() => streams[0]?.destroyed, { timeout: 2000 }).toBe(true);
});

test('answers that came whole leave their connection to the next', async () => {
  const { ask } = await door(['ollama/a']);
  const before = sockets.size;
  for (let number = 0; number < 30; number++) await ask(numbered(number));
  expect(sockets.size - before).toBeLessThanOrEqual(3);
});

/** How many statements about money wait for a row. */
async function waitingForSpending(): Promise<number> {
  const waiting = await scratch.sql`
    select from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%spending%'`;
  return waiting.count;
}

/** What is spent, when nothing is set aside any more. */
async function spent(): Promise<string | undefined> {
  await expect.poll(async () => (await scratch.sql`select from spending where reserved = 0`).count).toBe(1);
  return (await scratch.sql<{ usd: string }[]>`select usd from spending`)[0]?.usd;
}

test('a call whose asker left while its money was set aside was never sent, and costs nothing', async () => {
  const { ask, end } = await door(['gemini/gemini-2.5-flash']);
  await ask(numbered(1));
  const usd = await spent();
  const leaving = new AbortController();
  let asked: Promise<unknown> = Promise.resolve();
  await scratch.sql.begin(async (sql) => {
    await sql`select from spending for update`;
    asked = ask(numbered(2), leaving.signal).catch((error: Error) => error.message);
    await expect.poll(waitingForSpending).toBe(1);
    leaving.abort(new Error('The lease was lost.'));
  });
  expect(await asked).toBe('The lease was lost.');
  await end();
  doors.pop();
  expect(cloud.requests).toHaveLength(1);
  expect(await scratch.sql`select usd, reserved::float8 from spending`).toEqual([{ usd, reserved: 0 }]);
});

test('the door that closes while money is being set aside waits until it is given back', async () => {
  const { ask, end } = await door(['gemini/gemini-2.5-flash']);
  let asked: Promise<unknown> = Promise.resolve();
  let ended: Promise<void> = Promise.resolve();
  await ask(numbered(1));
  const usd = await spent();
  await scratch.sql.begin(async (sql) => {
    await sql`select from spending for update`;
    asked = ask(numbered(2)).catch((error: Error) => error.message);
    await expect.poll(waitingForSpending).toBe(1);
    ended = end();
    doors.pop();
  });
  await ended;
  expect(await asked).toBe('The run ends.');
  expect(await scratch.sql`select usd, reserved::float8 from spending`).toEqual([{ usd, reserved: 0 }]);
});

test('a time-out of weeks is none of a millisecond', async () => {
  const { ask } = await door([], { roles: { enrich: { models: ['ollama/a'], timeout: '60d' } } });
  answer = (response) => void setTimeout(() => response.end(good), 100);
  expect((await ask(numbered(1))).value.text).toBe('yes');
  expect(streams).toHaveLength(1);
});
