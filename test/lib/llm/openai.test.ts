import { afterEach, expect, test } from 'vitest';
import { waitSeconds } from '../../../lib/llm/openai/fault.js';
import { makeOpenAi } from '../../../lib/llm/openai.js';
import { type Act, cuts, part, refuses, startScriptedOpenAi, streams } from '../../support/models/scripted-openai.js';

const question = {
  system: 'Describe.',
  turns: [{ from: 'user' as const, text: 'Ferry sinks' }],
  schema: { type: 'object' },
  maxTokens: 50,
  temperature: 0,
};
const signal = AbortSignal.timeout(60_000);
let close = (): void => {};
afterEach(() => close());

async function ask(acts: readonly Act[], times = 1) {
  const fake = await startScriptedOpenAi(acts);
  close = () => fake.close();
  const server = makeOpenAi({ url: fake.url, apiKey: 'sk-secret-one' });
  const put = () => server.put('org/small:free', question, signal);
  for (let time = 1; time < times; time++) await put();
  return { reply: put(), asked: fake.asked, server };
}

test('an answer is put together from its parts, and what was used is told with what was cached and thought', async () => {
  const usage = {
    prompt_tokens: 9,
    completion_tokens: 7,
    prompt_tokens_details: { cached_tokens: 4 },
    completion_tokens_details: { reasoning_tokens: 5 },
  };
  const { reply, asked } = await ask([streams(part('{"a"'), part(':1}', 'stop'), { choices: [], usage })]);
  expect(await reply).toMatchObject({ text: '{"a":1}', cut: false, usage: { in: 9, cached: 4, out: 2, thinking: 5 } });
  expect(asked[0]).toMatchObject({ path: '/v1/chat/completions', headers: { authorization: 'Bearer sk-secret-one' } });
  expect(asked[0]?.body).toMatchObject({ model: 'org/small:free', stream: true, stream_options: { include_usage: true } });
});

test('a server that refuses a schema is asked without it, and is not offered one again', async () => {
  const refusal = refuses(400, { error: { message: 'response_format is not supported', type: 'invalid_request_error' } });
  const { reply, asked } = await ask([refusal, streams(part('{}', 'stop')), streams(part('{}', 'stop'))], 2);
  expect((await reply).text).toBe('{}');
  expect(asked.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
});

test('what a model thinks is no part of its answer', async () => {
  const { reply } = await ask([streams({ choices: [{ delta: { reasoning_content: 'Hm.' } }] }, part('{}', 'stop'))]);
  expect((await reply).text).toBe('{}');
});

test('an answer that is longer than allowed is told as cut', async () => {
  const { reply } = await ask([streams(part('{"a', 'length'))]);
  expect((await reply).cut).toBe(true);
});

test.each<[string, Act, string]>([
  ['money that is used up', refuses(429, { error: { message: 'x', type: 'insufficient_quota', code: 'insufficient_quota' } }), 'no_money'],
  ['a model it does not have', refuses(404, { error: { message: 'x', code: 'model_not_found' } }), 'missing_model'],
  ['a wrong key', refuses(401, { error: { message: 'No such key: sk-secret-one' } }), 'wrong_key'],
  ['a page that is not there', refuses(404, '<html>Not Found</html>'), 'wrong_address'],
  ['the page of a proxy', refuses(502, '<html>Bad Gateway</html>'), 'broken'],
  ['a page in place of a stream', refuses(200, '<html>Hello</html>'), 'broken'],
  ['too many questions', refuses(429, { error: { message: 'x' } }, { 'retry-after': '7' }), 'rate_limited'],
  ['overload', refuses(503, 'busy'), 'busy'],
  ['a question it does not take', refuses(400, { error: { message: 'too long' } }), 'refused'],
  ['an answer it withheld', streams(part('', 'content_filter')), 'blocked'],
  ['an error in the middle', streams(part('{'), { error: { message: 'sk-secret-one is out of memory', code: 500 } }), 'broken'],
  ['a stream that is cut', cuts('{"a'), 'broken'],
  ['a stream without an end', streams(part('{"a')), 'broken'],
])('%s is told as what it is, without the key', async (_, act, kind) => {
  const { reply } = await ask([act]);
  const error = await reply.catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'Fault', kind });
  expect(String(error)).not.toContain('sk-secret-one');
});

test('how long to wait is read from seconds, from a date and from the moment of the next question', () => {
  const now = new Date('2026-01-01T00:00:00Z');
  const wait = (name: string, value: string) => waitSeconds(new Headers({ [name]: value }), now);
  expect(wait('retry-after', '7')).toBe(7);
  expect(wait('retry-after', 'Thu, 01 Jan 2026 00:00:30 GMT')).toBe(30);
  expect(wait('x-ratelimit-reset-requests', '6m0s')).toBe(360);
  expect(wait('x-ratelimit-reset', String(now.getTime() + 5000))).toBe(5);
  expect(wait('x-ratelimit-reset', 'soon')).toBeUndefined();
});
