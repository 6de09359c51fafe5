// Both fake servers in a process of their own, steered from here.
import { GoogleGenerativeAI } from '@google/generative-ai';
import { Ollama } from 'ollama';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fakeGeminiKey } from './fake-gemini.js';
import { type ModelsProcess, startModelsProcess } from './remote-models.js';

let models: ModelsProcess;
beforeAll(async () => {
  models = await startModelsProcess({ ollama: { models: ['small:1b'], swapMs: 5 }, gemini: { models: ['gemini-2.5-flash'] } });
});
afterAll(() => models.close());

const chat = (content = 'Hello') =>
  new Ollama({ host: models.ollama.url }).chat({ model: 'small:1b', messages: [{ role: 'user', content }] });
const generate = () =>
  new GoogleGenerativeAI(fakeGeminiKey)
    .getGenerativeModel({ model: 'gemini-2.5-flash' }, { baseUrl: models.gemini.url })
    .generateContent('Hello');

test('What was asked is counted there and read here', async () => {
  await Promise.all([chat(), generate()]);
  expect(await models.ollama.counters()).toMatchObject({ requests: 1, loads: 1, swaps: 0, mostUnderWay: 1, underWay: 0 });
  expect(await models.gemini.requests()).toMatchObject([
    { model: 'gemini-2.5-flash', messages: [{ role: 'user', content: 'Hello' }], status: 200 },
  ]);
  await models.gemini.reset();
  expect(await models.gemini.counters()).toMatchObject({ requests: 0, keysInUrl: 0, lastEndedAt: null });
});

test('Faults are set from here, for some requests or for all until cleared', async () => {
  await models.ollama.fault('busy', { when: { contains: 'Ankara' }, times: Number.POSITIVE_INFINITY });
  await chat('Brussels');
  await expect(chat('Ankara')).rejects.toMatchObject({ status_code: 503 });
  await expect(chat('Ankara')).rejects.toMatchObject({ status_code: 503 });
  await models.ollama.clear();
  await chat('Ankara');
  await models.gemini.weather({ seed: 1, faults: { exhausted: 1 } });
  await expect(generate()).rejects.toMatchObject({ status: 429 });
  await models.gemini.clear();
});

test('A fault that does not exist is refused with a sentence', async () => {
  await expect(models.ollama.fault('safety' as 'busy')).rejects.toThrow('There is no fault "safety" here; there are slow, drip,');
});

test('For some time connections are refused, then no longer', async () => {
  await models.ollama.refuse(0.3);
  await expect.poll(() => chat().catch((error: Error) => error.cause), { interval: 10 }).toMatchObject({ code: 'ECONNREFUSED' });
  await expect.poll(() => chat().catch(() => null), { interval: 20 }).toMatchObject({ done: true });
});
