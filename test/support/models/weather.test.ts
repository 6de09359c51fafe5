// Hundreds of requests in a weather of every fault at once: each ends, the servers stay whole, and their books add up.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patience } from '../patience.js';
import { fakeGeminiKey, geminiFaults, startFakeGemini } from './fake-gemini.js';
import { ollamaFaults, startFakeOllama } from './fake-ollama.js';
import { openAiFaults, startFakeOpenAi } from './fake-openai.js';

const ollama = await startFakeOllama({ models: ['a', 'b'], swapMs: 2, latencyMs: 1 });
const gemini = await startFakeGemini({ models: ['gemini-2.5-flash'], latencyMs: 5 });
const openai = await startFakeOpenAi({ latencyMs: 5 });
const plainBody = JSON.stringify({ contents: [{ role: 'user', parts: [{ text: 'Question' }] }] });
const generateUrl = `${gemini.url}/v1beta/models/gemini-2.5-flash:generateContent`;
const headers = { 'x-goog-api-key': fakeGeminiKey };
// The first connections of a process are slow, and here a slow one would be given up.
beforeAll(async () => {
  await Promise.all(
    Array.from({ length: 10 }, () => fetch(generateUrl, { method: 'POST', headers, body: plainBody }).then((one) => one.text())),
  );
  gemini.reset();
});
afterAll(() => Promise.all([ollama.close(), gemini.close(), openai.close()]));

/** Each fault as likely as the other, together in half of the requests. */
const all = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0.5 / names.length])) as Record<Name, number>;

/** How many requests of so many, one after the other in each of so many hands, were answered with status 200 to the end. */
async function send(count: number, hands: number, request: (index: number) => [string, RequestInit]): Promise<number> {
  let next = 0;
  let whole = 0;
  const hand = async () => {
    while (next < count) {
      const [url, init] = request(next++);
      const answer = fetch(url, { ...init, method: 'POST', signal: AbortSignal.timeout(Math.ceil(patience(2) * 1000)) });
      const text = await answer.then((response) => response.text().then(() => response.ok)).catch(() => false);
      if (text) whole++;
    }
  };
  await Promise.all(Array.from({ length: hands }, hand));
  return whole;
}

test('Ollama', async () => {
  ollama.weather({ seed: 11, faults: all(ollamaFaults), seconds: 0.01 });
  const whole = await send(40, 1, (index) => {
    const messages = [{ role: 'user', content: `Question ${index}` }];
    const body = JSON.stringify({ model: index % 20 < 10 ? 'a' : 'b', messages, stream: index % 2 === 0 });
    return [`${ollama.url}/api/chat`, { body }];
  });
  await expect.poll(() => ollama.counters().underWay, { interval: 5 }).toBe(0);
  const counters = ollama.counters();
  const wire = ['drip', 'hang', 'hang-body', 'reset', 'reset-at-once'].reduce((sum, name) => sum + (counters.faults[name] ?? 0), 0);
  expect(counters).toMatchObject({ requests: 40, models: { a: 20, b: 20 } });
  expect(wire).toBeGreaterThan(0);
  expect(whole).toBeGreaterThan(20);
  ollama.clear();
  expect(
    await send(4, 2, () => [`${ollama.url}/api/chat`, { body: '{"model":"a","messages":[{"role":"user","content":"Still there?"}]}' }]),
  ).toBe(4);
});

test('Gemini', async () => {
  gemini.weather({ seed: 12, faults: all(geminiFaults), seconds: 0.01 });
  const whole = await send(300, 10, () => [generateUrl, { body: plainBody, headers }]);
  await expect.poll(() => gemini.counters().underWay, { interval: 5 }).toBe(0);
  const { faults, ...counters } = gemini.counters();
  expect(counters).toMatchObject({ requests: 300, keysInUrl: 0 });
  expect(Object.keys(faults).toSorted()).toEqual(geminiFaults.toSorted());
  expect(whole).toBeGreaterThan(100);
  gemini.clear();
  expect(await send(4, 2, () => [generateUrl, { body: plainBody, headers }])).toBe(4);
});

test('OpenAI', async () => {
  openai.weather({ seed: 16, faults: all(openAiFaults), seconds: 0.01 });
  const url = `${openai.url}/v1/chat/completions`;
  const request = (index: number): [string, RequestInit] => {
    const messages = [{ role: 'user', content: `Question ${index}` }];
    return [url, { body: JSON.stringify({ model: 'small', messages, stream: index % 2 === 0 }) }];
  };
  const whole = await send(300, 10, request);
  await expect.poll(() => openai.counters().underWay, { interval: 5 }).toBe(0);
  const { faults, ...counters } = openai.counters();
  expect(counters).toMatchObject({ requests: 300, models: { small: 300 } });
  expect(Object.keys(faults).toSorted()).toEqual(openAiFaults.toSorted());
  expect(whole).toBeGreaterThan(100);
  openai.clear();
  expect(await send(4, 2, request)).toBe(4);
});
