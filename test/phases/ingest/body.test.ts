import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { type KnownVersion, readBody } from '../../../phases/ingest/body.js';
import { startFeedServer } from '../../support/feed-server.js';

const web = await startFeedServer();
const folder = mkdtempSync(join(tmpdir(), 'sni-body-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const unknown: KnownVersion = { etag: null, lastModified: null, sha256: null };
const going = new AbortController().signal;
const read = (feed: string, known = unknown) => readBody(feed, folder, known, going);

/** Text in windows-1251: ASCII and the letters А to я. */
const cyrillic = (text: string) =>
  Buffer.from([...text].map((letter) => (letter < 'А' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x410 + 0xc0)));
const prolog = '<?xml version="1.0" encoding="windows-1251"?>';

describe('a body is read in the character set that', () => {
  test.each([
    ['the server names', cyrillic('<a>Да</a>'), 'text/xml; charset=Windows-1251', '<a>Да</a>'],
    ['the server names in quotes', cyrillic('<a>Да</a>'), 'text/xml; charset="windows-1251"', '<a>Да</a>'],
    ['the server names, whatever the prolog says', Buffer.from(`${prolog}<a>Да</a>`), 'text/xml; charset=utf-8', `${prolog}<a>Да</a>`],
    ['the prolog names where the server names none', cyrillic(`${prolog}<a>Да</a>`), 'text/xml', `${prolog}<a>Да</a>`],
    ['its byte order mark names, above all', Buffer.from('\ufeff<a>Да</a>', 'utf16le'), 'text/xml; charset=utf-8', '<a>Да</a>'],
    ['is usual where nothing is named', Buffer.from('<a>Да</a>'), 'text/xml', '<a>Да</a>'],
  ])('%s', async (_, body, type, text) => {
    web.serve('feed', { body, headers: { 'content-type': type } });
    expect((await read(web.url('feed'))).text).toBe(text);
  });

  test('nobody knows is refused', async () => {
    web.serve('feed', { body: 'x', headers: { 'content-type': 'text/xml; charset=klingon' } });
    await expect(read(web.url('feed'))).rejects.toThrow(/feed cannot be read: its character set klingon is unknown/);
  });
});

describe('a body that is known', () => {
  const known = { etag: '"v1"', lastModified: 'Sun, 10 Mar 2024 08:00:00 GMT', sha256: 'f' };

  test('is asked for with its validators; a 304 gives them back and no text', async () => {
    web.serve('feed', { status: 304, body: '' });
    expect(await read(web.url('feed'), known)).toEqual({ ...known, text: null });
    expect(web.lastHeaders('feed')).toMatchObject({ 'if-none-match': '"v1"', 'if-modified-since': known.lastModified });
  });

  test('gives no text when it is sent again, and the new validators', async () => {
    web.serve('feed', { body: 'same', headers: { etag: '"v1"' } });
    const first = await read(web.url('feed'));
    web.serve('feed', { body: 'same', headers: { etag: '"v2"' } });
    expect(first.text).toBe('same');
    expect(await read(web.url('feed'), { ...unknown, sha256: first.sha256 })).toEqual({ ...first, etag: '"v2"', text: null });
    expect(web.lastHeaders('feed')).not.toHaveProperty('if-none-match');
  });
});

describe('a body that is too large', () => {
  test('is left while it streams, also when it comes compressed', async () => {
    let sent = 0;
    const megabyte = Buffer.alloc(1024 * 1024, ' ');
    const bomb = gzipSync(Buffer.alloc(30 * 1024 * 1024));
    const server = createServer((request, response) => {
      response.writeHead(200, request.url === '/bomb' ? { 'content-encoding': 'gzip' } : {});
      if (request.url === '/bomb') return void response.end(bomb);
      const more = (): void => {
        sent++;
        response.write(megabyte, () => response.destroyed || setImmediate(more));
      };
      more();
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    for (const name of ['endless', 'bomb']) {
      await expect(read(`http://127.0.0.1:${port}/${name}`)).rejects.toThrow(/it has more than the 15728640 bytes allowed/);
    }
    server.closeAllConnections();
    server.close();
    expect(sent).toBeLessThan(40);
  });

  test('in a file is not even opened', async () => {
    writeFileSync(join(folder, 'large.xml'), Buffer.alloc(15 * 1024 * 1024 + 1));
    await expect(read('large.xml')).rejects.toThrow(/large\.xml cannot be read: it has 15728641 bytes/);
  });
});

test('a path starts from the settings’ folder', async () => {
  writeFileSync(join(folder, 'feed.xml'), '<a/>');
  expect(await read('feed.xml')).toMatchObject({
    text: '<a/>',
    etag: null,
    lastModified: null,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await expect(read('none.xml')).rejects.toThrow(/none\.xml cannot be read: ENOENT/);
});

test.each([
  ['404', { status: 404, body: 'gone' }, /the server answered 404 Not Found/],
  ['500', { status: 500, body: 'oops' }, /the server answered 500/],
])('an answer of %s is refused with the address and the status', async (_, served, sentence) => {
  web.serve('feed', served);
  await expect(read(web.url('feed'))).rejects.toThrow(sentence);
});

test('a connection that is refused is told with its cause', async () => {
  await expect(read('http://127.0.0.1:2/')).rejects.toThrow(/127\.0\.0\.1:2\/ cannot be read: fetch failed \(connect ECONNREFUSED/);
});

test('a reading that is no longer wanted ends at once', async () => {
  web.serve('slow', { titles: ['Late'], delaySeconds: 20 });
  const stop = new AbortController();
  const reading = expect(readBody(web.url('slow'), folder, unknown, stop.signal)).rejects.toThrow(/stopped/);
  await web.until(() => web.asked('slow') > 0);
  stop.abort(new Error('stopped'));
  await reading;
});
