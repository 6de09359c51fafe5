import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { makeDatabase } from '../../support/database.js';
import { type Door, doorConfig, numbered, openDoor } from '../../support/models/door.js';
import { type GeminiFault, startFakeGemini } from '../../support/models/fake-gemini.js';
import { type OllamaFault, startFakeOllama } from '../../support/models/fake-ollama.js';
import { fakeOpenAiKey, type OpenAiFault, startFakeOpenAi } from '../../support/models/fake-openai.js';
import { patience } from '../../support/patience.js';

const scratch = await makeDatabase({ connections: 2 });
const gpu = await startFakeOllama({ models: ['a'] });
const cloud = await startFakeGemini();
const chat = await startFakeOpenAi({ models: ['small'], key: fakeOpenAiKey });
const doors: Door[] = [];
/** A web server that is neither. */
const web = createServer((_, response) => response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not here</h1>')).listen(
  0,
  '127.0.0.1',
);
await new Promise((resolve) => web.once('listening', resolve));
const elsewhere = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;
const local = 'ollama/a';
const far = 'gemini/gemini-2.5-flash';
const open = 'openai/small';

async function door(models: string[], more = {}, env = {}): Promise<Door> {
  const roles = { enrich: { models, timeout: `${patience(1)}s` } };
  const servers = { ollama: { url: gpu.url }, gemini: { url: cloud.url }, openai: { url: `${chat.url}/v1` } };
  const prices = { [open]: { input: 1, output: 2 } };
  const config = doorConfig(scratch, { ...servers, prices, roles, ...more }, {}, { OPENAI_API_KEY: fakeOpenAiKey, ...env });
  const opened = await openDoor(config, {});
  doors.push(opened);
  return opened;
}

async function outcomes(): Promise<string[]> {
  await doors.at(-1)?.record();
  return (await scratch.sql<{ outcome: string }[]>`select outcome from model_calls order by outcome`).map(({ outcome }) => outcome);
}

afterEach(async () => {
  for (const opened of doors.splice(0)) await opened.end();
  gpu.reset();
  cloud.reset();
  chat.reset();
  await scratch.sql`truncate model_calls, spending, lanes`;
});

const askedAgain = ['drip', 'hang', 'hang-body', 'reset', 'reset-at-once', 'truncated-body', 'html', 'html-502', 'internal'] as const;
const repaired = ['truncated-json', 'wrong-shape', 'empty'] as const;
const taken = ['slow', 'code-fence', 'prose-around', 'usage-missing', 'usage-negative', 'usage-absurd', 'thoughts'] as const;

describe.each([
  ['local', local, [...askedAgain, 'busy', 'stream-error', 'no-done'], gpu],
  ['cloud', far, [...askedAgain, 'overloaded', 'rate-limited'], cloud],
  ['openai', open, [...askedAgain, 'overloaded', 'rate-limited', 'stream-error', 'no-done'], chat],
] as const)('the %s lane', (_, model, faults, server) => {
  test.each(faults)('that meets "%s" is asked again; the question is answered once and not failed', async (fault) => {
    const { ask, lines } = await door([model]);
    server.fault(fault as OllamaFault & GeminiFault & OpenAiFault, { seconds: 0.2 });
    expect(await ask(numbered(1))).toMatchObject({ value: { text: expect.any(String) } });
    expect(await outcomes()).toEqual(['answered', 'failed']);
    expect(lines.filter(({ event }) => event === 'model fault')).toHaveLength(1);
  });

  test.each(repaired)('that answers with "%s" is shown what is wrong with it and answers again', async (fault) => {
    const { ask } = await door([model]);
    server.fault(fault);
    expect(await ask(numbered(1))).toMatchObject({ value: { text: expect.any(String) } });
    expect(await outcomes()).toEqual(['refused', 'repaired']);
  });

  test.each(taken)('that answers with "%s" has answered', async (fault) => {
    const { ask } = await door([model]);
    server.fault(fault, { seconds: 0.1 });
    expect(await ask(numbered(1))).toMatchObject({ value: { text: expect.any(String) } });
    expect(await outcomes()).toEqual(['answered']);
  });

  test('that is gone for a while is waited for', async () => {
    const { ask } = await door([model]);
    await server.close();
    setTimeout(() => void server.reopen(), 700);
    expect(await ask(numbered(1))).toMatchObject({ value: { text: expect.any(String) } });
  });

  test('that is gone for longer than its patience ends the run with what, where and what to do, and fails nothing', async () => {
    const { ask } = await door([model], { patience: '1s' });
    await server.close();
    const error = await ask(numbered(1)).catch((thrown: Error) => thrown);
    await server.reopen();
    expect(error).toMatchObject({ name: 'NoLane', exitCode: 75, retryAt: expect.any(Date) });
    expect((error as Error).message).toMatch(
      new RegExp(`${model}.*${server.url}.*cannot be reached: .*(ECONNREFUSED|no connection).* (Start it|Check the network)`),
    );
  });
});

describe('what only an operator mends ends the run with 78 and says what to do:', () => {
  test.each([
    ['a model that is not there', local, () => gpu.fault('missing-model'), {}, /run "ollama pull a"/],
    ['a key that is refused', far, () => cloud.fault('bad-key'), {}, /refuses the key: API key not valid.*Set GEMINI_API_KEY/],
    ['a key that may not', far, () => cloud.fault('forbidden'), {}, /refuses the key/],
    ['a model the cloud does not have', far, () => cloud.fault('missing-model'), {}, /has no model gemini-2.5-flash/],
    ['a plan without the model', far, () => cloud.fault('not-in-plan'), {}, /plan of this account does not include gemini-2.5-flash/],
    ['money that is used up', far, () => cloud.fault('no-credit'), {}, /credits are depleted.*Waiting is no help/],
    ['no key', far, () => undefined, { env: { GEMINI_API_KEY: '' } }, /needs a key: set GEMINI_API_KEY/],
    ['a wrong address of Ollama', local, () => undefined, { more: { ollama: { url: elsewhere } } }, /is no Ollama: status 404/],
    ['a wrong address of Gemini', far, () => undefined, { more: { gemini: { url: elsewhere } } }, /is no Gemini: status 404/],
    ['a key that an OpenAI server refuses', open, () => chat.fault('bad-key'), {}, /refuses the key: Incorrect.*Set OPENAI_API_KEY/],
    ['no key for it', open, () => undefined, { env: { OPENAI_API_KEY: '' } }, /wants a key: .*Set OPENAI_API_KEY/],
    ['a key that may not ask it', open, () => chat.fault('forbidden'), {}, /refuses the key: You are not allowed/],
    ['a model it does not have', open, () => chat.fault('missing-model'), {}, /has no model small: .*"sni models"/],
    ['money that is used up there', open, () => chat.fault('no-credit'), {}, /money is used up: You exceeded.*Pay in/],
    ['a wrong address of it', open, () => undefined, { more: { openai: { url: elsewhere } } }, /does not speak the OpenAI chat API/],
    ['an address without its /v1', open, () => undefined, { more: { openai: { url: chat.url } } }, /does not speak.*with its \/v1/],
    ['a model of it without a price', open, () => undefined, { more: { prices: {} } }, /"openai\/small".*set models\.openai\.local: true/],
    ['a model without a price', 'gemini/gemini-9', () => undefined, {}, /has no price.*models\.prices\."gemini\/gemini-9"/],
  ])('%s', async (_, model, wrong, { more = {}, env = {} }: { more?: object; env?: object }, sentence) => {
    const { ask } = await door([model], more, env);
    wrong();
    const error = await ask(numbered(1)).catch((thrown: Error) => thrown);
    expect(error).toMatchObject({ name: 'NoLane', exitCode: 78, message: expect.stringMatching(sentence) });
    expect((error as Error).message).not.toContain('AIza');
    expect((error as Error).message).not.toContain(fakeOpenAiKey);
  });
});

describe('the other lane', () => {
  test.each([
    'bad-key',
    'exhausted',
    'no-credit',
    'missing-model',
    'filtered',
    'too-long',
  ] as const)('answers where an OpenAI server meets "%s"', async (fault) => {
    const { ask } = await door([open, local]);
    chat.fault(fault);
    expect((await ask(numbered(1))).madeBy.engine).toBe('ollama');
  });

  test('is not there: a question that is too long for an OpenAI server fails with what to do, and the lane goes on', async () => {
    const { ask } = await door([open]);
    chat.fault('too-long');
    await expect(ask(numbered(1))).rejects.toThrow(/holds less than the question.*maximum context length is 4096.*Lower max_tokens/);
    expect((await ask(numbered(2))).madeBy.engine).toBe('openai');
  });

  test.each([
    ['a wrong key', [far, local], 'bad-key'],
    ['a daily quota', [far, local], 'daily-quota'],
    ['a rate limit without end', [far, local], 'exhausted'],
    ['an answer withheld', [far, local], 'safety'],
    ['an answer forbidden', [far, local], 'prohibited'],
    ['a text it knows', [far, local], 'recitation'],
  ] as const)('answers where the first meets %s', async (_, models, fault) => {
    const { ask } = await door([...models]);
    cloud.fault(fault);
    expect((await ask(numbered(1))).madeBy.engine).toBe('ollama');
  });

  test('is not there: an answer withheld fails the question, not the lane', async () => {
    const { ask } = await door([far]);
    cloud.fault('safety');
    await expect(ask(numbered(1))).rejects.toThrow(/withheld its answer \(SAFETY\)/);
    expect((await ask(numbered(2))).madeBy.engine).toBe('gemini');
  });
});

test('a daily quota is remembered until midnight in California by the next process too', async () => {
  // Two minutes before midnight there, the standard patience would wait for it.
  const patience = { patience: '1s' };
  const first = await door([far], patience);
  cloud.fault('daily-quota');
  await expect(first.ask(numbered(1))).rejects.toMatchObject({ name: 'NoLane', exitCode: 75 });
  await first.end();
  doors.pop();
  const [lane] = await scratch.sql<{ hour: string }[]>`
    select to_char(paused_until at time zone 'America/Los_Angeles', 'HH24:MI') as hour from lanes where state = 'paused'`;
  expect(lane?.hour).toBe('00:00');
  const before = cloud.requests.length;
  await expect((await door([far], patience)).ask(numbered(2))).rejects.toThrow(/quota of the day is used up/);
  expect(cloud.requests).toHaveLength(before);
});

test('rules answer in place of models that are down where the settings allow it', async () => {
  const { ask } = await door([local], { offline: 'when_down' });
  gpu.fault('missing-model');
  expect((await ask(numbered(1))).madeBy.engine).toBe('offline');
});

test('a question that times out again and again fails for now, and the lane goes on', { timeout: patience(20) * 1000 }, async () => {
  const { ask } = await door([local]);
  gpu.fault('hang', { times: 4, when: { contains: 'Question 13.' } });
  const late = ask(numbered(13)).catch((error: Error) => error);
  expect((await ask(numbered(1))).madeBy.engine).toBe('ollama');
  expect(await late).toMatchObject({ name: 'Fault', kind: 'timeout', message: expect.stringMatching(/did not answer a within [\d.]+ s/) });
});

test('an asker that leaves takes its question out of the line or off the server, and the lane is free at once', async () => {
  const { ask } = await door([local]);
  gpu.fault('hang');
  const leaving = new AbortController();
  const asked = [ask(numbered(1), leaving.signal), ask(numbered(2), leaving.signal)].map((asking) =>
    asking.catch((error: Error) => error.message),
  );
  await expect.poll(() => gpu.counters().underWay).toBe(1);
  leaving.abort(new Error('The lease was lost.'));
  expect(await Promise.all(asked)).toEqual(['The lease was lost.', 'The lease was lost.']);
  expect((await ask(numbered(3))).madeBy.engine).toBe('ollama');
});
