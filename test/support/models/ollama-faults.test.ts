// What the client that the product uses makes of each fault of an Ollama server, streamed and not. `sees` is either the answer or the
// error; a client that waits for ever is given up by the test, and the server must notice.
import { Ollama } from 'ollama';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { patience } from '../patience.js';
import { type FakeOllama, type OllamaFault, ollamaFaults, startFakeOllama } from './fake-ollama.js';

let server: FakeOllama;
beforeAll(async () => {
  server = await startFakeOllama({ models: ['m'], loaded: 'm' });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const format = { type: 'object', properties: { place: { type: 'string', minLength: 20 } }, required: ['place'] };
const right = { place: 'a'.repeat(20) };
const hangs: readonly OllamaFault[] = ['drip', 'hang', 'hang-body'];
/** By then a fault that hangs has shown all that it shows. */
const gaveUpMs = Math.ceil(patience(1) * 1000);

/** The answer of one chat, or the error: its status, its message, the code of its cause. */
async function ask(stream: boolean, giveUpMs = 5000) {
  const signal = AbortSignal.timeout(giveUpMs);
  const client = new Ollama({ host: server.url, fetch: (url, init) => fetch(url, { ...init, signal }) });
  const request = { model: 'm', messages: [{ role: 'user', content: 'Where?' }], format };
  let text = '';
  let thinking = '';
  try {
    const answers = stream ? await client.chat({ ...request, stream: true }) : [await client.chat(request)];
    let last: object = {};
    for await (const answer of answers) {
      text += answer.message?.content ?? '';
      thinking += answer.message?.thinking ?? '';
      last = answer;
    }
    return { text, thinking, prompt_eval_count: undefined, eval_count: undefined, ...last };
  } catch (error) {
    const { message, name, status_code, cause } = error as Error & { status_code?: number; cause?: { code?: string } };
    return { error: message, name, status: status_code, code: cause?.code, text };
  }
}

const gaveUp = { error: 'The operation was aborted due to timeout', name: 'TimeoutError' };
const noDone = { error: 'Did not receive done or success response in stream.', name: 'Error' };
const noJson = { name: 'SyntaxError' };
const status = (code: number, error: unknown) => ({ status: code, name: 'ResponseError', error });
const page = (title: string) => expect.stringContaining(`<title>${title}</title>`);
const stopped = expect.stringContaining('model runner has unexpectedly stopped');

const seen: Record<OllamaFault, { whole: object; streamed: object }> = {
  slow: { whole: { text: JSON.stringify(right), done: true }, streamed: { text: JSON.stringify(right), done: true } },
  drip: { whole: gaveUp, streamed: { ...gaveUp, text: expect.stringMatching(/^(\{"place":"aaaaaa){2,}/) } },
  hang: { whole: gaveUp, streamed: gaveUp },
  'hang-body': { whole: gaveUp, streamed: gaveUp },
  reset: { whole: { error: 'terminated', code: 'ECONNRESET' }, streamed: { error: 'terminated', code: 'ECONNRESET' } },
  'reset-at-once': { whole: { error: 'fetch failed', code: 'ECONNRESET' }, streamed: { error: 'fetch failed', code: 'ECONNRESET' } },
  'truncated-body': { whole: noJson, streamed: noDone },
  html: { whole: noJson, streamed: noDone },
  'html-502': { whole: status(502, page('502 Bad Gateway')), streamed: status(502, page('502 Bad Gateway')) },
  'truncated-json': both({ text: '{"place":"aaaaaa', done_reason: 'stop' }),
  'wrong-shape': both({ text: '{"answer":{"of":["another","shape"]},"n":"seven"}' }),
  'code-fence': both({ text: `\`\`\`json\n${JSON.stringify(right)}\n\`\`\`` }),
  'prose-around': both({ text: expect.stringMatching(/^Sure! .*\n\n\{"place":"a+"\}\n\nLet me know/) }),
  empty: both({ text: '', done: true, done_reason: 'stop' }),
  'usage-missing': both({ prompt_eval_count: undefined, eval_count: undefined, done: true }),
  'usage-negative': both({ prompt_eval_count: -3, eval_count: -9 }),
  'usage-absurd': both({ prompt_eval_count: 9e9, eval_count: 9e9 }),
  'missing-model': both(status(404, 'model "m" not found, try pulling it first')),
  internal: both(status(500, 'llama runner process has terminated: exit status 2')),
  busy: both(status(503, 'server busy, please try again.  maximum pending requests exceeded')),
  'stream-error': { whole: status(500, stopped), streamed: { error: stopped, name: 'Error', status: undefined, text: '{"place":"aaaaaa' } },
  'no-done': { whole: { text: JSON.stringify(right), done: false }, streamed: noDone },
  thoughts: both({ text: JSON.stringify(right), thinking: 'The user asks for JSON. So I give JSON.' }),
};

function both(sees: object) {
  return { whole: sees, streamed: sees };
}

test.each(ollamaFaults.flatMap((name) => [['whole', name] as const, ['streamed', name] as const]))('%s: %s', async (way, name) => {
  // The client writes to the console what it cannot read.
  const said = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn')].map((spy) => spy.mockImplementation(() => undefined));
  server.fault(name, { seconds: 0.03 });
  const startedAt = Date.now();
  expect(await ask(way === 'streamed', hangs.includes(name) ? gaveUpMs : 5000)).toMatchObject(seen[name][way]);
  if (name === 'slow') expect(Date.now() - startedAt).toBeGreaterThanOrEqual(29);
  await expect.poll(() => server.counters().underWay, { interval: 5 }).toBe(0);
  expect(server.requests).toMatchObject([{ fault: name, aborted: hangs.includes(name) }]);
  expect(server.counters().faults).toEqual({ [name]: 1 });
  expect(await ask(way === 'streamed')).toMatchObject({ text: JSON.stringify(right) });
  for (const spy of said) spy.mockRestore();
});

test('A closed server refuses connections, and takes them again on the same port when it is reopened', async () => {
  await server.close();
  // What is left of a connection that was kept open fails first, with UND_ERR_SOCKET.
  await expect.poll(() => ask(true)).toMatchObject({ error: 'fetch failed', code: 'ECONNREFUSED' });
  await server.reopen();
  expect(await ask(true)).toMatchObject({ text: JSON.stringify(right) });
});

test('Lists fail when told so, and only they', async () => {
  server.fault('hang', { on: 'lists' });
  server.fault('internal', { on: 'lists' });
  const list = (signal: AbortSignal | null = null) =>
    new Ollama({ host: server.url, fetch: (url, init) => fetch(url, { ...init, signal }) }).list();
  expect(await ask(false)).toMatchObject({ done: true });
  // Only what hangs is given up: a machine that is busy may take longer to answer the others.
  await expect(list(AbortSignal.timeout(50))).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(list()).rejects.toMatchObject({ status_code: 500 });
  expect((await list()).models).toHaveLength(1);
});
