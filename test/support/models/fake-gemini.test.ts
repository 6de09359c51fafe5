// The fake Gemini, driven by the client that the product uses.
import { type GenerateContentRequest, GoogleGenerativeAI, type ModelParams } from '@google/generative-ai';
import { afterEach, expect, test } from 'vitest';
import { patience } from '../patience.js';
import { type FakeGemini, fakeGeminiKey, type GeminiOptions, startFakeGemini } from './fake-gemini.js';

const servers: FakeGemini[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(options: GeminiOptions = {}) {
  const server = await startFakeGemini({ models: ['gemini-2.5-flash', 'gemini-2.5-pro'], ...options });
  servers.push(server);
  const ask = (request: string | GenerateContentRequest, params: Partial<ModelParams> = {}, key = fakeGeminiKey) =>
    new GoogleGenerativeAI(key)
      .getGenerativeModel({ model: 'gemini-2.5-flash', ...params }, { baseUrl: server.url })
      .generateContent(request);
  return { server, ask };
}

const schema = {
  type: 'OBJECT',
  properties: { place: { type: 'STRING' }, weight: { type: 'NUMBER', minimum: 1 }, note: { type: 'STRING', nullable: true } },
  required: ['place', 'weight'],
};
// The client's own type of a schema is narrower than what the server takes.
const generationConfig = { responseMimeType: 'application/json', responseSchema: schema } as unknown as NonNullable<
  ModelParams['generationConfig']
>;

test('An answer fits the schema, ends with STOP and tells its tokens', async () => {
  const { ask, server } = await start({ latencyMs: 20, thinkingTokens: 7, cachedTokens: 3 });
  const { response } = await ask('Ankara talks to Brussels', { generationConfig, systemInstruction: 'You name the place.' });
  expect(JSON.parse(response.text())).toEqual({ place: 'a', weight: 1 });
  expect(response.candidates?.[0]?.finishReason).toBe('STOP');
  expect(response).toMatchObject({ modelVersion: 'gemini-2.5-flash' });
  expect(response.usageMetadata).toMatchObject({
    promptTokenCount: 11,
    candidatesTokenCount: 6,
    thoughtsTokenCount: 7,
    cachedContentTokenCount: 3,
    totalTokenCount: 24,
  });
  expect(server.requests).toMatchObject([
    {
      model: 'gemini-2.5-flash',
      format: schema,
      messages: [{ role: 'user', content: 'Ankara talks to Brussels' }],
      aborted: false,
      status: 200,
    },
  ]);
});

test('A JSON schema is taken as responseJsonSchema, and refused as responseSchema', async () => {
  const { ask } = await start();
  const strict = { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'], additionalProperties: false };
  const asJsonSchema = { responseMimeType: 'application/json', responseJsonSchema: strict };
  expect((await ask('How many?', { generationConfig: asJsonSchema })).response.text()).toBe('{"n":0}');
  const asSchema = { responseMimeType: 'application/json', responseSchema: strict } as unknown as typeof generationConfig;
  await expect(ask('How many?', { generationConfig: asSchema })).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('Unknown name "additionalProperties"'),
  });
});

test('The answer function sees what was asked, and in which turn', async () => {
  const { ask } = await start({ answer: ({ server, system, user, turn }) => ({ server, system, user, turn }) });
  const contents = ['First', '{', 'That is no JSON.'].map((text, index) => ({ role: index === 1 ? 'model' : 'user', parts: [{ text }] }));
  const { response } = await ask({ contents }, { systemInstruction: 'Be brief.' });
  expect(JSON.parse(response.text())).toEqual({ server: 'gemini', system: 'Be brief.', user: 'That is no JSON.', turn: 3 });
});

test('maxOutputTokens cuts the text, thinking counted, and says MAX_TOKENS', async () => {
  const { ask } = await start({ thinkingTokens: 4 });
  const { response } = await ask('Ankara', { generationConfig: { ...generationConfig, maxOutputTokens: 6 } });
  expect(response.candidates?.[0]?.finishReason).toBe('MAX_TOKENS');
  expect(response.text()).toBe('{"place"');
  const all = await ask('Ankara', { generationConfig: { ...generationConfig, maxOutputTokens: 3 } });
  expect(all.response.text()).toBe('');
  expect(all.response.usageMetadata).toMatchObject({ thoughtsTokenCount: 3 });
});

test('A wrong key, no key and a key in the address are refused, each with its error', async () => {
  const { ask, server } = await start();
  await expect(ask('Ankara', {}, 'AIzaWrong')).rejects.toMatchObject({
    status: 400,
    errorDetails: [{ reason: 'API_KEY_INVALID' }, { locale: 'en-US' }],
  });
  const refusals = [fetch(`${server.url}/v1beta/models`), fetch(`${server.url}/v1beta/models?key=${fakeGeminiKey}`)];
  expect((await Promise.all(refusals)).map(({ status }) => status)).toEqual([403, 400]);
  expect(server.counters().keysInUrl).toBe(1);
});

test('An unknown model is NOT_FOUND, and the lists name those there are', async () => {
  const { ask, server } = await start();
  await expect(ask('Ankara', { model: 'gemini-0' })).rejects.toMatchObject({
    status: 404,
    message: expect.stringContaining('models/gemini-0 is not found'),
  });
  const headers = { 'x-goog-api-key': fakeGeminiKey };
  const list = (await (await fetch(`${server.url}/v1beta/models`, { headers })).json()) as { models: { name: string }[] };
  expect(list.models.map(({ name }) => name)).toEqual(['models/gemini-2.5-flash', 'models/gemini-2.5-pro']);
  const one = await (await fetch(`${server.url}/v1beta/models/gemini-2.5-pro`, { headers })).json();
  expect(one).toMatchObject({ name: 'models/gemini-2.5-pro', outputTokenLimit: 65_536 });
});

test('Requests run side by side and are counted', async () => {
  const { ask, server } = await start({ latencyMs: { 'gemini-2.5-flash': Math.ceil(patience(0.25) * 1000) } });
  await Promise.all([1, 2, 3, 4].map(() => ask('Ankara')));
  expect(server.counters()).toMatchObject({ requests: 4, mostUnderWay: 4, underWay: 0, models: { 'gemini-2.5-flash': 4 } });
});
