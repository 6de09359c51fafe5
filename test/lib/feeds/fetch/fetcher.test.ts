import { afterAll, describe, expect, test } from 'vitest';
import { startFakeWeb } from '../../../support/web/fake-web.js';
import { conditional, inTurn, raw, redirect, status, whole } from '../../../support/web/faults.js';
import { bodyOf, feedOf, problemIn, startFetching } from '../../../support/web/fetching.js';

const web = await startFakeWeb();
const { get, close } = startFetching();
afterAll(async () => {
  await close();
  await web.close();
});

const feed = feedOf(['Ministers meet in Geneva']);

describe('conditional requests', () => {
  test('a feed read before is asked for by ETag and Last-Modified, and a 304 moves no byte', async () => {
    web.on('/conditional', conditional(feed));
    const first = bodyOf(await get(web.url('/conditional')));
    expect(first).toMatchObject({ text: feed, etag: expect.stringMatching(/^"\w+"$/), bytes: Buffer.byteLength(feed) });
    const { etag, lastModified, sha256 } = first;
    const again = await get(web.url('/conditional'), { known: { etag, lastModified, sha256 } });
    expect(again).toMatchObject({ kind: 'unchanged', by: '304', etag, lastModified, sha256, bytes: 0 });
    expect(web.asked('/conditional')[1]).toMatchObject({ 'if-none-match': etag, 'if-modified-since': lastModified });
  });

  test('a feed of which no body is known is asked for whole, whatever validators are stored', async () => {
    web.on('/no-body-known', conditional(feed));
    const known = { etag: '"x"', lastModified: 'Tue, 10 Mar 2026 08:00:00 GMT', sha256: null };
    expect((await get(web.url('/no-body-known'), { known })).kind).toBe('body');
  });

  test('a 304 to a question without conditions is a failure, not an unchanged feed', async () => {
    web.on('/always-304', status(304, {}, ''));
    expect(problemIn(await get(web.url('/always-304')))).toMatchObject({ kind: 'status', status: 304 });
  });

  test('a 304 without validators of its own keeps the known ones', async () => {
    web.on('/bare-304', status(304, {}, ''));
    const known = { etag: '"kept"', lastModified: null, sha256: 'a' };
    expect(await get(web.url('/bare-304'), { known })).toMatchObject({ kind: 'unchanged', etag: '"kept"', sha256: 'a' });
  });

  test('a 304 that brings a body all the same does no harm to the next fetch', async () => {
    web.on('/304-body', raw(`HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\nrubbishHTTP/1.1 200 OK\r\n\r\nevil`));
    web.on('/after', whole(feed));
    const known = { etag: '"kept"', sha256: 'a' };
    expect(await get(web.url('/304-body'), { known })).toMatchObject({ kind: 'unchanged' });
    expect(bodyOf(await get(web.url('/after'))).text).toBe(feed);
  });

  test('an ETag that cannot be a header is not sent back', async () => {
    web.on('/odd-etag', whole(feed));
    const known = { etag: '"a\r\nX-Evil: 1"', sha256: 'a' };
    expect((await get(web.url('/odd-etag'), { known })).kind).toBe('body');
    expect(web.asked('/odd-etag')[0]).not.toHaveProperty('if-none-match');
  });

  test('the same body as the last one is unchanged though the server knows no 304, however it is compressed', async () => {
    web.on('/hash', whole(feed, { etag: '"new"' }));
    const { sha256 } = bodyOf(await get(web.url('/hash')));
    expect(await get(web.url('/hash'), { known: { sha256 } })).toMatchObject({
      kind: 'unchanged',
      by: 'hash',
      etag: '"new"',
      bytes: feed.length,
    });
  });
});

describe('redirects', () => {
  test('are followed, relative ones too, and a temporary one is not remembered', async () => {
    web.on('/temporary', redirect('target?from=temporary'));
    web.on('/target?from=temporary', whole(feed));
    expect(bodyOf(await get(web.url('/temporary')))).toMatchObject({ text: feed, movedTo: null });
  });

  test.each([301, 308])('permanent ones (%i) all along the chain are remembered', async (code) => {
    web.on(`/moved-${code}`, redirect('/moved-again', code));
    web.on('/moved-again', redirect('/lasting', 301));
    web.on('/lasting', whole(feed));
    expect(bodyOf(await get(web.url(`/moved-${code}`))).movedTo).toBe(web.url('/lasting'));
  });

  test('a permanent one is remembered as far as it leads before a temporary one', async () => {
    web.on('/first', redirect('/second', 301));
    web.on('/second', redirect('/third', 307));
    web.on('/third', redirect('/lasting', 301));
    web.on('/lasting', whole(feed));
    expect(bodyOf(await get(web.url('/first'))).movedTo).toBe(web.url('/second'));
  });

  test('a 304 at the end of a permanent one remembers it as well', async () => {
    web.on('/moved-304', redirect('/unchanged', 301));
    web.on('/unchanged', status(304, {}, ''));
    expect(await get(web.url('/moved-304'), { known: { etag: '"x"', sha256: 'a' } })).toMatchObject({
      by: '304',
      movedTo: web.url('/unchanged'),
    });
  });

  test('what was remembered is asked first and stays remembered', async () => {
    web.on('/old-place', status(500));
    web.on('/new-place', whole(feed));
    const url = web.url('/old-place');
    expect(bodyOf(await get(url, { known: { url: web.url('/new-place') } })).movedTo).toBe(web.url('/new-place'));
  });

  test('a place moved to that is gone is left for the one the source names, asked for whole', async () => {
    web.on('/source', conditional(feed));
    web.on('/gone-place', status(404));
    const fetched = bodyOf(await get(web.url('/source'), { known: { url: web.url('/gone-place'), etag: '"x"', sha256: 'a' } }));
    expect(fetched.movedTo).toBeNull();
    expect(web.asked('/source')[0]).not.toHaveProperty('if-none-match');
  });

  test('a place moved to that fails for the moment is not left', async () => {
    web.on('/source-2', whole(feed));
    web.on('/busy-place', status(503));
    expect(problemIn(await get(web.url('/source-2'), { known: { url: web.url('/busy-place') } })).status).toBe(503);
    expect(web.asked('/source-2')).toHaveLength(0);
  });

  test('five are followed, six are not', async () => {
    for (let step = 1; step <= 6; step++) web.on(`/step-${step}`, redirect(`/step-${step + 1}`));
    web.on('/step-7', whole(feed));
    expect((await get(web.url('/step-2'))).kind).toBe('body');
    expect(problemIn(await get(web.url('/step-1')))).toMatchObject({ kind: 'redirects', brief: 'too many redirects' });
  });

  test('a circle of two is found at once', async () => {
    web.on('/circle-a', redirect('/circle-b', 301));
    web.on('/circle-b', redirect('/circle-a', 301));
    expect(problemIn(await get(web.url('/circle-a')))).toMatchObject({ kind: 'redirects', brief: 'redirect loop' });
    expect(web.asked('/circle-a')).toHaveLength(1);
  });

  test('one onto itself is a loop too, also where only the part after # differs', async () => {
    web.on('/self', redirect('/self#again'));
    expect(problemIn(await get(web.url('/self'))).brief).toBe('redirect loop');
  });

  test('one that names no place says so', async () => {
    web.on('/nowhere', status(302));
    expect(problemIn(await get(web.url('/nowhere'))).sentence).toMatch(/without being told where to\. Open the address in a browser/);
  });

  test('one to another scheme is refused', async () => {
    web.on('/to-file', redirect('file:///etc/passwd'));
    expect(problemIn(await get(web.url('/to-file')))).toMatchObject({ kind: 'address', brief: 'not http(s)' });
  });

  test('one with letters beyond ASCII is understood as UTF-8', async () => {
    web.on('/letters', (response) => response.writeHead(302, { location: Buffer.from('/новости', 'utf8').toString('latin1') }).end());
    web.on(encodeURI('/новости'), whole(feed));
    expect((await get(web.url('/letters'))).kind).toBe('body');
  });
});

describe('what is remembered and reported', () => {
  test('freshness is reported in seconds', async () => {
    web.on('/fresh', whole(feed, { 'cache-control': 'public, max-age=1800' }));
    expect(bodyOf(await get(web.url('/fresh'))).freshForSeconds).toBe(1800);
  });

  test('an empty body is a body; what it means is for its reader to say', async () => {
    web.on('/empty', whole(''));
    expect(bodyOf(await get(web.url('/empty')))).toMatchObject({ text: '', bytes: 0 });
  });

  test.each([
    [204, 'that there is nothing'],
    [403, 'refuses to give it'],
    [404, 'no such page'],
    [418, "answers 418 (i'm a teapot)"],
    [500, 'the server failed (500)'],
    [599, 'answers 599'],
  ])('status %i is said in words with what to do', async (code, words) => {
    web.on(`/status-${code}`, status(code, {}, ''));
    const problem = problemIn(await get(web.url(`/status-${code}`)));
    expect(problem).toMatchObject({ kind: 'status', brief: `HTTP ${code}`, status: code, permanent: false });
    expect(problem.sentence).toContain(`The feed ${web.url(`/status-${code}`)} cannot be read: `);
    expect(problem.sentence).toContain(words);
    expect(problem.sentence).toMatch(/\. [A-Z].+\.$/);
  });

  test('410 is told apart as gone for good', async () => {
    web.on('/gone', status(410));
    expect(problemIn(await get(web.url('/gone')))).toMatchObject({ permanent: true, status: 410 });
  });

  test('a server that recovers is read', async () => {
    web.on('/recovers', inTurn(status(500), whole(feed)));
    expect((await get(web.url('/recovers'))).kind).toBe('failed');
    expect((await get(web.url('/recovers'))).kind).toBe('body');
  });

  test('a login goes to its own site, is never shown, and is not carried to another', async () => {
    const other = await startFakeWeb({ host: '127.0.0.2' });
    other.on('/feed', whole(feed));
    web.on('/login', redirect('/login-2'));
    web.on('/login-2', redirect(other.url('/feed'), 301));
    const fetched = await get(web.url('/login').replace('//', '//reader:secret@'));
    expect(fetched.kind).toBe('body');
    expect(web.asked('/login-2')[0]?.authorization).toBe(`Basic ${btoa('reader:secret')}`);
    expect(other.asked('/feed')[0]).not.toHaveProperty('authorization');
    web.on('/secret-404', status(404));
    const problem = problemIn(await get(web.url('/secret-404').replace('//', '//reader:secret@')));
    expect(JSON.stringify(problem)).not.toContain('secret@');
    await other.close();
  });

  test('a login that a redirect brings along is not used', async () => {
    web.on('/planted', redirect(web.url('/target').replace('//', '//planted:word@')));
    web.on('/target', whole(feed));
    expect((await get(web.url('/planted'))).kind).toBe('body');
    expect(web.asked('/target').at(-1)).not.toHaveProperty('authorization');
  });
});
