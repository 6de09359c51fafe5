import { createServer } from 'node:http';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Diagnosis, diagnose, exitCodeOf, sentenceOf } from '../../../lib/guard/doctor.js';
import { AnswerRefused } from '../../../lib/llm/ask.js';
import { makeDatabase } from '../../support/database.js';

const { sql } = await makeDatabase({ connections: 3 });

/** What a promise rejects with. */
async function errorOf(failing: PromiseLike<unknown>): Promise<unknown> {
  try {
    await failing;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail.');
}
const failure = (code: string, more: object = {}) => Object.assign(new Error(code), { code, ...more });
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause });

/** What follows from a diagnosis. */
type Consequence = Pick<Diagnosis, 'errorClass' | 'retry' | 'scope'>;
const runEnds: Consequence = { errorClass: 'systemic', retry: true, scope: 'run' };
const itemWaits: Consequence = { errorClass: 'transient', retry: true, scope: 'item' };
const itemFails: Consequence = { errorClass: 'item_specific', retry: false, scope: 'item' };
const itemMayBeTriedAgain: Consequence = { errorClass: 'item_specific', retry: true, scope: 'item' };
const codeIsWrong: Consequence = { errorClass: 'code_bug', retry: false, scope: 'item' };
const codeIsWrongForAll: Consequence = { errorClass: 'code_bug', retry: false, scope: 'run' };

describe('a database that is gone ends the run and costs no item an attempt:', () => {
  const connect = (host: string, more: object = {}) => {
    const gone = postgres({ host, port: 9, connect_timeout: 2, max: 1, onnotice: () => undefined, ...more });
    return errorOf(gone`select 1`).finally(() => gone.end({ timeout: 0 }));
  };

  test.each([
    ['refused', () => connect('127.0.0.1')],
    ['refused on every address of its name', () => connect('localhost')],
    ['without its socket, as after a clean stop', () => connect('/tmp/sni-no-such-folder')],
    ['under a name nobody knows', () => connect('nobody.invalid')],
    [
      'that ends the backend',
      async () => {
        const reserved = await sql.reserve();
        const [{ pid } = { pid: 0 }] = await reserved`select pg_backend_pid() as pid`;
        const sleeping = errorOf(reserved`select pg_sleep(9)`);
        await sql`select pg_terminate_backend(${pid})`;
        return sleeping;
      },
    ],
    [
      'that does not know the database',
      () => connect(sql.options.host[0] ?? '', { port: sql.options.port[0], user: sql.options.user, database: 'none' }),
    ],
  ])('%s', async (_, failing) => {
    expect(diagnose(await failing())).toMatchObject(runEnds);
  });

  test.each([
    'CONNECTION_CLOSED',
    'CONNECTION_ENDED',
    'CONNECTION_DESTROYED',
    'CONNECT_TIMEOUT',
    '57P01',
    '57P03',
    '53300',
    '53100',
    '08006',
    '28P01',
    '58030',
    '25006',
  ])('%s', (code) => {
    expect(diagnose(failure(code))).toMatchObject(runEnds);
    expect(diagnose(new Error('The database cannot be reached.', { cause: failure(code) }))).toMatchObject(runEnds);
  });

  test('a socket of its that breaks', () => {
    expect(diagnose(failure('ECONNRESET', { syscall: 'read' }))).toMatchObject(runEnds);
    expect(diagnose(failure('EPIPE', { syscall: 'write' }))).toMatchObject(runEnds);
    expect(diagnose(new Error('Cannot be reached.', { cause: failure('ECONNREFUSED', { syscall: 'connect' }) }))).toMatchObject(runEnds);
  });
});

test.each(['ENOSPC', 'EROFS', 'EDQUOT', 'EMFILE'])('a disk or a process that is full ends the run: %s', (code) => {
  expect(diagnose(failure(code, { syscall: 'write' }))).toMatchObject(runEnds);
  expect(diagnose(new Error('The checkpoint cannot be written.', { cause: failure(code) }))).toMatchObject(runEnds);
});

describe('what SQL says', () => {
  test.each(['40001', '40P01', '55P03'])('%s: the item waits', (code) => {
    expect(diagnose(Object.assign(failure(code), { name: 'PostgresError' }))).toMatchObject(itemWaits);
  });

  test.each([
    ['a division by zero', () => sql`select 1/0`, itemFails],
    ['a text it cannot hold', () => sql`select ${'a\0b'}::text`, itemFails],
    ['a number too large', () => sql`select 99999999999::int`, itemFails],
    ['a table that does not exist', () => sql`select * from nowhere`, codeIsWrongForAll],
    ['a slip of syntax', () => sql`selec 1`, codeIsWrongForAll],
    ['a row that is there already', () => sql`insert into phases (name, position) values ('ingest', 9)`, itemMayBeTriedAgain],
    ['a statement that took too long', () => sql`set statement_timeout = 5; select pg_sleep(1)`.simple(), itemWaits],
  ] as const)('%s', async (_, query, diagnosis) => {
    expect(diagnose(await errorOf(query()))).toMatchObject(diagnosis);
  });
});

describe('a server that cannot be asked: the item waits', () => {
  test('where it refuses, or has no such name, or is slow', async () => {
    expect(diagnose(await errorOf(fetch('http://nobody.invalid/')))).toMatchObject(itemWaits);
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const url = `http://127.0.0.1:${(server.address() as { port: number }).port}/`;
    expect(diagnose(await errorOf(fetch(url, { signal: AbortSignal.timeout(20) })))).toMatchObject(itemWaits);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(diagnose(await errorOf(fetch(url)))).toMatchObject(itemWaits);
  });

  test.each([
    'ECONNRESET',
    'ECONNREFUSED',
    'ETIMEDOUT',
    'EAI_AGAIN',
    'UND_ERR_CONNECT_TIMEOUT',
    'UND_ERR_HEADERS_TIMEOUT',
    'UND_ERR_BODY_TIMEOUT',
    'UND_ERR_SOCKET',
    'CERT_HAS_EXPIRED',
  ])('%s, however deep it lies', (code) => {
    const cause = failure(code, { syscall: 'connect', address: '127.0.0.1', port: 80 });
    expect(diagnose(fetchFailed(cause))).toMatchObject(itemWaits);
    expect(diagnose(new Error('The model cannot be asked.', { cause: fetchFailed(cause) }))).toMatchObject(itemWaits);
    expect(diagnose(fetchFailed(Object.assign(new AggregateError([cause]), { code })))).toMatchObject(itemWaits);
  });
});

describe('the rest', () => {
  test.each([
    ['an answer that was refused', new AnswerRefused('No shape.'), itemFails],
    ['a slip of ours', new TypeError("Cannot read properties of undefined (reading 'x')"), codeIsWrong],
    ['a name nobody defined', new ReferenceError('x is not defined'), codeIsWrong],
    ['a stack that overflowed', new RangeError('Maximum call stack size exceeded'), codeIsWrong],
    ['a sentence of a phase', new Error('No title is left.'), itemMayBeTriedAgain],
    ['a file that is not there', failure('ENOENT', { syscall: 'open' }), itemMayBeTriedAgain],
    ['what is no error', 'a text', itemMayBeTriedAgain],
    ['nothing', undefined, itemMayBeTriedAgain],
  ])('%s', (_, error, diagnosis) => {
    expect(diagnose(error)).toMatchObject(diagnosis);
  });

  test('the sentence of an error names its causes once, and is never empty', () => {
    expect(sentenceOf(new Error('The feed fails.', { cause: new Error('fetch failed', { cause: failure('ECONNREFUSED') }) }))).toBe(
      'The feed fails. (fetch failed (ECONNREFUSED))',
    );
    expect(sentenceOf(new Error('It says: no', { cause: new Error('no') }))).toBe('It says: no');
    expect(sentenceOf(new Error('It fails.', { cause: Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }) }))).toBe(
      'It fails. (ECONNREFUSED)',
    );
    expect(sentenceOf(Object.assign(new Error(''), { code: 'ECONNREFUSED' }))).toBe('ECONNREFUSED');
    expect(sentenceOf(new TypeError(''))).toBe('TypeError');
    expect(sentenceOf('a text')).toBe('a text');
  });
});

describe('what the model servers say', () => {
  const gemini = (message: string, more: object = {}) =>
    Object.assign(new Error(`[GoogleGenerativeAI Error]: ${message}`), { name: 'GoogleGenerativeAIFetchError' }, more);
  const ollama = (message: string, status_code?: number) =>
    Object.assign(new Error(message), status_code === undefined ? {} : { name: 'ResponseError', status_code });
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
      'a quota of the day',
      gemini('[429 Too Many Requests] You exceeded your current quota', {
        status: 429,
        errorDetails: [{ violations: [{ quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier' }] }],
      }),
      { errorClass: 'temporal', retry: true, scope: 'run', pauses: true },
    ],
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
