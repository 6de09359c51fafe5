// What servers do out of malice or by accident. Each case: the fetch ends in time with a sentence, and its socket is free.
import { afterAll, afterEach, expect, test } from 'vitest';
import { patience } from '../../../support/patience.js';
import { startFakeWeb } from '../../../support/web/fake-web.js';
import { drip, endless, hang, hangAfterHead, inTurn, late, raw, redirect, reset, truncated, whole } from '../../../support/web/faults.js';
import { bodyOf, feedOf, noSocketsOpen, problemIn, startFetching, until } from '../../../support/web/fetching.js';

const web = await startFakeWeb();
const secure = await startFakeWeb({ tls: true });
const limits = { maxBytes: 256 * 1024, largeBytes: 64 * 1024 };
const hurried = startFetching({ deadlineSeconds: 0.3, ...limits });
const { get, close } = startFetching({ deadlineSeconds: patience(5), ...limits });
afterEach(() => noSocketsOpen(web));
afterAll(async () => {
  await Promise.all([close(), hurried.close()]);
  await web.close();
  await secure.close();
});

const feed = feedOf(['Talks go on']);
const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n';

test.each([
  ['takes the request and says nothing', hang],
  ['sends the head and then nothing', hangAfterHead],
  ['drips a byte now and then for ever', drip],
  ['drips its headers for ever', raw('HTTP/1.1 200 OK\r\nX-Slow: ')],
])('a server that %s is left when the time is up', async (name, answer) => {
  web.on('/slow', name.includes('headers') ? (_response, { socket }) => void socket.write('HTTP/1.1 200 OK\r\nX-Slow: ') : answer);
  const problem = problemIn(await hurried.get(web.url('/slow')));
  expect(problem).toMatchObject({ kind: 'deadline', brief: 'no whole answer in 0.3 s' });
});

test('redirects that each take their time share one deadline', async () => {
  for (let step = 1; step <= 4; step++) web.on(`/wait-${step}`, late(0.12, redirect(`/wait-${step + 1}`)));
  web.on('/wait-5', whole(feed));
  expect(problemIn(await hurried.get(web.url('/wait-1'))).kind).toBe('deadline');
});

test('a redirect whose body never ends is followed all the same', async () => {
  web.on('/endless-redirect', (response) => void response.writeHead(302, { location: '/good' }).write('x'));
  web.on('/good', whole(feed, { connection: 'close' }));
  expect((await get(web.url('/endless-redirect'))).kind).toBe('body');
});

test('an error page that never ends does not keep its socket', async () => {
  web.on('/endless-404', (response) => void response.writeHead(404).write('x'));
  expect(problemIn(await get(web.url('/endless-404'))).status).toBe(404);
});

test('a name that never resolves is left when the time is up', async () => {
  const silent = startFetching({ deadlineSeconds: 0.2 }, { lookup: () => undefined });
  expect(problemIn(await silent.get('http://silent.example/')).kind).toBe('deadline');
  await silent.close();
});

test.each([
  ['a body that never ends', endless(), 'too_large'],
  ['a gzip bomb', endless({ gzip: true }), 'too_large'],
  ['a body announced as larger than allowed', truncated('x', 100 * 1024 * 1024), 'too_large'],
  ['a reset instead of an answer', reset, 'reset'],
  ['a body cut short of its Content-Length', truncated(feed.slice(0, -20), 10_000), 'reset'],
  ['a chunked body cut off', raw(`${head}Transfer-Encoding: chunked\r\n\r\n10\r\n<rss>`), 'reset'],
  ['a chunked body with rubbish for a size', raw(`${head}Transfer-Encoding: chunked\r\n\r\nzz\r\n<rss>\r\n`), 'protocol'],
  ['an answer that is not HTTP', raw('SSH-2.0-OpenSSH_9.2\r\n'), 'protocol'],
  ['an answer of no byte', raw(''), 'reset'],
  ['headers without end', raw(`${head}X-Long: ${'x'.repeat(40_000)}\r\n\r\n`), 'protocol'],
  ['a NUL in a header', raw(`${head}X-Nul: a\0b\r\n\r\n`), 'protocol'],
  ['both Content-Length and chunks', raw(`${head}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`), 'protocol'],
  ['two different Content-Lengths', raw(`${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`), 'protocol'],
  ['a negative Content-Length', raw(`${head}Content-Length: -1\r\n\r\nabc`), 'protocol'],
  ['a switch of protocols', raw('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'), 'protocol'],
  ['a status of 999', raw('HTTP/1.1 999 Whatever\r\nConnection: close\r\n\r\n'), 'status'],
])('%s is a problem in words', async (_name, answer, kind) => {
  web.on('/bad', answer);
  const problem = problemIn(await get(web.url('/bad')));
  expect(problem.kind, problem.sentence).toBe(kind);
  expect(problem.sentence).toMatch(/^The feed http:\S+ cannot be read: .+\. .+\.$/);
});

test('a gzip bomb of 100 MB is dropped after few bytes of it have come', async () => {
  web.on('/bomb', endless({ gzip: true }));
  expect(problemIn(await get(web.url('/bomb'))).sentence).toMatch(
    /larger than the 0\.25 MiB a feed may have \(0\.\d\d MiB over the wire\)/,
  );
});

test('a body of exactly the cap is read, one byte more is not', async () => {
  web.on('/cap', whole('x'.repeat(256 * 1024), { connection: 'close' }));
  expect(bodyOf(await get(web.url('/cap'))).text).toHaveLength(256 * 1024);
  web.on('/cap', (response) => response.end('x'.repeat(256 * 1024 + 1)));
  expect(problemIn(await get(web.url('/cap'))).kind).toBe('too_large');
});

test('hints (103) before the answer do no harm', async () => {
  web.on(
    '/hints',
    raw(`HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n${head}Content-Length: ${feed.length}\r\nConnection: close\r\n\r\n${feed}`),
  );
  expect(bodyOf(await get(web.url('/hints'))).text).toBe(feed);
});

test('an answer that ends with the connection and names no length is read', async () => {
  web.on('/old', raw(`HTTP/1.0 200 OK\r\n\r\n${feed}`));
  expect(bodyOf(await get(web.url('/old'))).text).toBe(feed);
});

test('a port where nobody listens is a connection refused', async () => {
  const gone = await startFakeWeb();
  await gone.close();
  const problem = problemIn(await get(gone.url('/')));
  expect(problem).toMatchObject({ kind: 'connect', brief: 'connection refused' });
  expect(problem.sentence).toContain(`127.0.0.1:${gone.port} refuses the connection`);
});

test('a name that does not exist, and a name server that is silent, are told apart', async () => {
  const failing = (code: string) =>
    startFetching({}, { lookup: (_host, _options, callback) => callback(Object.assign(new Error(code), { code }), '', 0) });
  const [missing, silent] = [failing('ENOTFOUND'), failing('EAI_AGAIN')];
  expect(problemIn(await missing.get('http://no.example/')).sentence).toContain('the name no.example does not exist');
  expect(problemIn(await silent.get('http://no.example/'))).toMatchObject({ kind: 'offline', brief: 'name server silent' });
  await Promise.all([missing.close(), silent.close()]);
});

test('a certificate signed by itself is refused, and plain HTTP where TLS was expected is said', async () => {
  const toSecure = startFetching(
    {},
    {
      lookup: (_host, options, callback) =>
        options.all ? callback(null, [{ address: '127.0.0.1', family: 4 }]) : callback(null, '127.0.0.1', 4),
    },
  );
  expect(problemIn(await toSecure.get(secure.url('/', 'feeds.test')))).toMatchObject({ kind: 'tls', brief: 'self-signed certificate' });
  expect(problemIn(await get(web.url('/').replace('http:', 'https:'))).kind).toBe('tls');
  expect(problemIn(await get(secure.url('/').replace('https:', 'http:'))).kind).toMatch(/protocol|reset/);
  await toSecure.close();
});

test('a kept connection that the server closed meanwhile is made anew without a failure', async () => {
  web.on('/keep', whole(feed));
  expect((await get(web.url('/keep'))).kind).toBe('body');
  web.on('/keep', inTurn(reset, whole(feed, { connection: 'close' })));
  expect((await get(web.url('/keep'))).kind).toBe('body');
});

test('an abort ends a fetch at once with its reason, wherever it is', async () => {
  web.on('/hang', hang);
  const stop = new AbortController();
  const fetching = get(web.url('/hang'), { signal: stop.signal });
  await until('it was asked', () => web.underWay() > 0);
  stop.abort(new Error('The run ends.'));
  await expect(fetching).rejects.toThrow('The run ends.');
  await expect(get(web.url('/hang'), { signal: stop.signal })).rejects.toThrow('The run ends.');
});

test('closing ends what is under way and leaves no socket', async () => {
  web.on('/drip', drip);
  web.on('/good', whole(feed));
  const other = startFetching({ deadlineSeconds: 5 });
  await other.get(web.url('/good'));
  const fetching = expect(other.get(web.url('/drip'))).rejects.toThrow('The fetcher was closed');
  await until('it drips', () => web.underWay() > 0);
  await other.close();
  await fetching;
});

test('a hundred fetches with every fault at once leave no socket and no warning', async () => {
  const warnings: Error[] = [];
  const listen = (warning: Error) => warnings.push(warning);
  process.on('warning', listen);
  const faults = [
    hang,
    hangAfterHead,
    drip,
    endless(),
    endless({ gzip: true }),
    reset,
    truncated(feed.slice(0, -20), 999),
    raw('rubbish'),
    redirect('/f0'),
    whole(feed, { connection: 'close' }),
  ];
  for (const [at, fault] of faults.entries()) web.on(`/f${at}`, fault);
  const many = startFetching({ deadlineSeconds: patience(6), perHost: 100, atOnce: 100, maxBytes: 256 * 1024 });
  const signal = new AbortController().signal;
  const fetched = await Promise.all(Array.from({ length: 100 }, (_, at) => many.get(web.url(`/f${at % faults.length}`), { signal })));
  expect(fetched.filter(({ kind }) => kind === 'body')).toHaveLength(10);
  await noSocketsOpen(web);
  await many.close();
  process.off('warning', listen);
  expect(warnings).toEqual([]);
});
