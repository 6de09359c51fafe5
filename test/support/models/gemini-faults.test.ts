// What the client that the product uses makes of each fault of the Gemini API. `sees` is either the answer or the error; a client that
// waits for ever is given up by the test, and the server must notice.
import { GoogleGenerativeAI, type ModelParams } from '@google/generative-ai';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { patience } from '../patience.js';
import { type FakeGemini, fakeGeminiKey, type GeminiFault, geminiFaults, startFakeGemini } from './fake-gemini.js';

let server: FakeGemini;
beforeAll(async () => {
  server = await startFakeGemini({ models: ['gemini-2.5-flash'] });
});
afterAll(() => server.close());
beforeEach(() => server.reset());

const schema = { type: 'object', properties: { place: { type: 'string', minLength: 20 } }, required: ['place'] };
const generationConfig = { responseMimeType: 'application/json', responseJsonSchema: schema } as ModelParams['generationConfig'] & object;
const right = JSON.stringify({ place: 'a'.repeat(20) });
const thought = 'The user asks for JSON. So I give JSON.';
const hangs: readonly GeminiFault[] = ['drip', 'hang', 'hang-body'];
/** By then a fault that hangs has shown all that it shows. */
const gaveUpMs = Math.ceil(patience(1) * 1000);

/** The text of an answer with its candidate and usage, or the error: its status, its details, its message. */
async function ask(giveUpMs = 5000) {
  const client = new GoogleGenerativeAI(fakeGeminiKey).getGenerativeModel(
    { model: 'gemini-2.5-flash', generationConfig },
    { baseUrl: server.url },
  );
  try {
    const { response } = await client.generateContent('Where?', { signal: AbortSignal.timeout(giveUpMs) });
    const { candidates: [candidate] = [], usageMetadata, promptFeedback } = response;
    const common = { finishReason: candidate?.finishReason, usageMetadata, promptFeedback, parts: candidate?.content?.parts };
    try {
      return { text: response.text(), ...common };
    } catch (error) {
      return { textThrows: (error as Error).message, ...common };
    }
  } catch (error) {
    const { message, name, status, errorDetails } = error as Error & { status?: number; errorDetails?: object[] };
    return { error: message, name, status, errorDetails };
  }
}

const status = (code: number, error: string, errorDetails?: object[]) => ({
  status: code,
  error: expect.stringContaining(error),
  errorDetails,
});
const retryInfo = (retryDelay: string) => ({ '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay });
const quota = (quotaId: string) => ({ '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [{ quotaId }] });
const help = { '@type': 'type.googleapis.com/google.rpc.Help' };
const fetchFails = (why: string) => ({ error: expect.stringContaining(why), status: undefined });
// Aborted while the body is read, the client lets the fetch's own error through.
const aborted = { name: expect.stringMatching(/Abort/), status: undefined };

const seen: Record<GeminiFault, object> = {
  slow: { text: right, finishReason: 'STOP' },
  drip: aborted,
  hang: { error: expect.stringContaining('Request aborted when fetching') },
  'hang-body': aborted,
  reset: { error: 'terminated', name: 'TypeError' },
  'reset-at-once': fetchFails('fetch failed'),
  'truncated-body': { name: 'SyntaxError' },
  html: { name: 'SyntaxError' },
  'html-502': status(502, '[502 Bad Gateway] '),
  'truncated-json': { text: right.slice(0, 16), finishReason: 'STOP' },
  'wrong-shape': { text: '{"answer":{"of":["another","shape"]},"n":"seven"}' },
  'code-fence': { text: `\`\`\`json\n${right}\n\`\`\`` },
  'prose-around': { text: expect.stringMatching(/^Sure! .*\n\n\{"place":"a+"\}\n\nLet me know/) },
  empty: { text: '', finishReason: 'STOP', parts: undefined },
  'usage-missing': { text: right, usageMetadata: undefined },
  'usage-negative': { text: right, usageMetadata: { promptTokenCount: -3, candidatesTokenCount: -9, totalTokenCount: -11 } },
  'usage-absurd': { text: right, usageMetadata: { promptTokenCount: 9e9, candidatesTokenCount: 9e9, totalTokenCount: 9e9 } },
  'rate-limited': status(429, 'Please retry in 0.03s.', [
    help,
    quota('GenerateRequestsPerMinutePerProjectPerModel-FreeTier'),
    retryInfo('0.03s'),
  ]),
  exhausted: status(429, 'Resource has been exhausted (e.g. check quota).'),
  'daily-quota': status(429, 'current quota', [help, quota('GenerateRequestsPerDayPerProjectPerModel-FreeTier'), retryInfo('0.03s')]),
  'not-in-plan': status(429, 'limit: 0, model: gemini-2.5-flash', [retryInfo('20s')]),
  'no-credit': status(429, 'Your prepayment credits are depleted.'),
  'bad-key': status(400, 'API key not valid.', [{ reason: 'API_KEY_INVALID', domain: 'googleapis.com' }, { locale: 'en-US' }]),
  forbidden: status(403, 'it is disabled', [{ reason: 'SERVICE_DISABLED' }]),
  'missing-model': status(404, 'models/gemini-2.5-flash is not found for API version v1beta'),
  internal: status(500, 'An internal error has occurred.'),
  overloaded: status(503, 'The model is overloaded. Please try again later.'),
  safety: { textThrows: expect.stringContaining('Candidate was blocked due to SAFETY'), finishReason: 'SAFETY', parts: undefined },
  recitation: { textThrows: expect.stringContaining('Candidate was blocked due to RECITATION'), finishReason: 'RECITATION' },
  prohibited: {
    textThrows: expect.stringContaining('Response was blocked due to PROHIBITED_CONTENT'),
    promptFeedback: { blockReason: 'PROHIBITED_CONTENT' },
    finishReason: undefined,
    usageMetadata: { promptTokenCount: 2, totalTokenCount: 2 },
  },
  thoughts: {
    text: thought + right,
    parts: [{ text: thought, thought: true }, { text: right }],
    usageMetadata: { thoughtsTokenCount: 10 },
  },
};

test.each(geminiFaults)('%s', async (name) => {
  server.fault(name, { seconds: 0.03 });
  const startedAt = Date.now();
  expect(await ask(hangs.includes(name) ? gaveUpMs : 5000)).toMatchObject(seen[name]);
  if (name === 'slow') expect(Date.now() - startedAt).toBeGreaterThanOrEqual(29);
  await expect.poll(() => server.counters().underWay, { interval: 5 }).toBe(0);
  expect(server.requests).toMatchObject([{ fault: name, aborted: hangs.includes(name) }]);
  expect(server.counters().faults).toEqual({ [name]: 1 });
  expect(await ask()).toMatchObject({ text: right, finishReason: 'STOP' });
});

test('A closed server refuses connections, and takes them again on the same port when it is reopened', async () => {
  await server.close();
  expect(await ask()).toMatchObject(fetchFails('fetch failed'));
  await server.reopen();
  expect(await ask()).toMatchObject({ text: right });
});

test('An answer function that throws is a 500 with its sentence', async () => {
  const broken = await startFakeGemini({
    answer: () => {
      throw new Error('No such place.');
    },
  });
  const url = `${broken.url}/v1beta/models/gemini-2.5-flash:generateContent`;
  const body = JSON.stringify({ contents: [{ parts: [{ text: 'Where?' }] }] });
  const response = await fetch(url, { method: 'POST', body, headers: { 'x-goog-api-key': fakeGeminiKey } });
  expect(await response.json()).toMatchObject({ error: { code: 500, message: 'No such place.', status: 'INTERNAL' } });
  await broken.close();
});
