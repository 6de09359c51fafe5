import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { isWhole } from '../../../../lib/feeds/fetch/ending.js';
import { type Answer, startFakeWeb } from '../../../support/web/fake-web.js';
import { truncated } from '../../../support/web/faults.js';
import { bodyOf, feedOf, noSocketsOpen, problemIn, startFetching } from '../../../support/web/fetching.js';

const web = await startFakeWeb();
const { get, close } = startFetching({ deadlineSeconds: 0.5 });
afterAll(async () => {
  await close();
  await noSocketsOpen(web);
  await web.close();
});

const feed = feedOf(Array.from({ length: 300 }, (_, at) => `Harbour opens berth ${at}`));

/** The body in chunks, or with a length, after which the server closes, or says nothing more. */
function sent(body: string | Buffer, headers: Record<string, string | number>, closes = true): Answer {
  return (response, { socket }) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers });
    response.write(body, () => closes && socket.destroySoon());
  };
}

test.each([
  ['announced too long', truncated(feed, feed.length + 500)],
  ['announced too long and kept waiting', sent(feed, { 'content-length': feed.length + 500 }, false)],
  ['compressed and announced too long', sent(gzipSync(feed), { 'content-encoding': 'gzip', 'content-length': 100_000 })],
  ['in chunks that are never ended', sent(feed, {})],
])('a feed %s that has ended is read, and marked', async (_name, answer) => {
  web.on('/cut', answer);
  expect(bodyOf(await get(web.url('/cut')))).toMatchObject({ text: feed, isCut: true });
});

test.each([
  ['inside an item', feed.slice(0, 900)],
  ['inside its last tag', feed.slice(0, -3)],
  ['after its last item', feed.slice(0, -'</channel></rss>'.length)],
])('a feed cut off %s is not', async (_name, body) => {
  web.on('/broken', truncated(body, 100_000));
  expect(problemIn(await get(web.url('/broken')))).toMatchObject({ kind: 'reset' });
});

test.each([
  ['<?xml version="1.0"?><!-- <a> --><feed><entry/></feed>\n<!-- served in 3 ms -->', true],
  ['<!DOCTYPE rdf:RDF [<!ENTITY a "b">]><rdf:RDF></rdf:RDF>', true],
  ['<feed><entry><feed></feed>', true],
  ['<rss><channel><item></item></channel>', false],
  ['{"items": [{"title": "A"}]}', true],
  ['{"items": [{"title": "A"}]', false],
  ['', false],
  ['plain text', false],
])('%s: ended %s', (text, ended) => {
  expect(isWhole(Buffer.from(text))).toBe(ended);
  if (text.startsWith('<')) expect(isWhole(Buffer.from(`\ufeff${text}`, 'utf16le'))).toBe(ended);
});
