import { afterEach, expect, test } from 'vitest';
import { waitSeconds } from '../../../lib/llm/openai/wait.js';
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

const refusal = (message: string) => refuses(400, { error: { message, type: 'invalid_request_error' } });
const answers = streams(part('{}', 'stop'));

test.each([
  ['a schema', 'response_format is not supported', { response_format: undefined }],
  ['a schema, in the words of a grammar', 'failed to parse grammar', { response_format: undefined }],
  ['usage in a stream', "Unknown parameter: 'stream_options'.", { stream_options: undefined }],
  ['usage in a stream, in words of a checker', 'stream_options: Extra inputs are not permitted', { stream_options: undefined }],
  [
    'max_tokens',
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    { max_tokens: undefined, max_completion_tokens: 1074 },
  ],
  ['a temperature', "Unsupported value: 'temperature' does not support 0 with this model.", { temperature: undefined }],
])('a server that refuses %s is asked again without it, and is not offered it any more', async (_, said, changed) => {
  const { reply, asked } = await ask([refusal(said), answers, answers], 2);
  expect((await reply).text).toBe('{}');
  const [first, ...later] = asked.map(({ body }) => body);
  expect(first).toMatchObject({ max_tokens: 50, temperature: 0, response_format: {}, stream_options: {} });
  const name = Object.keys(changed)[0] ?? '';
  for (const body of later) expect({ [name]: undefined, ...body }).toMatchObject(changed);
  expect(later).toHaveLength(2);
});

test('a server that takes none of them gets the schema in words', async () => {
  const refusals = ['response_format', 'stream_options', 'temperature'].map((name) => refusal(`Unknown parameter: '${name}'.`));
  const { reply, asked } = await ask([...refusals, answers]);
  await reply;
  const last = asked.at(-1)?.body as { messages: { content: string }[] };
  expect(last.messages[0]?.content).toContain('Answer with one JSON object of this schema and nothing else:\n{"type":"object"}');
});

test.each([
  "This model's maximum context length is 4096 tokens. Please reduce the length of the messages or 'max_tokens'.",
  "'max_tokens' or 'max_completion_tokens' is too large: 5000. This model's maximum context length is 4096 tokens.",
  'the request exceeds the available context size. try increasing the context size or enable context shift',
])('what is too long is not asked again in other words: %s', async (said) => {
  const { reply, asked } = await ask([refusal(said)]);
  await expect(reply).rejects.toMatchObject({ kind: 'refused', message: expect.stringMatching(/Lower max_tokens of its role/) });
  expect(asked).toHaveLength(1);
});

test('a server that does not stream has answered all the same', async () => {
  const whole = {
    choices: [{ message: { content: '{"a":1}' }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 9, completion_tokens: 2 },
  };
  expect(await (await ask([refuses(200, whole)])).reply).toMatchObject({ text: '{"a":1}', cut: false, usage: { in: 9, out: 2 } });
});

test('tokens past any bound are not believed', async () => {
  const usage = { prompt_tokens: 9, completion_tokens: 9_000_000 };
  expect((await (await ask([streams(part('{}', 'stop'), { choices: [], usage })])).reply).usage).toBeNull();
});

test('what a model thinks is no part of its answer', async () => {
  const { reply } = await ask([streams({ choices: [{ delta: { reasoning_content: 'Hm.' } }] }, part('{}', 'stop'))]);
  expect((await reply).text).toBe('{}');
});

test.each([
  ['only thought', streams({ choices: [{ delta: { reasoning: 'Hm.' } }] }, part('', 'stop')), /thought and did not answer/],
  ['used up its tokens in thinking', streams(part('', 'length')), /raise max_tokens of its role/],
])('of a model that %s it is said what to do', async (_, act, sentence) => {
  expect((await (await ask([act])).reply).thoughtAway).toMatch(sentence);
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
  ['a key that is not there', refuses(401, { error: { message: 'x' } }), 'wrong_key'],
  ['a key that may not', refuses(403, { error: { message: 'x' } }), 'wrong_key'],
  ['a text that a moderator flagged', refuses(403, { error: { message: 'Your input was flagged', code: 403 } }), 'blocked'],
  ['a model that a gateway does not know', refuses(400, { error: { message: 'x/y is not a valid model ID', code: 400 } }), 'missing_model'],
  ['a quota of the day', refuses(429, { error: { message: 'x' } }, { 'retry-after': '40000' }), 'quota'],
  ['a wrong key, in the way of another provider', refuses(400, [{ error: { message: 'API key not valid.', code: 400 } }]), 'wrong_key'],
  ['a shape it does not take', refuses(422, { detail: [{ loc: ['body', 'messages'], msg: 'Field required' }] }), 'refused'],
  ['money that is to be paid', refuses(402, { error: { message: 'x' } }), 'no_money'],
  ['too many questions, in the middle', streams(part('{'), { error: { message: 'x', code: 429 } }), 'rate_limited'],
  ['an error in place of a stream', refuses(200, { error: 'Unexpected endpoint or method.' }), 'broken'],
  [
    'a line that is no JSON',
    (response) => void response.writeHead(200, { 'content-type': 'text/event-stream' }).end('data: {"a\n\n'),
    'broken',
  ],
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
  const wait = (name: string, value: string) => waitSeconds(new Headers({ [name]: value }), '', now);
  expect(wait('retry-after', '7')).toBe(7);
  expect(wait('retry-after', 'Thu, 01 Jan 2026 00:00:30 GMT')).toBe(30);
  expect(wait('x-ratelimit-reset-requests', '6m0s')).toBe(360);
  expect(wait('x-ratelimit-reset', String(now.getTime() + 5000))).toBe(5);
  expect(wait('x-ratelimit-reset', 'soon')).toBeUndefined();
  const words = (said: string) => waitSeconds(new Headers(), said, now);
  expect(words('Limit 3, Used 3, Requested 1. Please try again in 7m12s.')).toBe(432);
  expect(words('Please try again in 20.5s. Visit the page.')).toBe(20.5);
  expect(words('Please try again later.')).toBeUndefined();
});

test.each([
  ['a list with its head', { object: 'list', data: [{ id: 'a' }, { id: 'b' }] }],
  ['a bare list, with what is no model', [{ id: 'a' }, null, { id: 'b' }, {}]],
])('the models of a server are read from %s', async (_, list) => {
  const fake = await startScriptedOpenAi([refuses(200, list)]);
  close = () => fake.close();
  expect(await makeOpenAi({ url: fake.url, apiKey: undefined }).models(signal)).toEqual(['a', 'b']);
});
