import { appendFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { status, whole } from '../../support/web/faults.js';
import { feedOf } from '../../support/web/fetching.js';
import { goodFeed } from '../../support/web/good-feeds.js';
import { briskFetching, makeIngestWorld, said } from '../../support/web/ingest-world.js';

const { web, world, sql, feed, configure, run, due, titles } = await makeIngestWorld();

test('feeds of every format, charset and compression are stored to the letter, each headline once', async () => {
  const crowd = Array.from({ length: 60 }, (_, number) => goodFeed(number, 12));
  for (const { path, body, headers } of crowd) web.on(path, whole(body, headers));
  // No test of deadlines: sixty feeds at once take a busy machine more than two seconds.
  const patient = { fetch: { ...briskFetching, deadline: '60s' } };
  configure(
    crowd.map(({ path, language }) => feed(path, { lang: language })),
    patient,
  );
  expect(await run()).toMatchObject({ code: 0, finished: { exit: 'done', done: 60, made: 720 } });
  expect(await titles()).toEqual(crowd.flatMap((one) => one.titles).sort());
  await due();
  expect(await run()).toMatchObject({ code: 0, finished: { done: 60, made: 0 } });
  expect(await sql`select distinct errors_in_row, last_error from feeds`).toEqual([{ errors_in_row: 0, last_error: null }]);
});

test('a source’s language is a hint to its charset, and its tz the zone of dates that name none', async () => {
  const zoneless =
    '<rss version="2.0"><channel><title>W</title><item><title>@</title><pubDate>2026-03-10 18:00:00</pubDate></item></channel></rss>';
  const [before = '', after = ''] = zoneless.split('@');
  // 中国约束 in GBK: too few signs to be told by themselves.
  const body = Buffer.concat([Buffer.from(before), Buffer.from('d6d0b9fad4bccaf8', 'hex'), Buffer.from(after)]);
  web.on('/hinted', whole(body, { 'content-type': 'text/xml' }));
  web.on('/colon', whole(body, { 'content-type': 'text/html; charset:gbk;' }));
  configure([feed('/hinted', { lang: 'zh', tz: 'Asia/Shanghai' }), feed('/colon', { lang: 'en', publisher: 'Another', tz: 'Asia/Tokyo' })]);
  expect(await run()).toMatchObject({ code: 0, finished: { made: 2 } });
  const rows = await sql`select title_original, published_at from titles where title_original ~ '约束' order by published_at`;
  expect(rows).toEqual([
    { title_original: '中国约束', published_at: new Date('2026-03-10T09:00:00Z') },
    { title_original: '中国约束', published_at: new Date('2026-03-10T10:00:00Z') },
  ]);
});

test('the owner of an outlet is kept with its feed, and is no reason to read it again', async () => {
  web.on('/owned', whole(feedOf(['Of an owned outlet'])));
  configure([feed('/owned', { owner: 'private' })]);
  expect(await run()).toMatchObject({ code: 0, finished: { made: 1 } });
  const read = await sql`select owner, next_fetch_at from feeds where url like '%/owned'`;
  expect(read).toMatchObject([{ owner: 'private' }]);
  configure([feed('/owned', { owner: 'state' })]);
  await run();
  expect(await sql`select owner, next_fetch_at from feeds where url like '%/owned'`).toEqual([{ ...read[0], owner: 'state' }]);
});

const sitemap = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://news.example/a</loc><news:news><news:publication><news:name>The Example</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2026-03-10T08:00:00Z</news:publication_date><news:title>From a sitemap</news:title></news:news></url></urlset>`;
const aggregated = `<rss version="2.0"><channel><title>Search</title><item><title>Talks resume in Doha - The Example</title>
<link>https://aggregator.example/x1</link><guid isPermaLink="false">x1</guid><source url="https://www.example.com">The Example</source></item></channel></rss>`;
const videos = `<feed xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom">
<yt:channelId>UC1</yt:channelId><title>Channel</title><entry><id>yt:video:1</id><title>From a channel of videos</title>
<link rel="alternate" href="https://www.youtube.com/watch?v=1"/><published>2026-03-10T08:00:00+00:00</published></entry></feed>`;
const api = {
  data: { articles: [{ id: 7, headline: 'From a JSON API', at: '2026-03-10T08:00:00Z', url: '/7', by: 'Agency' }, { id: 8 }] },
};

test('sources of every kind stand beside each other, and what a remote list names is read from the next run on', async () => {
  web.on('/sitemap', whole(sitemap, { 'content-type': 'application/xml' }));
  web.on('/search', whole(aggregated));
  web.on('/videos', whole(videos));
  web.on('/api', whole(JSON.stringify(api), { 'content-type': 'application/json' }));
  for (const list of ['remote', 'local']) web.on(`/of-${list}`, whole(feedOf([`From a feed of a ${list} list`])));
  const outline = (path: string) =>
    `<opml version="2.0"><body><outline text="Group"><outline text="Of a list" xmlUrl="${web.url(path, '127.0.0.1')}"/></outline></body></opml>`;
  web.on('/list', whole(outline('/of-remote'), { 'content-type': 'text/x-opml' }));
  writeFileSync(join(world.folder, 'list.opml'), outline('/of-local'));
  mkdirSync(join(world.folder, 'dropped'));
  writeFileSync(join(world.folder, 'dropped/one.jsonl'), '{"title":"From a line of JSON","publisher":"Wire"}\nno JSON\n');
  writeFileSync(join(world.folder, 'dropped/two.csv'), 'title,link\n"From a table, quoted",https://news.example/t\n');
  const jsonPaths = { items: 'data.articles', title: 'headline', link: 'url', id: 'id', date: 'at', publisher: 'by' };
  const sources = [
    { sitemap: web.url('/sitemap', '127.0.0.1') },
    feed('/search'),
    feed('/videos'),
    { json: { url: web.url('/api', '127.0.0.1'), ...jsonPaths }, lang: 'en' },
    { opml: web.url('/list', '127.0.0.1') },
    { opml: 'list.opml' },
    { folder: 'dropped', publisher: 'Dropped', lang: 'en' },
  ];
  configure(sources);
  expect(await run()).toMatchObject({ code: 0 });
  const first = [
    'From a JSON API',
    'From a channel of videos',
    'From a feed of a local list',
    'From a line of JSON',
    'From a sitemap',
    'From a table, quoted',
    'Talks resume in Doha - The Example',
  ];
  expect(await titles()).toEqual(first);
  expect(await sql`select publisher_name, publisher_domain, title_display from titles where title_original like 'Talks%'`).toEqual([
    { publisher_name: 'The Example', publisher_domain: 'example.com', title_display: 'Talks resume in Doha' },
  ]);
  await due();
  appendFileSync(join(world.folder, 'dropped/one.jsonl'), '{"title":"Dropped later","publisher":"Wire"}\n');
  expect(await run()).toMatchObject({ code: 0, finished: { made: 2 } });
  expect(await titles()).toEqual([...first, 'Dropped later', 'From a feed of a remote list'].sort());
});

test('a source taken out of sni.yaml is read no more and keeps its titles; a list that cannot be read takes nothing away', async () => {
  web.on('/stays', whole(feedOf(['Stays'])));
  web.on('/goes', whole(feedOf(['Goes'])));
  configure([feed('/stays'), feed('/goes')]);
  await run();
  await due();
  configure([feed('/stays')]);
  await run();
  expect([web.asked('/stays').length, web.asked('/goes').length]).toEqual([2, 1]);
  expect(await titles()).toEqual(['Goes', 'Stays']);
  writeFileSync(join(world.folder, 'not-a-list.opml'), 'An apology of the server that keeps the list.');
  configure([{ opml: 'not-a-list.opml' }]);
  await due();
  const ended = await run();
  expect(ended.code).toBe(0);
  expect(said(ended, 'list not read')[0]?.['error']).toMatch(/not-a-list\.opml is no OPML list/);
  expect(web.asked('/stays').length).toBe(3);
});

test('a list that fails one day keeps the feeds it has named', async () => {
  web.on('/fading-list', whole(`<opml><body><outline xmlUrl="${web.url('/of-fading', '127.0.0.1')}"/></body></opml>`));
  web.on('/of-fading', whole(feedOf(['Of a fading list'])));
  configure([{ opml: web.url('/fading-list', '127.0.0.1') }]);
  await run();
  web.on('/fading-list', status(500));
  await due();
  expect(await run()).toMatchObject({ code: 0, finished: { done: 2, made: 1 } });
  expect(await titles()).toEqual(['Of a fading list']);
});

test('a folder of many lines is read in parts, each from where the one before ended, also where --batch cuts one', async () => {
  mkdirSync(join(world.folder, 'much'));
  const lines = (what: string, count: number) => Array.from({ length: count }, (_, at) => `{"title":"${what} line ${at}"}\n`).join('');
  writeFileSync(join(world.folder, 'much/a.jsonl'), lines('First', 14_500));
  writeFileSync(join(world.folder, 'much/b.jsonl'), lines('Second', 8_000));
  configure([{ folder: 'much', publisher: 'Much', lang: 'en' }]);
  const made: unknown[] = [];
  for (const batch of [50_000, 3000, 50_000, 50_000, 50_000]) made.push((await run('--batch', String(batch))).finished?.['made']);
  expect(made).toEqual([10_000, 3000, 6500, 3000, 0]);
  expect(await sql`select count(*)::int as stored from titles`).toEqual([{ stored: 22_500 }]);
});

test('a folder holds what it holds: folders in it, files of other charsets and of none stop no line that is good', async () => {
  const path = join(world.folder, 'odd');
  mkdirSync(join(path, 'a folder.csv'), { recursive: true });
  writeFileSync(join(path, 'empty.jsonl'), '');
  writeFileSync(join(path, 'latin.csv'), Buffer.from('title\nM\u00fcnchen w\u00e4hlt\nBerlin votes\n', 'latin1'));
  writeFileSync(join(path, 'bytes.jsonl'), Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * 7919) & 0xff)));
  writeFileSync(join(path, 'good.jsonl'), '{"title":"A good line"}\n');
  symlinkSync('/no/such/file', join(path, 'gone.csv'));
  configure([{ folder: 'odd', publisher: 'Odd', lang: 'en' }]);
  expect(await run()).toMatchObject({ code: 0, finished: { done: 1, failed: 0 } });
  expect(await titles()).toEqual(['A good line', 'Berlin votes']);
  configure([{ folder: 'nowhere', publisher: 'Odd', lang: 'en' }]);
  expect(await run()).toMatchObject({ code: 78, stderr: expect.stringMatching(/sources\[0\]\.folder: found "nowhere", but there is no /) });
});
