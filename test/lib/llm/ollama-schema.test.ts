import { afterAll, expect, test } from 'vitest';
import { makeOllama } from '../../../lib/llm/ollama.js';
import { startFakeOllama } from '../../support/models/fake-ollama.js';

const gpu = await startFakeOllama({ models: ['a'] });
afterAll(() => gpu.close());

test('the schema a local model is held to says what there is, and no most length, which would cut a text in mid-word', async () => {
  const { put } = makeOllama({ url: gpu.url, keepAliveSeconds: 60, options: {} });
  const text = { type: 'string', minLength: 1, maxLength: 2000 };
  const schema = { type: 'object', properties: { text, maxLength: text }, required: ['text'], additionalProperties: false };
  await put(
    'a',
    { system: 's', turns: [{ from: 'user', text: 'u' }], schema, maxTokens: 100, temperature: 0 },
    new AbortController().signal,
  );
  const told = { type: 'string', minLength: 1 };
  expect(gpu.requests[0]?.format).toEqual({ ...schema, properties: { text: told, maxLength: told } });
});
