// What servers say of themselves in the words of a refused question: an operator's to mend, not the question's fault.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import { makeGemini } from '../../../lib/llm/gemini.js';
import { makeOllama } from '../../../lib/llm/ollama.js';
import type { Question } from '../../../lib/llm/server.js';

let body = '';
const server = createServer((_, response) => response.writeHead(400, { 'content-type': 'application/json' }).end(body)).listen(
  0,
  '127.0.0.1',
);
await new Promise((resolve) => server.once('listening', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());

const question: Question = { system: 's', turns: [{ from: 'user', text: 'u' }], schema: { type: 'object' }, maxTokens: 10, temperature: 0 };
const ollama = makeOllama({ url, keepAliveSeconds: 1, options: {} });
const gemini = makeGemini({ url, apiKey: 'AIzaKey', thinkingTokens: 0 });

test.each(['"nomic-embed-text" does not support chat', '"llama3.1:8b" does not support thinking'])('Ollama: %s', async (said) => {
  body = JSON.stringify({ error: said });
  await expect(ollama.put('a', question, AbortSignal.timeout(5000))).rejects.toMatchObject({
    misconfigured: true,
    ofTheServer: false,
    message: expect.stringContaining(said),
  });
});

test.each([
  ['User location is not supported for the API use.', 'FAILED_PRECONDITION', true],
  ['Budget 0 is invalid. This model only works in thinking mode.', 'INVALID_ARGUMENT', false],
  ['The thinking budget 90000 is invalid. Please choose a value between 128 and 32768.', 'INVALID_ARGUMENT', false],
])('Gemini: %s', async (message, status, ofTheServer) => {
  body = JSON.stringify({ error: { code: 400, message, status } });
  await expect(gemini.put('gemini-2.5-pro', question, AbortSignal.timeout(5000))).rejects.toMatchObject({
    misconfigured: true,
    ofTheServer,
    message: expect.stringContaining(message),
  });
});

test('what is wrong with the question alone stays its fault', async () => {
  body = JSON.stringify({ error: { code: 400, message: 'The input token count exceeds the maximum.', status: 'INVALID_ARGUMENT' } });
  await expect(gemini.put('gemini-2.5-pro', question, AbortSignal.timeout(5000))).rejects.toMatchObject({ kind: 'refused' });
  body = JSON.stringify({ error: 'invalid format' });
  await expect(ollama.put('a', question, AbortSignal.timeout(5000))).rejects.toMatchObject({ kind: 'refused' });
});
