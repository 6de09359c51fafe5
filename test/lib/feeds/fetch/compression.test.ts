import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { startFakeWeb } from '../../../support/web/fake-web.js';
import { compressed, type Encoding, raw, whole } from '../../../support/web/faults.js';
import { bodyOf, feedOf, noSocketsOpen, problemIn, startFetching } from '../../../support/web/fetching.js';

const web = await startFakeWeb();
const { get, close } = startFetching({ deadlineSeconds: 30 });
afterAll(async () => {
  await close();
  await noSocketsOpen(web);
  await web.close();
});

const feed = feedOf(Array.from({ length: 3000 }, (_, at) => `Headline number ${at}: Ministers meet`));
const read = async (answer: Parameters<typeof web.on>[1]) => {
  web.on('/feed', answer);
  return get(web.url('/feed'));
};

test.each<Encoding>(['gzip', 'deflate', 'deflate-raw', 'br'])('%s is undone, and what came over the wire is counted', async (encoding) => {
  const body = bodyOf(await read(compressed(feed, encoding)));
  expect(body.text).toBe(feed);
  expect(body.bytes).toBeLessThan(feed.length / 5);
  expect(web.asked('/feed').at(-1)?.['accept-encoding']).toBe('gzip, deflate, br');
});

test('the same feed has the same hash however it is compressed', async () => {
  const { sha256 } = bodyOf(await read(compressed(feed, 'br')));
  web.on('/feed', compressed(feed, 'gzip'));
  expect(await get(web.url('/feed'), { known: { sha256 } })).toMatchObject({ kind: 'unchanged', by: 'hash' });
});

test.each([
  ['gzip in gzip', whole(gzipSync(gzipSync(feed)), { 'content-encoding': 'gzip, gzip' })],
  ['gzip by its old name', whole(gzipSync(feed), { 'content-encoding': 'x-gzip' })],
  ['gzip in two members', whole(Buffer.concat([gzipSync(feed.slice(0, 500)), gzipSync(feed.slice(500))]), { 'content-encoding': 'gzip' })],
  ['gzip padded with zeros', whole(Buffer.concat([gzipSync(feed), Buffer.alloc(100)]), { 'content-encoding': 'gzip' })],
  ['gzip that is not named', whole(gzipSync(feed))],
  ['gzip that is called deflate', whole(gzipSync(feed), { 'content-encoding': 'deflate' })],
  ['plain text that is called gzip', whole(feed, { 'content-encoding': 'gzip' })],
  ['plain text that is called deflate', whole(feed, { 'content-encoding': 'deflate' })],
  ['plain text that is called identity', whole(feed, { 'content-encoding': 'identity' })],
  [
    'gzip in single bytes',
    (response: import('node:http').ServerResponse) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      for (const byte of gzipSync(feed)) response.write(Buffer.of(byte));
      response.end();
    },
  ],
])('%s is read', async (_name, answer) => {
  expect(bodyOf(await read(answer)).text).toBe(feed);
});

test.each([
  ['utf-8', feed],
  ['none', feed],
  ['8bit', '\ufeff  <?xml version="1.0"?><rss/>'],
  ['text, UTF-8', feed],
  ['binary', Buffer.from('\ufeff<rss/>', 'utf16le')],
  ['gzip, utf-8', gzipSync(feed)],
  ['gzip, none', feed],
  ['utf-8', gzipSync(feed)],
])('a coding that is no compression (%s) is passed over', async (encoding, sent) => {
  expect(bodyOf(await read(whole(sent, { 'content-encoding': encoding }))).text.trim()).toMatch(/^<(?:\?xml|rss)/);
});

test.each<Encoding>(['gzip', 'deflate', 'br'])('an empty body called %s is an empty body', async (encoding) => {
  expect(bodyOf(await read(whole('', { 'content-encoding': encoding }))).text).toBe('');
});

test.each([
  ['cut short', gzipSync(feed).subarray(0, 400), 'cut compression'],
  ['damaged in the middle', Buffer.concat([gzipSync(feed).subarray(0, 400), Buffer.alloc(400, 1)]), 'broken compression'],
  ['of another length than it says', Buffer.concat([gzipSync(feed).subarray(0, -4), Buffer.from('abcd')]), 'broken compression'],
])('gzip %s is a failure, not half a feed', async (_name, body, brief) => {
  expect(problemIn(await read(whole(body, { 'content-encoding': 'gzip' })))).toMatchObject({ kind: 'compression', brief });
});

test('brotli that is none is a failure', async () => {
  expect(problemIn(await read(whole('<rss/> but no brotli', { 'content-encoding': 'br' }))).kind).toBe('compression');
});

test('a compression nobody asked for is named', async () => {
  expect(problemIn(await read(whole(feed, { 'content-encoding': 'zstd' }))).sentence).toContain(
    'its compression "zstd" is none we asked for',
  );
});

test('more layers of compression than make sense are refused', async () => {
  expect(problemIn(await read(whole(feed, { 'content-encoding': 'gzip,gzip,gzip,gzip' }))).kind).toBe('compression');
});

test('a connection cut within a compressed body is said as that', async () => {
  const start = gzipSync(feed).subarray(0, 400);
  const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 90000\r\n\r\n`;
  expect(problemIn(await read(raw(Buffer.concat([Buffer.from(head), start])))).kind).toBe('reset');
});

test('a gzip of endless empty members is stopped by what it takes over the wire', async () => {
  const small = startFetching({ maxBytes: 64 * 1024, deadlineSeconds: 30 });
  web.on('/hollow', (response) =>
    response.writeHead(200, { 'content-encoding': 'gzip' }).end(Buffer.concat(Array.from({ length: 5000 }, () => gzipSync('')))),
  );
  expect(problemIn(await small.get(web.url('/hollow'))).kind).toBe('too_large');
  await small.close();
});
