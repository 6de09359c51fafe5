// Models that think: what they think is no answer, and where nothing else comes the reason says what to set.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { judgeReply } from '../../../lib/llm/answer.js';
import { makeGemini } from '../../../lib/llm/gemini.js';
import { makeOllama } from '../../../lib/llm/ollama.js';
import type { Question, Reply } from '../../../lib/llm/server.js';
import { checkClaims } from '../../support/evidence.js';
import { numbered } from '../../support/models/door.js';

let answer: (asked: Record<string, unknown>) => string = () => '';
let asked: Record<string, unknown>[] = [];
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    asked.push(JSON.parse(body) as Record<string, unknown>);
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer(asked.at(-1) ?? {}));
  });
}).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => server.close());
beforeEach(() => {
  asked = [];
});

const question: Question = {
  system: 's',
  turns: [{ from: 'user', text: 'u' }],
  schema: { type: 'object' },
  maxTokens: 900,
  temperature: 0,
};
const signal = AbortSignal.timeout(60_000);
const judged = (reply: Reply) => judgeReply(numbered(1), reply, checkClaims);

const lines = (thinking: string, content: string, reason = 'stop') =>
  [
    { message: { role: 'assistant', content: '', thinking }, done: false },
    { message: { role: 'assistant', content }, done: true, done_reason: reason, prompt_eval_count: 40, eval_count: 25 },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('');

test('a local model that only thinks is asked again without thinking, and from then on at once', async () => {
  const { put } = makeOllama({ url, keepAliveSeconds: 1, options: {} });
  answer = ({ think }) => (think === false ? lines('', '{"text":"yes"}') : lines('The user wants a text. I say yes.', ''));
  const reply = await put('r1', question, signal);
  expect(judged(reply)).toEqual({ value: { text: 'yes' }, problems: [] });
  expect(reply.usage).toEqual({ in: 80, cached: 0, out: 50, thinking: 0 });
  await put('r1', question, signal);
  expect(asked.map(({ think }) => think)).toEqual([undefined, false, false]);
});

test('a local model that shall think thinks again at the next question', async () => {
  const { put } = makeOllama({ url, keepAliveSeconds: 1, options: { r1: { num_ctx: 8192, think: true } } });
  answer = ({ think }) => (think === false ? lines('', '{"text":"yes"}') : lines('Hm.', '\n'));
  await put('r1', question, signal);
  await put('r1', question, signal);
  expect(asked.map(({ think }) => think)).toEqual([true, false, true, false]);
});

test('of a local model that cannot but think the answer is taken out of its thoughts', async () => {
  const { put } = makeOllama({ url, keepAliveSeconds: 1, options: {} });
  answer = () => lines('So it is {"text":"yes"}, I think.', '');
  expect(judged(await put('r1', question, signal))).toEqual({ value: { text: 'yes' }, problems: [] });
});

test.each(['stop', 'length'])('a local model that only thinks (%s) is refused with the setting that ends it', async (reason) => {
  const { put } = makeOllama({ url, keepAliveSeconds: 1, options: { r1: { num_ctx: 8192, think: false } } });
  answer = () => lines('Let me see.', '', reason);
  expect(judged(await put('r1', question, signal))).toMatchObject({ refused: expect.stringContaining('models.ollama.models."r1".think') });
  expect(asked).toHaveLength(1);
});

const candidate = (parts: object[] | undefined, finishReason: string, thoughtsTokenCount: number | undefined) =>
  JSON.stringify({
    candidates: [{ content: { role: 'model', ...(parts ? { parts } : {}) }, finishReason, index: 0 }],
    usageMetadata: { promptTokenCount: 60, thoughtsTokenCount, totalTokenCount: 60 + (thoughtsTokenCount ?? 0) },
  });

test.each([
  [
    'no parts',
    undefined,
    'MAX_TOKENS',
    1924,
    /is empty: 1924 tokens went into thinking: raise max_tokens.*models\.gemini\.thinking_budget/,
  ],
  ['a thought alone', [{ text: 'Hm.', thought: true }], 'STOP', 300, /is empty: 300 tokens went into thinking/],
  ['half an answer', [{ text: '{"te' }], 'MAX_TOKENS', 1900, /was cut off: 1900 tokens went into thinking/],
  ['no count', undefined, 'MAX_TOKENS', undefined, /is empty: all its tokens went into thinking: raise max_tokens/],
  ['a count past belief', undefined, 'MAX_TOKENS', 90_000, /is empty: 90000 tokens went into thinking/],
])('Gemini that spent its tokens on thinking and gave %s is refused with what to set', async (_, parts, reason, tokens, sentence) => {
  const { put } = makeGemini({ url, apiKey: 'AIzaKey', thinkingTokens: 1024 });
  answer = () => candidate(parts, reason, tokens);
  expect(judged(await put('gemini-2.5-flash', question, signal))).toMatchObject({ refused: expect.stringMatching(sentence) });
});

test('Gemini that thought within its budget and wrote too much is told of what it wrote', async () => {
  const { put } = makeGemini({ url, apiKey: 'AIzaKey', thinkingTokens: 1024 });
  answer = () => candidate([{ text: '{"text":"so much' }], 'MAX_TOKENS', 1000);
  expect(judged(await put('gemini-2.5-flash', question, signal))).toEqual({
    refused: 'The answer to "enrich" was cut off: it is longer than max_tokens of its role allows.',
  });
});
