import { expect, test } from 'vitest';
import { conditional, redirect, status, whole } from '../../support/web/faults.js';
import { feedOf } from '../../support/web/fetching.js';
import { makeIngestWorld, said } from '../../support/web/ingest-world.js';

const { web, sql, feed, configure, run, due, titles, row } = await makeIngestWorld();

test('feeds that fail are noted in words, wait, stop no other feed, and recover by themselves', async () => {
  web.on('/broken', status(500));
  web.on('/page', whole('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }));
  web.on('/good', whole(feedOf(['A good feed among them'])));
  configure([feed('/broken'), feed('/page'), feed('/good')]);
  const ended = await run();
  expect(ended).toMatchObject({ code: 0, finished: { exit: 'done', done: 3, failed: 0, made: 1 } });
  expect(said(ended, 'feed not read').map((line) => line['problem'])).toContain('HTTP 500');
  expect(await row('/broken')).toMatchObject({
    errors_in_row: 1,
    last_problem: 'HTTP 500',
    last_error: expect.stringMatching(/\/broken cannot be read/),
  });
  expect(await row('/page')).toMatchObject({ errors_in_row: 1, last_problem: 'It is a web page (“Sign in”), not a feed.' });
  expect((await row('/broken'))['wait_seconds']).toBeGreaterThan(600);
  expect(await run()).toMatchObject({ finished: { exit: 'nothing' } });
  await due();
  await run();
  expect(await row('/broken')).toMatchObject({ errors_in_row: 2 });
  expect((await row('/broken'))['wait_seconds']).toBeGreaterThan(2 * 1800 * 0.8 - 10);
  web.on('/broken', whole(feedOf(['It is back'])));
  await due();
  await run();
  expect(await row('/broken')).toMatchObject({ errors_in_row: 0, last_error: null, last_problem: null, failing_since: null });
  expect(await titles()).toEqual(['A good feed among them', 'It is back']);
});

test('a feed that has failed for a week is still tried, and heals', async () => {
  web.on('/week', status(404));
  configure([feed('/week')]);
  await run();
  await sql`update feeds set failing_since = now() - interval '8 days', errors_in_row = 40, next_fetch_at = now()`;
  await run();
  expect(web.asked('/week').length).toBe(2);
  expect(await row('/week')).toMatchObject({ errors_in_row: 41, listed: true });
  expect((await row('/week'))['wait_seconds']).toBeLessThanOrEqual(86_400);
  web.on('/week', whole(feedOf(['After eight days'])));
  await due();
  await run();
  expect(await titles()).toEqual(['After eight days']);
});

test('Retry-After is waited for, in seconds and as a date, a day at most', async () => {
  const hosts = ['127.0.0.2', '127.0.0.3', '127.0.0.4'];
  web.on('/slow-down', status(429, { 'retry-after': '7200' }));
  web.on('/repair', status(503, { 'retry-after': new Date(Date.now() + 4 * 3_600_000).toUTCString() }));
  web.on('/century', status(429, { 'retry-after': '99999999' }));
  configure(['/slow-down', '/repair', '/century'].map((path, at) => ({ ...feed(path), feed: web.url(path, hosts[at]) })));
  await run();
  const rows = await sql<
    { seconds: number }[]
  >`select extract(epoch from next_fetch_at - fetched_at)::int as seconds from feeds order by feed_id`;
  const [slow = 0, repair = 0, century = 0] = rows.map(({ seconds }) => seconds);
  expect(slow).toBeGreaterThanOrEqual(7190);
  expect(repair).toBeGreaterThan(4 * 3600 - 30);
  expect(century).toBeGreaterThan(86_000);
  expect(century).toBeLessThanOrEqual(86_400);
});

test('304 after a failure does not clear it: the feed is asked for whole, and a whole body does', async () => {
  const known = conditional(feedOf(['Known before it failed']));
  web.on('/three-oh-four', known);
  configure([feed('/three-oh-four')]);
  await run();
  web.on('/three-oh-four', status(500));
  await due();
  await run();
  web.on('/three-oh-four', status(304));
  await due();
  await run();
  expect(web.asked('/three-oh-four').at(-1)).not.toHaveProperty('if-none-match');
  expect(await row('/three-oh-four')).toMatchObject({ errors_in_row: 2 });
  web.on('/three-oh-four', known);
  await due();
  await run();
  expect(await row('/three-oh-four')).toMatchObject({ errors_in_row: 0, last_error: null });
});

test('a permanent redirect is remembered, a temporary one is not', async () => {
  web.on('/old', redirect('/new', 301));
  web.on('/now', redirect('/for-now', 302));
  web.on('/new', whole(feedOf(['Moved for good'])));
  web.on('/for-now', whole(feedOf(['Moved for now'])));
  configure([feed('/old'), feed('/now')]);
  await run();
  await due();
  await run();
  expect(['/old', '/new', '/now', '/for-now'].map((path) => web.asked(path).length)).toEqual([1, 2, 2, 2]);
  expect(await row('/old')).toMatchObject({ moved_to: web.url('/new', '127.0.0.1') });
  expect(await row('/now')).toMatchObject({ moved_to: null });
});

test('private addresses are asked only where the source says so, the metadata service never', async () => {
  web.on('/inside', whole(feedOf(['From inside'])));
  web.on('/outward', redirect('http://169.254.169.254/latest/meta-data/'));
  const fetch = { host_spacing: '0ms', deadline: '2s' };
  configure([feed('/inside'), feed('/outward', { allowPrivate: true })], { fetch });
  await run();
  expect(web.asked('/inside').length).toBe(0);
  expect(await row('/inside')).toMatchObject({ last_problem: 'private address' });
  expect(await row('/outward')).toMatchObject({ last_problem: 'forbidden address' });
  configure([feed('/inside', { allowPrivate: true }), feed('/outward', { allowPrivate: true })], { fetch });
  await due();
  await run();
  expect(await titles()).toEqual(['From inside']);
});

test('a password in an address is sent to its server and shown nowhere, whatever goes wrong', async () => {
  web.on('/login/refused', status(401));
  web.on('/login/page', whole('<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' }));
  web.on('/login/api', whole('{"data":', { 'content-type': 'application/json' }));
  web.on('/login/list', whole('<note/>'));
  const secret = (path: string) => web.url(path, 'reader:hush@127.0.0.1');
  configure([
    { feed: secret('/login/refused'), publisher: 'Refused', lang: 'en' },
    { feed: secret('/login/page'), publisher: 'Page', lang: 'en' },
    { opml: secret('/login/list') },
    { json: { url: secret('/login/api'), items: 'data', title: 'title' } },
  ]);
  const ended = await run();
  expect(said(ended, 'feed not read').length).toBe(4);
  expect(JSON.stringify(ended.lines)).not.toContain('hush');
  expect(JSON.stringify(await sql`select last_error, last_problem from feeds`)).not.toContain('hush');
  expect(web.asked('/login/api')[0]?.['authorization']).toBe(`Basic ${btoa('reader:hush')}`);
});
