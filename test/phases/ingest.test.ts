// The phase as the process it is, over feeds of a web server and of files.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { startFeedServer } from '../support/feed-server.js';
import { makeTestWorld } from '../support/in-test.js';

const web = await startFeedServer();
const world = await makeTestWorld();
const { sql } = world;

beforeEach(async () => {
  web.reset();
  await sql`truncate work, titles, feeds, runs cascade`;
});

type Source = { feed: string; publisher?: string; every?: string };

/** Runs P1 once over these sources, all of them due; gives its last line. A source is its publisher where it names none. */
async function read(sources: readonly Source[], args: string[] = []) {
  const listed = sources.map((source) => ({ publisher: source.feed.split('/').at(-1), lang: 'en', ...source }));
  writeFileSync(world.settings, stringify({ database: world.name, checkpoints: 'checkpoints', ingest_every: '10m', sources: listed }));
  await sql`update feeds set next_fetch_at = now()`;
  const ended = await world.run('ingest', args);
  expect([ended.code, ended.stderr]).toEqual([0, '']);
  expect(await sql`select item_id from work where state <> 'done'`).toEqual([]);
  return ended.finished;
}
const titles = async () => (await sql<{ title: string }[]>`select title_display as title from titles order by 1`).map(({ title }) => title);

const rss = (items: string) => `<rss version="2.0"><channel><title>N</title>${items}</channel></rss>`;
const item = (title: string, more = '') => `<item><title>${title}</title>${more}</item>`;

test('RSS, Atom, RDF and JSON Feed are read from files and over http, an aggregator’s items under their own publishers', async () => {
  const forms: Record<string, (title: string) => string> = {
    'rss.xml': (title) => rss(item(title, '<pubDate>Sun, 10 Mar 2024 08:00:00 GMT</pubDate>')),
    'atom.xml': (title) =>
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>${title}</title><id>1</id><updated>2024-03-10T08:00:00Z</updated></entry></feed>`,
    'rdf.xml': (title) =>
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel/><item><title>${title}</title><dc:date>2024-03-10T08:00:00Z</dc:date></item></rdf:RDF>`,
    'feed.json': (title) => JSON.stringify({ items: [{ id: 1, title, date_published: '2024-03-10T08:00:00Z' }] }),
  };
  for (const [name, form] of Object.entries(forms)) {
    web.serve(name, { body: form(`web ${name}`) });
    writeFileSync(join(world.folder, name), form(`file ${name}`));
  }
  web.serve('all', { body: rss(item('Talks end - BBC', '<source url="https://www.bbc.co.uk">BBC</source>') + item('War - Roundup')) });
  const names = Object.keys(forms);
  const feeds = [...names, ...names.map((name) => web.url(name))].map((feed) => ({ feed }));
  const finished = await read([...feeds, { feed: web.url('all'), publisher: 'Roundup' }]);
  expect(finished).toMatchObject({ claimed: 9, done: 9, failed: 0, made: 10 });
  const all = await titles();
  for (const name of names) expect(all).toEqual(expect.arrayContaining([`file ${name}`, `web ${name}`]));
  const dated = await sql`select published_at, status, count(*)::int as n from titles where published_at_from = 'item' group by 1, 2`;
  expect(dated).toEqual([{ published_at: new Date('2024-03-10T08:00:00Z'), status: 'pending', n: 8 }]);
  const undated = sql`select title_original, title_display, publisher_name, publisher_domain from titles where published_at_from = 'fetch' order by 1`;
  expect(await undated).toEqual([
    { title_original: 'Talks end - BBC', title_display: 'Talks end', publisher_name: 'BBC', publisher_domain: 'bbc.co.uk' },
    { title_original: 'War - Roundup', title_display: 'War', publisher_name: 'Roundup', publisher_domain: null },
  ]);
});

test('an item that comes again - other GUID and link, other feed of its publisher, other title under its GUID - is stored once', async () => {
  const feeds = [
    { feed: web.url('a'), publisher: 'Post' },
    { feed: web.url('b'), publisher: 'Post' },
    { feed: web.url('c'), publisher: 'Other' },
  ];
  for (const name of ['a', 'b', 'c']) {
    web.serve(name, { body: rss(item('Talks end', `<guid>${name}1</guid><link>https://x.example/${name}</link>`)) });
  }
  expect(await read(feeds)).toMatchObject({ made: 2 });
  const again = item('TALKS END', '<guid>a2</guid><link>https://x.example/2?utm_source=rss</link>');
  web.serve('a', { body: rss(again + item('More', '<guid>a3</guid>')) });
  web.serve('c', { body: rss(item('Talks end, says minister', '<guid>c1</guid>')) });
  expect(await read(feeds)).toMatchObject({ done: 3, made: 1 });
  expect(await sql`select publisher_name, title_display from titles order by 1, 2`).toEqual([
    { publisher_name: 'Other', title_display: 'Talks end' },
    { publisher_name: 'Post', title_display: 'More' },
    { publisher_name: 'Post', title_display: 'Talks end' },
  ]);
});

describe('a feed that cannot be read', () => {
  const reasons: Record<string, RegExp> = {
    gone: /\/gone cannot be read: the server answered 404/,
    page: /not valid RSS or Atom/,
    broken: /not valid RSS or Atom: Unexpected close tag/,
    'nul.json': /not valid JSON/,
    odd: /character set klingon is unknown/,
  };

  test('is noted on its row and tried later, ever later, stops no other feed, and is as good as new once it can be read', async () => {
    web.serve('page', { body: '<!doctype html><html><body><p>Gone</body></html>' });
    web.serve('broken', { body: '<rss version="2.0"><channel><item><title>T</item></channel></rss>' });
    web.serve('nul.json', { body: '{"items": \0\uD800 broken' });
    web.serve('odd', { body: rss(item('T')), headers: { 'content-type': 'text/xml; charset=klingon' } });
    web.serve('good', { titles: ['Good news'] });
    const names = Object.keys(reasons);
    const feeds = [...names, 'good'].map((name) => ({ feed: web.url(name) }));
    const all = [...feeds, { feed: 'http://127.0.0.1:2/refused' }, { feed: 'none.xml' }];
    expect(await read(all)).toMatchObject({ claimed: 8, done: 8, failed: 0, made: 1 });
    expect(await titles()).toEqual(['Good news']);
    await read(all);
    const rows = await sql`
      select url, errors_in_row, last_error, succeeded_at, extract(epoch from next_fetch_at - fetched_at)::float8 as wait from feeds`;
    const row = (end: string) => rows.find(({ url }) => url.endsWith(end));
    for (const name of names) {
      expect(row(`/${name}`)).toMatchObject({
        errors_in_row: 2,
        last_error: expect.stringMatching(reasons[name] ?? /$/),
        succeeded_at: null,
        wait: 1200,
      });
    }
    expect(row('/refused')?.['last_error']).toMatch(/refused cannot be read: fetch failed/);
    expect(row('none.xml')?.['last_error']).toMatch(/feed file .*none\.xml cannot be read: ENOENT/);
    expect(row('/good')).toMatchObject({ errors_in_row: 0, last_error: null, wait: 600 });
    web.serve('gone', { titles: ['Back'] });
    await read([{ feed: web.url('gone') }]);
    const [back] = await sql`select errors_in_row, last_error, succeeded_at = fetched_at as read from feeds where url = ${web.url('gone')}`;
    expect(back).toEqual({ errors_in_row: 0, last_error: null, read: true });
  });
});

test('a feed that has not changed is asked for with what it was known by and stores nothing, unless --since asks for it', async () => {
  const known = { etag: '"v1"', 'last-modified': 'Sun, 10 Mar 2024 08:00:00 GMT' };
  const dated = (title: string, day: string) => item(title, `<pubDate>${day} Mar 2024 08:00:00 GMT</pubDate>`);
  const served = { body: rss(dated('Old', '08') + dated('New', '10')), headers: known };
  const feeds = [{ feed: web.url('a') }];
  web.serve('a', served);
  expect(await read(feeds)).toMatchObject({ made: 2 });
  expect(web.lastHeaders('a')).not.toHaveProperty('if-none-match');
  web.serve('a', { status: 304, body: '' });
  expect(await read(feeds)).toMatchObject({ done: 1, made: 0 });
  expect(await sql`select errors_in_row, succeeded_at = fetched_at as read from feeds`).toEqual([{ errors_in_row: 0, read: true }]);
  web.serve('a', served);
  await sql`delete from titles`;
  expect(await read(feeds)).toMatchObject({ done: 1, made: 0 });
  expect(web.lastHeaders('a')).toMatchObject({ 'if-none-match': known.etag, 'if-modified-since': known['last-modified'] });
  expect(await read(feeds, ['--since', '2024-03-09'])).toMatchObject({ made: 1 });
  expect(web.lastHeaders('a')).not.toHaveProperty('if-none-match');
  expect(await titles()).toEqual(['New']);
});

test('NUL, lone surrogates and control characters break no insert', async () => {
  const bad = '\0 \ud800 \udc00 \u001b[31m \u0085 ';
  const items = [
    { id: bad, title: `Talks${bad}end`, url: `https://x.example/${bad}`, summary: bad, [bad]: { deep: [bad] } },
    { title: `${'x'.repeat(499)}😀`, summary: `${'y'.repeat(999)}😀` },
  ];
  web.serve('bad.json', { body: JSON.stringify({ items }) });
  web.serve('bad.xml', { body: rss(item('Talks&#0; go&#xD800; on & on', '<guid>&#1;</guid>')), headers: { etag: '"\u00ff"' } });
  expect(await read([{ feed: web.url('bad.json') }, { feed: web.url('bad.xml') }])).toMatchObject({ done: 2, made: 3 });
  expect(await titles()).toEqual(['Talks [31m end', 'Talks go on & on', 'x'.repeat(499)]);
});

test('a source no longer listed is kept but not read, and read again when it is back', async () => {
  for (const name of ['a', 'b']) web.serve(name, { titles: [`Title of ${name}`] });
  const both = ['a', 'b'].map((name) => ({ feed: web.url(name) }));
  await read(both);
  await read(both.slice(0, 1));
  expect([web.asked('a'), web.asked('b')]).toEqual([2, 1]);
  expect(await sql`select listed from feeds order by url`).toEqual([{ listed: true }, { listed: false }]);
  expect(await titles()).toHaveLength(2);
  await read(both);
  expect(web.asked('b')).toBe(2);
});
