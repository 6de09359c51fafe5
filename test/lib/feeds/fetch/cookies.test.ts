import { afterAll, expect, test } from 'vitest';
import { makeCookies } from '../../../../lib/feeds/fetch/cookies.js';
import { type Answer, startFakeWeb } from '../../../support/web/fake-web.js';
import { redirect, status, whole } from '../../../support/web/faults.js';
import { bodyOf, feedOf, noSocketsOpen, problemIn, startFetching } from '../../../support/web/fetching.js';

const web = await startFakeWeb({ host: '0.0.0.0' });
const { get, close } = startFetching();
afterAll(async () => {
  await close();
  await noSocketsOpen(web);
  await web.close();
});

const feed = feedOf(['Ferry line resumed']);
/** The feed for whoever brings the cookie, else what the wall does. */
const behind =
  (cookie: string, wall: Answer): Answer =>
  (response, request) =>
    (request.headers.cookie?.includes(cookie) ? whole(feed) : wall)(response, request);

test('a cookie that is set on the way goes back within the chain, and is gone at the next fetch', async () => {
  web.on('/wall', behind('seen=1', redirect('/login')));
  web.on('/login', status(302, { location: '/wall', 'set-cookie': ['seen=1; path=/; HttpOnly', 'other=2; path=/elsewhere'] }));
  for (const round of [1, 2]) {
    expect(bodyOf(await get(web.url('/wall', '127.0.0.1')))).toMatchObject({ text: feed, movedTo: null });
    expect(web.asked('/login')).toHaveLength(round);
    expect(web.asked('/wall').map(({ cookie }) => cookie)).toEqual([undefined, 'seen=1', undefined, 'seen=1'].slice(0, 2 * round));
  }
});

test('an address that redirects to itself with a cookie is read; one that never has enough is a loop', async () => {
  web.on('/self', behind('ok=yes', status(307, { location: '/self', 'set-cookie': 'ok=yes' })));
  expect(bodyOf(await get(web.url('/self', '127.0.0.1'))).text).toBe(feed);
  web.on('/ring', status(302, { location: '/ring', 'set-cookie': 'ok=no' }));
  expect(problemIn(await get(web.url('/ring', '127.0.0.1'))).brief).toBe('redirect loop');
  let count = 0;
  web.on('/counting', (response, request) => status(302, { location: '/counting', 'set-cookie': `n=${count++}` })(response, request));
  expect(problemIn(await get(web.url('/counting', '127.0.0.1'))).brief).toBe('too many redirects');
});

test('another site does not get it, and a move that needs it is not remembered', async () => {
  web.on('/here', status(302, { location: web.url('/there', '127.0.0.2'), 'set-cookie': 'secret=1; path=/' }));
  web.on('/there', whole(feed));
  expect(bodyOf(await get(web.url('/here', '127.0.0.1'))).text).toBe(feed);
  expect(web.asked('/there')[0]).not.toHaveProperty('cookie');
  web.on('/moved', status(302, { location: '/moved-on', 'set-cookie': 'session=7; path=/' }));
  web.on('/moved-on', redirect('/session-7', 301));
  web.on('/session-7', whole(feed));
  expect(bodyOf(await get(web.url('/moved', '127.0.0.1'))).movedTo).toBe(null);
});

test.each([
  ['a=1', 'https://n.example/x/y', 'https://n.example/x/z', 'a=1'],
  ['a=1', 'https://n.example/x/y', 'https://n.example/z', ''],
  ['a=1; path=/x', 'https://n.example/', 'https://n.example/xy', ''],
  ['a=1; path=/x', 'https://n.example/', 'https://n.example/x/y', 'a=1'],
  ['a=1', 'https://n.example/', 'https://www.n.example/', ''],
  ['a=1; domain=.n.example', 'https://www.n.example/', 'https://rss.n.example/', 'a=1'],
  ['a=1; domain=n.example', 'https://www.n.example/', 'https://evil.example/', ''],
  ['a=1; domain=evil.example', 'https://n.example/', 'https://evil.example/', ''],
  ['a=1; domain=example', 'https://n.example/', 'https://o.example/', ''],
  ['a=1; domain=co.uk', 'https://n.co.uk/', 'https://o.co.uk/', ''],
  ['a=1; domain=0.0.1', 'http://127.0.0.1/', 'http://126.0.0.1/', ''],
  ['a=1; secure', 'https://n.example/', 'http://n.example/', ''],
  ['a=1; max-age=0', 'https://n.example/', 'https://n.example/', ''],
  ['a=1; expires=Thu, 01 Jan 1970 00:00:00 GMT', 'https://n.example/', 'https://n.example/', ''],
  ['a', 'https://n.example/', 'https://n.example/', ''],
  ['a=1\r\nX: y', 'https://n.example/', 'https://n.example/', ''],
])('"%s" of %s is sent to %s as "%s"', (set, from, to, sent) => {
  const cookies = makeCookies();
  cookies.take(new URL(from), [set]);
  expect(cookies.for(new URL(to))).toBe(sent);
});

test('a jar holds no more than a browser would', () => {
  const cookies = makeCookies();
  const from = new URL('https://n.example/');
  cookies.take(
    from,
    Array.from({ length: 500 }, (_, at) => `c${at}=${'x'.repeat(1000)}`),
  );
  expect(cookies.for(from).length).toBeLessThan(10_000);
});
