// The fake OpenAI server, asked as the protocol is written down.
import { afterEach, expect, test } from 'vitest';
import { type FakeOpenAi, fakeOpenAiKey, type OpenAiOptions, startFakeOpenAi } from './fake-openai.js';

const servers: FakeOpenAi[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(options: OpenAiOptions = {}) {
  const server = await startFakeOpenAi(options);
  servers.push(server);
  const ask = async (more: object = {}, key?: string) => {
    const response = await fetch(`${server.url}/v1/chat/completions`, {
      method: 'POST',
      ...(key === undefined ? {} : { headers: { authorization: `Bearer ${key}` } }),
      body: JSON.stringify({ model: 'small', messages: [{ role: 'user', content: 'Ankara talks to Brussels' }], ...more }),
    });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { server, ask };
}

const schema = { type: 'object', properties: { place: { type: 'string', minLength: 1 } }, required: ['place'] };
const response_format = { type: 'json_schema', json_schema: { name: 'answer', schema } };

test('An answer that is not streamed fits the schema, ends with stop and tells its tokens', async () => {
  const { ask, server } = await start();
  const answer = JSON.parse((await ask({ response_format, temperature: 0.2 })).text);
  expect(answer.choices).toEqual([{ index: 0, message: { role: 'assistant', content: '{"place":"a"}' }, finish_reason: 'stop' }]);
  expect(answer.usage).toMatchObject({ prompt_tokens: 7, completion_tokens: 4, total_tokens: 11 });
  expect(server.requests).toMatchObject([{ model: 'small', options: { temperature: 0.2 }, format: response_format, status: 200 }]);
});

test('A stream ends with [DONE], and tells its tokens where that is asked for', async () => {
  const { ask } = await start();
  const { text, headers } = await ask({ stream: true, stream_options: { include_usage: true } });
  expect(headers.get('content-type')).toContain('text/event-stream');
  const events = text
    .trim()
    .split('\n\n')
    .map((event) => event.replace('data: ', ''));
  expect(events.at(-1)).toBe('[DONE]');
  const chunks = events.slice(0, -1).map((event) => JSON.parse(event));
  expect(
    chunks.flatMap(({ choices }) => choices.map((choice: { delta: { content?: string } }) => choice.delta.content ?? '')).join(''),
  ).toBe('This is the answer of a fake model.');
  expect(chunks.at(-1)).toMatchObject({ choices: [], usage: { prompt_tokens: 7 } });
  expect((await ask({ stream: true })).text).not.toContain('usage');
});

test('max_tokens and max_completion_tokens cut the text and say length', async () => {
  const { ask } = await start();
  for (const limit of ['max_tokens', 'max_completion_tokens']) {
    const [choice] = JSON.parse((await ask({ [limit]: 2 })).text).choices;
    expect(choice).toMatchObject({ message: { content: 'This is ' }, finish_reason: 'length' });
  }
});

test('A wrong key, no key, an unknown model and a part that is not taken are refused, each with its error', async () => {
  const { ask } = await start({ key: fakeOpenAiKey, untaken: ['max_tokens'] });
  expect(await ask({}, 'sk-wrong')).toMatchObject({ status: 401, text: expect.stringContaining('invalid_api_key') });
  expect(await ask()).toMatchObject({ status: 401, text: expect.stringContaining("didn't provide an API key") });
  expect(await ask({ model: 'gpt-0' }, fakeOpenAiKey)).toMatchObject({ status: 404, text: expect.stringContaining('model_not_found') });
  expect(await ask({ max_tokens: 5 }, fakeOpenAiKey)).toMatchObject({
    status: 400,
    text: expect.stringContaining("Use 'max_completion_tokens' instead."),
  });
});

test('A rate limit says how long to wait', async () => {
  const { ask, server } = await start();
  server.fault('rate-limited', { seconds: 7 });
  const { status, headers } = await ask();
  expect([status, headers.get('retry-after')]).toEqual([429, '7']);
});
