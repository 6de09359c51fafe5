// What servers say of themselves in the words of a refused question: an operator's to mend, not the question's fault.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, expect, test } from 'vitest';
import { makeGemini } from '../../../lib/llm/gemini.js';
import { makeOllama } from '../../../lib/llm/ollama.js';
import type { Question } from '../../../lib/llm/server.js';

let body = '';
let status = 400;
const server = createServer((_, response) => response.writeHead(status, { 'content-type': 'application/json' }).end(body)).listen(
  0,
  '127.0.0.1',
);
await new Promise((resolve) => server.once('listening', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());
afterEach(() => {
  status = 400;
});

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

const quota = 'You exceeded your current quota, please check your plan and billing details.';
const metric = '* Quota exceeded for metric: generativelanguage.googleapis.com/generate_content_free_tier';
const retry = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '31s' };
const violation = (quotaId: string, quotaValue?: string) => ({ violations: [{ quotaId, ...(quotaValue ? { quotaValue } : {}) }] });
const head = 'For more information on this error, head to: https://ai.google.dev/gemini-api/docs/rate-limits. '.repeat(4);

test.each([
  ['a minute', `${quota}\n${metric}_requests, limit: 0, model: x\nPlease retry in 31.2s.`, [violation('PerMinute-FreeTier'), retry]],
  ['a day', `${quota}\n${metric}_requests, limit: 0\nPlease retry in 31.2s.`, [violation('PerDayPerModel-FreeTier'), retry]],
  ['tokens, behind many words', `${quota} ${head}\n${metric}_input_token_count, limit: 0.`, []],
  ['details alone', quota, [violation('GenerateRequestsPerDayPerProjectPerModel', '0'), retry]],
])('Gemini: a plan with a limit of none for %s is no rate to wait for', async (_, message, details) => {
  status = 429;
  body = JSON.stringify({ error: { code: 429, message, status: 'RESOURCE_EXHAUSTED', details } });
  await expect(gemini.put('gemini-2.5-pro', question, AbortSignal.timeout(5000))).rejects.toMatchObject({
    kind: 'not_in_plan',
    misconfigured: true,
    ofTheServer: false,
    message: expect.stringMatching(/does not include gemini-2\.5-pro.*Waiting is no help/),
  });
});

test.each([
  [429, 'Your prepaid credits are used up. Add credits in AI Studio to go on.'],
  [429, 'Your project has exceeded its monthly spending cap.'],
  [402, 'Payment required.'],
  [403, 'The billing account for the owning project is disabled in state absent.'],
  [403, 'This API method requires billing to be enabled. Please enable billing on project #1.'],
  [429, 'Insufficient account balance.'],
])('Gemini: money that is used up is told as that (%i %s)', async (code, message) => {
  status = code;
  body = JSON.stringify({ error: { code, message, status: 'RESOURCE_EXHAUSTED' } });
  await expect(gemini.put('gemini-2.5-pro', question, AbortSignal.timeout(5000))).rejects.toMatchObject({
    kind: 'no_money',
    misconfigured: true,
    ofTheServer: true,
    message: expect.stringContaining(message),
  });
});

test.each([
  [
    `${quota}\n${metric}_requests, limit: 10, model: x\nPlease retry in 31.2s.`,
    [violation('PerMinute-FreeTier', '10'), retry],
    'rate_limited',
  ],
  [`${quota}\n${metric}_requests, limit: 0.5\nPlease retry in 31.2s.`, [violation('PerMinute-FreeTier'), retry], 'rate_limited'],
  [`${quota}\n${metric}_requests, limit: 250`, [violation('PerDayPerModel-FreeTier', '250'), retry], 'quota'],
])('Gemini: a limit that time lifts is waited for: %s', async (message, details, kind) => {
  status = 429;
  body = JSON.stringify({ error: { code: 429, message, status: 'RESOURCE_EXHAUSTED', details } });
  await expect(gemini.put('gemini-2.5-pro', question, AbortSignal.timeout(5000))).rejects.toMatchObject({ kind, misconfigured: false });
});
