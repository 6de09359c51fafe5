// Watchlists on the pages: a page of all and of each, its feeds, and the mark of what is on one.
import { beforeAll, expect, test } from 'vitest';
import { addToWatch, setNotifies } from '../../../lib/search/watch.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnishPages } from './fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get } = await servePages(world);

beforeAll(async () => {
  await furnishPages(world.sql);
  await addToWatch(world.sql, 'Odesa & <port>', { search: 'port' });
  await addToWatch(world.sql, 'Odesa & <port>', { actor: ['RU', 'UA'], act: 'attack' });
  await addToWatch(world.sql, 'Nothing', { search: 'zzz' });
  await setNotifies(world.sql, 'Odesa & <port>', true);
});

const name = encodeURIComponent('Odesa & <port>');

test('all of them with their lines', async () => {
  const { text } = await get('/watchlists');
  expect(text).toContain(`<a href="/watchlists/${name}">`);
  expect(text).toContain('actor RU and UA, act attack');
  expect(text.match(/notifiers are told/g)).toHaveLength(1);
});

test('one with its families and feeds, which lead back to it', async () => {
  const { status, text } = await get(`/watchlists/${name}`);
  expect(status).toBe(200);
  expect(text).toContain('<a href="/families/2">');
  const [, feed = ''] = /<a href="(\/feeds\/watchlist\/[^"]+rss\.xml)">/.exec(text) ?? [];
  const rss = await get(feed);
  expect([rss.status, rss.text.includes(`/watchlists/${name}</link>`)]).toEqual([200, true]);
  expect((await get('/watchlists/Nothing')).text).toContain('<p>None yet.</p>');
  expect(await get('/watchlists/nobody')).toMatchObject({ status: 404, text: expect.stringContaining('There is no watchlist nobody.') });
});

test('what is on one is marked in the brief, in lists, in what is found and on its own page', async () => {
  for (const path of ['/?since=2026-03-10&until=2026-03-12', '/families', '/search?q=port', '/families/2']) {
    const { text } = await get(path);
    expect([path, new RegExp(`class="watched">watched: .*href="/watchlists/${name}"`).test(text)]).toEqual([path, true]);
    expect(text).not.toContain('/watchlists/Nothing');
  }
  expect(JSON.parse((await get('/families/2?format=json')).text).watched).toContain('Odesa & <port>');
});
