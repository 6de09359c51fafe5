// The feeds that the pages serve: read back by a feed reader, with addresses of these pages, fresh by their ETag.
import RssParser from 'rss-parser';
import { beforeAll, expect, test } from 'vitest';
import { harm } from '../../support/evil-titles.js';
import { makeTestWorld } from '../../support/in-test.js';
import { furnish } from '../desk/fixture.js';
import { servePages } from './site.js';

const world = await makeTestWorld();
const { get, url } = await servePages(world);

beforeAll(async () => {
  await furnish(world.sql);
  await world.sql`update event_families set first_at = '2026-03-10T01:00:00Z' where ef_key = 'large'`;
  await harm(world.sql, 1);
  await world.sql`insert into watches (name, filter) values ('A/B <i>', '{"search": "odesa"}')`;
  await world.sql`select index_for_search(null)`;
});

const linksOf = async (path: string) => (await new RssParser().parseString((await get(path)).text)).items.map(({ link }) => link);

test.each([
  ['/feeds/brief.rss.xml', 'application/rss+xml; charset=utf-8', ['families/1', 'families/2']],
  ['/feeds/brief.atom.xml', 'application/atom+xml; charset=utf-8', ['families/1', 'families/2']],
  ['/feeds/theater/UKRAINE.rss.xml', 'application/rss+xml; charset=utf-8', ['families/1', 'families/2']],
  ['/feeds/theater/GAZA.rss.xml', 'application/rss+xml; charset=utf-8', []],
  [`/feeds/watchlist/${encodeURIComponent('A/B <i>')}.atom.xml`, 'application/atom+xml; charset=utf-8', ['families/2']],
  ['/feeds/outlet/Harbour%20Post.rss.xml', 'application/rss+xml; charset=utf-8', ['families/2']],
])('%s is %s', async (path, type, families) => {
  const { status, headers } = await get(path);
  expect([status, headers.get('content-type')]).toEqual([200, type]);
  expect(await linksOf(path)).toEqual(families.map((family) => `${url}${family}`));
});

test('the JSON Feed says where it stands, and nothing of a headline acts in it', async () => {
  const { text, headers } = await get('/feeds/brief.json');
  const feed = JSON.parse(text);
  expect(feed).toMatchObject({ feed_url: `${url}feeds/brief.json`, home_page_url: url });
  expect(feed.items.map(({ id }: { id: string }) => URL.canParse(id))).toEqual([true, true]);
  expect(text).not.toMatch(/<script|\p{Bidi_Control}|(?!\n)\p{Cc}/u);
  const etag = headers.get('etag') ?? '';
  expect((await get('/feeds/brief.json', { 'If-None-Match': etag })).status).toBe(304);
});

test('pages lead to the feed, and what is no feed is a sentence', async () => {
  expect((await get('/')).text).toContain(
    '<link rel="alternate" type="application/atom+xml" title="SNI brief" href="/feeds/brief.atom.xml">',
  );
  for (const path of [
    '/feeds/brief.xml',
    '/feeds/other.rss.xml',
    '/feeds/outlet/Nobody.json',
    '/feeds/theater/__proto__.json',
    '/feeds/x/y.json',
  ])
    expect(await get(path)).toMatchObject({ status: 404, text: expect.stringContaining('There is no such feed') });
});
