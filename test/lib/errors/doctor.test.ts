import { createServer } from 'node:http';
import postgres from 'postgres';
import { describe, expect, test } from 'vitest';
import type { Diagnosis } from '../../../lib/errors/diagnosis.js';
import { diagnose, sentenceOf } from '../../../lib/errors/doctor.js';
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

  test('what the driver says of a lost connection is told in words, what it says of rights and means as it stands', async () => {
    const words = /^The database went away \((.+)\): see that it and the network are up\. Nothing that was finished is lost\.$/;
    const reserved = await sql.reserve();
    const [{ pid } = { pid: 0 }] = await reserved`select pg_backend_pid() as pid`;
    const sleeping = errorOf(reserved`select pg_sleep(9)`);
    await sql`select pg_terminate_backend(${pid})`;
    expect(words.exec(sentenceOf(await sleeping))?.[1]).toMatch(/terminating connection due to administrator command|CONNECTION_CLOSED/);
    expect(words.exec(sentenceOf(await connect('127.0.0.1')))?.[1]).toMatch(/ECONNREFUSED/);
    expect(words.exec(sentenceOf(await connect('localhost')))?.[1]).toMatch(/ECONNREFUSED/);
    expect(words.exec(sentenceOf(await connect('/tmp/sni-no-such-folder')))?.[1]).toMatch(/ENOENT/);
    expect(sentenceOf(failure('CONNECTION_CLOSED'))).toMatch(words);
    expect(sentenceOf(failure('ECONNRESET', { syscall: 'read' }))).toMatch(words);
    for (const code of ['53300', '28P01', 'EPIPE', 'ENOSPC']) expect(sentenceOf(failure(code))).toBe(code);
    expect(sentenceOf(fetchFailed(failure('ECONNREFUSED', { syscall: 'connect' })))).toBe('fetch failed (ECONNREFUSED)');
    expect(sentenceOf(new Error('The model cannot be asked.', { cause: failure('ECONNREFUSED', { syscall: 'connect' }) }))).toBe(
      'The model cannot be asked. (ECONNREFUSED)',
    );
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
