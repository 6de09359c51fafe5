// The fake Ollama, driven by the client that the product uses.
import { type ChatResponse, Ollama } from 'ollama';
import { afterEach, expect, test } from 'vitest';
import { patience } from '../patience.js';
import { type FakeOllama, type OllamaOptions, startFakeOllama } from './fake-ollama.js';

const servers: FakeOllama[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(options: OllamaOptions = {}) {
  const server = await startFakeOllama({ models: ['small:1b', 'large:70b', 'nomic-embed-text'], ...options });
  servers.push(server);
  return { server, client: new Ollama({ host: server.url }) };
}

const messages = [
  { role: 'system', content: 'You name the place.' },
  { role: 'user', content: 'Ankara talks to Brussels' },
];
const format = {
  type: 'object',
  properties: { place: { type: 'string', minLength: 3 }, actors: { type: 'array', items: { type: 'string' }, minItems: 1 } },
  required: ['place', 'actors'],
};
const least = { place: 'aaa', actors: ['a'] };

async function collect(stream: AsyncIterable<ChatResponse>): Promise<ChatResponse[]> {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

const contentOf = (chunks: readonly ChatResponse[]) => chunks.map(({ message }) => message.content).join('');

test('An answer that is not streamed fits the schema and tells its tokens and nanoseconds', async () => {
  const { client } = await start({ latencyMs: 30 });
  const answer = await client.chat({ model: 'small:1b', messages, format });
  expect(JSON.parse(answer.message.content)).toEqual(least);
  expect(answer).toMatchObject({ done: true, done_reason: 'stop', load_duration: 20e6, eval_count: 8, prompt_eval_count: 11 });
  expect(answer.total_duration).toBe(30e6);
});

test('A streamed answer comes in pieces over its time, and the figures last', async () => {
  const { client } = await start({ latencyMs: 60, answer: ({ user }) => `${user}, again and again and again` });
  const startedAt = Date.now();
  const chunks = await collect(await client.chat({ model: 'small:1b', messages, stream: true }));
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(58);
  expect(chunks.length).toBeGreaterThan(2);
  expect(contentOf(chunks)).toBe('Ankara talks to Brussels, again and again and again');
  expect(chunks.map(({ done }) => done)).toEqual([...chunks.slice(1).map(() => false), true]);
  expect(chunks.at(-1)).toMatchObject({ done_reason: 'stop', message: { content: '' } });
});

test('The answer function sees what was asked, and in which turn', async () => {
  const { client, server } = await start({ answer: ({ model, system, user, turn, schema }) => ({ model, system, user, turn, schema }) });
  const repair = [...messages, { role: 'assistant', content: '{' }, { role: 'user', content: 'That is no JSON.' }];
  const options = { temperature: 0, num_predict: 400 };
  const { message } = await client.chat({ model: 'small:1b', messages: repair, format, options, keep_alive: '10m' });
  expect(JSON.parse(message.content)).toEqual({
    model: 'small:1b',
    system: 'You name the place.',
    user: 'That is no JSON.',
    turn: 3,
    schema: format,
  });
  expect(server.requests).toMatchObject([
    { model: 'small:1b', options, format, keepAlive: '10m', messages: repair, aborted: false, status: 200 },
  ]);
});

test('num_predict cuts the text and says "length"', async () => {
  const { client } = await start();
  const answer = await client.chat({ model: 'small:1b', messages, format, options: { num_predict: 2 } });
  expect(answer).toMatchObject({ done_reason: 'length', eval_count: 2, message: { content: '{"place"' } });
});

test('Another model costs the swap time and says so; other runner options of the same one load it anew', async () => {
  const { client, server } = await start({ swapMs: 40, loaded: 'small:1b' });
  const load = async (model: string, options = {}) => (await client.chat({ model, messages, options })).load_duration / 1e6;
  expect([await load('small:1b'), await load('large:70b'), await load('large:70b'), await load('small:1b')]).toEqual([20, 40, 20, 40]);
  expect([await load('small:1b', { num_ctx: 8192 }), await load('small:1b', { num_ctx: 8192, temperature: 1 })]).toEqual([40, 20]);
  expect(server.counters()).toMatchObject({ swaps: 2, loads: 3, requests: 6, mostUnderWay: 1 });
  expect(server.requests.map(({ loadMs }) => loadMs)).toEqual([0, 40, 0, 40, 40, 0]);
});

test('One chat runs at a time; how many were under way and for how long is counted', async () => {
  const latencyMs = Math.ceil(patience(0.12) * 1000);
  const { client, server } = await start({ latencyMs, loaded: 'small:1b' });
  await Promise.all([1, 2, 3].map(() => client.chat({ model: 'small:1b', messages })));
  const { mostUnderWay, underWay, busyMs } = server.counters();
  expect({ mostUnderWay, underWay }).toEqual({ mostUnderWay: 3, underWay: 0 });
  expect(busyMs).toBeGreaterThanOrEqual(3 * latencyMs - 5);
  const turns = server.requests.toSorted((one, other) => (one.servedAt ?? 0) - (other.servedAt ?? 0));
  for (const [index, { servedAt }] of turns.entries()) expect(servedAt).toBeGreaterThanOrEqual(turns[index - 1]?.endedAt ?? 0);
});

test('More than the queue holds are refused with 503', async () => {
  const { client } = await start({ latencyMs: Math.ceil(patience(0.15) * 1000), maxQueue: 1 });
  const results = await Promise.allSettled([1, 2, 3].map(() => client.chat({ model: 'small:1b', messages })));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(results[2]).toMatchObject({ reason: { status_code: 503 } });
});

test('A client that goes away frees the model for the next', async () => {
  const { client, server } = await start({ latencyMs: 60_000, loaded: 'small:1b' });
  const stream = await client.chat({ model: 'small:1b', messages, stream: true });
  stream.abort();
  await expect(collect(stream)).rejects.toThrow();
  await expect.poll(() => server.requests[0]?.aborted).toBe(true);
  expect(server.counters()).toMatchObject({ aborted: 1, underWay: 0 });
});

test('Lists, show, ps, version and embeddings are those of the real server', async () => {
  const { client, server } = await start();
  expect((await client.list()).models.map(({ name }) => name)).toEqual(['small:1b', 'large:70b', 'nomic-embed-text:latest']);
  expect((await client.ps()).models).toEqual([]);
  await client.chat({ model: 'small:1b', messages: [], keep_alive: '1h' });
  const [running] = (await client.ps()).models;
  expect(running?.name).toBe('small:1b');
  expect(new Date(running?.expires_at ?? 0).getTime()).toBeGreaterThan(Date.now() + 3_500_000);
  expect((await client.chat({ model: 'small:1b', messages: [], keep_alive: 0 })).done_reason).toBe('unload');
  expect(server.loaded()).toBeNull();
  expect((await client.show({ model: 'small:1b' })).capabilities).toContain('completion');
  await expect(client.show({ model: 'none' })).rejects.toMatchObject({ status_code: 404, message: "model 'none' not found" });
  expect(await client.version()).toHaveProperty('version');
  const { embeddings } = await client.embed({ model: 'nomic-embed-text', input: ['one', 'two', 'one'] });
  expect(embeddings[0]).toEqual(embeddings[2]);
  expect(embeddings[0]).not.toEqual(embeddings[1]);
  expect(Math.hypot(...(embeddings[0] ?? []))).toBeCloseTo(1);
});
