import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { diagnose, exitCodeOf, sentenceOf } from '../../../lib/errors/doctor.js';

const runEnds = { errorClass: 'systemic', retry: true, scope: 'run' };
const itemWaits = { errorClass: 'transient', retry: true, scope: 'item' };
const itemFails = { errorClass: 'item_specific', retry: false, scope: 'item' };
const itemMayBeTriedAgain = { errorClass: 'item_specific', retry: true, scope: 'item' };

describe('what the model servers say', () => {
  const gemini = (message: string, more: object = {}) =>
    Object.assign(new Error(`[GoogleGenerativeAI Error]: ${message}`), { name: 'GoogleGenerativeAIFetchError' }, more);
  const ollama = (message: string, status_code?: number) =>
    Object.assign(new Error(message), status_code === undefined ? {} : { name: 'ResponseError', status_code });
  const openai = (status: number, message: string, code?: string) =>
    Object.assign(new Error(`${status} ${message}`), { status, ...(code ? { code } : {}) });
  const phasePauses = { ...runEnds, pauses: true };

  test.each([
    ['a model that is not there', ollama('model "qwen2.5:7b" not found, try pulling it first', 404), phasePauses],
    ['the same in a stream, with no status', ollama("model 'qwen2.5:7b' not found"), phasePauses],
    ['a queue that is full', ollama('server busy, please try again.  maximum pending requests exceeded', 503), itemWaits],
    ['a runner that died', ollama('llama runner process has terminated: signal: killed', 500), itemWaits],
    [
      'a runner that was killed for memory',
      ollama('llama runner process has terminated: cudaMalloc failed: out of memory', 500),
      phasePauses,
    ],
    ['memory', ollama('model requires more system memory (8.0 GiB) than is available (3.1 GiB)', 500), phasePauses],
    ['a model that cannot chat', ollama('"nomic-embed-text" does not support chat', 400), phasePauses],
    ['too long an input', ollama('the input length exceeds the context length', 400), itemFails],
    ['a rate limit', gemini('[429 Too Many Requests] Resource has been exhausted (RESOURCE_EXHAUSTED).', { status: 429 }), itemWaits],
    ['a server that is overloaded', gemini('[503 Service Unavailable] The model is overloaded. UNAVAILABLE', { status: 503 }), itemWaits],
    ['a key that is wrong', gemini('[400 Bad Request] API key not valid. Please pass a valid API key.', { status: 400 }), phasePauses],
    [
      'the same by its reason',
      gemini('[400 Bad Request] No.', { status: 400, errorDetails: [{ reason: 'API_KEY_INVALID' }] }),
      phasePauses,
    ],
    ['an argument that is wrong', gemini('[400 Bad Request] INVALID_ARGUMENT', { status: 400 }), itemFails],
    ['a text it finds unsafe', gemini('Candidate was blocked due to SAFETY'), itemFails],
    ['a text it finds elsewhere', gemini('Text not available. Candidate was blocked due to RECITATION'), itemFails],
    ['an answer that is cut', gemini('Finish reason: MAX_TOKENS'), itemFails],
    [
      'a plan without the model, though it names a day',
      gemini('[429 Too Many Requests] Quota exceeded for metric: x/free_tier_requests, limit: 0, model: gemini-2.5-pro', {
        status: 429,
        errorDetails: [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }] }],
      }),
      phasePauses,
    ],
    ['credits that are used up', gemini('[429 Too Many Requests] Your prepayment credits are depleted.', { status: 429 }), phasePauses],
    [
      'a quota of the day',
      gemini('[429 Too Many Requests] You exceeded your current quota', {
        status: 429,
        errorDetails: [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }] }],
      }),
      { errorClass: 'temporal', retry: true, scope: 'run', pauses: true },
    ],
    ['a key that an OpenAI server refuses', openai(401, 'Incorrect API key provided: sk-x.', 'invalid_api_key'), phasePauses],
    ['a model that an OpenAI server does not have', openai(404, 'The model `small` does not exist.', 'model_not_found'), phasePauses],
    ['the same of a gateway', openai(400, 'org/small is not a valid model ID'), phasePauses],
    ['money that is used up there', openai(429, 'You exceeded your current quota.', 'insufficient_quota'), phasePauses],
    ['a rate limit there', openai(429, 'Rate limit reached for small', 'rate_limit_exceeded'), itemWaits],
    ['too long a question there', openai(400, "This model's maximum context length is 4096 tokens.", 'context_length_exceeded'), itemFails],
    ['an answer withheld there', openai(400, 'The response was filtered.', 'content_filter'), itemFails],
    ['a runner of it that failed', openai(500, 'The server had an error', 'internal_error'), itemWaits],
  ])('%s, also where it is the cause of another error', (_, error, consequence) => {
    expect(diagnose(error)).toMatchObject({ ...consequence, known: true });
    expect(diagnose(new Error('The model cannot be asked.', { cause: error }))).toMatchObject({ ...consequence, known: true });
  });

  test('believed of a server, not of a headline in a sentence of ours', () => {
    for (const headline of ['Factory out of memory', 'API_KEY_INVALID', 'SAFETY first', 'model x not found', 'RESOURCE_EXHAUSTED PerDay']) {
      expect(diagnose(new Error(`Nothing stands on the title ${headline}.`))).toMatchObject({ ...itemMayBeTriedAgain, known: false });
    }
  });
});

test.each([
  [400, itemFails],
  [401, { ...runEnds, pauses: true }],
  [403, { ...runEnds, pauses: true }],
  [404, itemFails],
  [408, itemWaits],
  [413, itemFails],
  [429, itemWaits],
  [500, itemWaits],
  [503, itemWaits],
  [522, itemWaits],
])('HTTP %i', (status, consequence) => {
  expect(diagnose(Object.assign(new Error('No.'), { status }))).toMatchObject({ ...consequence, known: true });
  expect(diagnose(Object.assign(new Error('No.'), { statusCode: status }))).toMatchObject(consequence);
});

describe('an error that says itself how the run must end', () => {
  const carrying = (more: object) => new Error('A phase’s sentence.', { cause: Object.assign(new TypeError('x'), more) });

  test('75: the run ends; with a time it waits until then', () => {
    const retryAt = new Date('2026-03-11T08:00:00Z');
    expect(diagnose(carrying({ exitCode: 75 }))).toMatchObject({ ...runEnds, known: true });
    expect(diagnose(carrying({ exitCode: 75, retryAt }))).toMatchObject({
      errorClass: 'temporal',
      scope: 'run',
      retry: true,
      until: retryAt,
    });
    expect(diagnose(carrying({ exitCode: 75, retryAt: new Date(Number.NaN) }))).not.toHaveProperty('until');
  });

  test('78: the run ends, whatever else the error looks like', () => {
    expect(diagnose(carrying({ exitCode: 78, status: 404 }))).toMatchObject({ ...runEnds, known: true });
    expect([75, 78, 1].map((exitCode) => exitCodeOf(carrying({ exitCode })))).toEqual([75, 78, null]);
  });

  test('an error that is its own cause is looked at once', () => {
    const error = new Error('Round and round.');
    error.cause = error;
    expect(diagnose(error)).toMatchObject(itemMayBeTriedAgain);
    expect(sentenceOf(error)).toBe('Round and round.');
  });
});

test('what zod, JSON, time-outs and aborts say is known', () => {
  expect(diagnose(z.object({ a: z.string() }).safeParse({ a: 1 }).error)).toMatchObject({ ...itemFails, known: true });
  let broken: unknown;
  try {
    JSON.parse('{"a": ');
  } catch (error) {
    broken = error;
  }
  expect(diagnose(broken)).toMatchObject({ ...itemMayBeTriedAgain, known: true });
  expect(diagnose(AbortSignal.abort().reason)).toMatchObject({ ...itemWaits, known: true });
  expect(diagnose(new Error('No title is left.'))).toMatchObject({ known: false, why: '' });
});
