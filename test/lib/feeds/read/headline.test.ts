// What a feed's items become before they are stored.
import { expect, test } from 'vitest';
import { readFeed } from '../../../../lib/feeds/read/feed.js';
import { headlinesOf } from '../../../../lib/feeds/read/headline.js';
import { headline, item, made, now, rss, source } from './feeds.js';

test('a headline has every column of its table', async () => {
  const fields =
    '<link>https://news.example/1?utm_source=rss</link><guid isPermaLink="false">g1</guid><pubDate>Thu, 12 Mar 2026 10:15:00 +0100</pubDate><description>&lt;p&gt;More &amp;amp; more&lt;/p&gt;&lt;img src="x"&gt;</description>';
  expect(await headline(rss(item('Talks “fail” &amp; end 🙂 - The Example', fields)))).toEqual({
    guid: 'g1',
    url: 'https://news.example/1?utm_source=rss',
    url_canonical: 'https://news.example/1',
    title_hash: expect.stringMatching(/^[0-9a-f]{32}$/),
    title_original: 'Talks “fail” & end 🙂 - The Example',
    title_display: 'Talks “fail” & end 🙂',
    title_norm: 'talks “fail” & end',
    publisher_name: 'The Example',
    publisher_domain: 'news.example',
    lang: 'en',
    description: 'More & more',
    published_at: '2026-03-12T09:15:00.000Z',
    published_at_from: 'item',
    raw: { json: expect.stringContaining('"link":["https://news.example/1?utm_source=rss"]') },
  });
});

test.each([
  ['missing', ''],
  ['more than an hour ahead', '<pubDate>Thu, 12 Mar 2026 13:00:01 GMT</pubDate>'],
  ['of the year 9999', '<pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>'],
  ['of the year 0', '<pubDate>0000-00-00T00:00:00Z</pubDate>'],
  ['of 1970', '<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>'],
  ['no date', '<pubDate>soon</pubDate>'],
])('a date that is %s is the fetch time, and marked', async (_what, date) => {
  expect(await headline(rss(item('One two three', date)))).toMatchObject({ published_at: now.toISOString(), published_at_from: 'fetch' });
});

test('a date up to an hour ahead is believed, and the next field is asked where one cannot be read', async () => {
  expect(await headline(rss(item('One', '<pubDate>Thu, 12 Mar 2026 12:59:00 GMT</pubDate>')))).toMatchObject({ published_at_from: 'item' });
  expect(await headline(rss(item('One', '<pubDate>soon</pubDate><dc:date>2026-03-12</dc:date>')))).toMatchObject({
    published_at: '2026-03-12T00:00:00.000Z',
  });
});

test('the same item under a new GUID, a new link, other quotation marks and another edition keeps its hash', async () => {
  const one = await headline(
    rss(
      item(
        'Iran\'s talks "fail" - BBC News',
        '<guid>a</guid><link>https://a.example/1</link><source url="https://www.bbc.co.uk">BBC News</source>',
      ),
    ),
  );
  const other = await headline(
    rss(
      item(
        'IRAN’S  talks “fail” - BBC.com',
        '<guid>b</guid><link>https://b.example/2</link><source url="https://www.bbc.com">BBC</source>',
      ),
    ),
  );
  expect(other.title_hash).toBe(one.title_hash);
  const elsewhere = await headline(rss(item('Iran\'s talks "fail"', '<source url="https://www.reuters.com">Reuters</source>')));
  expect(elsewhere.title_hash).not.toBe(one.title_hash);
});

test('an item twice in a feed is one, and what is left out is told with its reason', async () => {
  const items =
    item('One', '<guid>1</guid>') +
    item('One', '<guid>2</guid>') +
    item('One, changed', '<guid>1</guid>') +
    item('', '<link>https://news.example/9</link>') +
    item('🙂');
  const { headlines, dropped } = await made(rss(items));
  expect(headlines.map(({ title_original }) => title_original)).toEqual(['One']);
  expect(dropped).toEqual([
    { item: 'One', reason: 'twice in the feed' },
    { item: 'One, changed', reason: 'twice in the feed' },
    { item: 'https://news.example/9', reason: 'without a title' },
    { item: '🙂', reason: 'without a title' },
  ]);
});

test('a GUID or a link that all items share names none of them', async () => {
  const shared = ['One', 'Two', 'Three']
    .map((title) => item(title, '<guid isPermaLink="false">0</guid><link>https://news.example/</link>'))
    .join('');
  expect((await made(rss(shared))).headlines.map(({ title_original, guid }) => [title_original, guid])).toEqual([
    ['One', null],
    ['Two', null],
    ['Three', null],
  ]);
  expect((await made(rss(shared.replaceAll(/<guid.*?<\/guid>/g, '')))).headlines.map(({ guid }) => guid)).toEqual([null, null, null]);
});

test('without a GUID the canonical address is one', async () => {
  expect(await headline(rss(item('One', '<link>https://news.example/1/?utm_source=x</link>')))).toMatchObject({
    guid: 'https://news.example/1',
  });
});

test('titles end at 500 and descriptions at 1,000 characters, never inside one', async () => {
  const family = '👨‍👩‍👧‍👦';
  const long = await headline(rss(item(`${'x'.repeat(495)}${family}${family}`, `<description>${'word '.repeat(400)}</description>`)));
  expect(long.title_original).toBe('x'.repeat(495));
  expect(long.description?.length).toBe(999);
});

test('a description that only repeats the title is none', async () => {
  expect(await headline(rss(item('One', '<description>&lt;p&gt;One&lt;/p&gt;</description>')))).toMatchObject({ description: null });
});

test('since leaves out what is older, and keeps what has no date', async () => {
  const read = await readFeed(
    rss(
      item('Old', '<pubDate>Mon, 09 Mar 2026 10:00:00 GMT</pubDate>') +
        item('New', '<pubDate>Wed, 11 Mar 2026 10:00:00 GMT</pubDate>') +
        item('Undated'),
    ),
    null,
  );
  const { headlines, dropped } = await headlinesOf(read, source, now, { since: new Date('2026-03-10T00:00:00Z') });
  expect(headlines.map(({ title_original }) => title_original)).toEqual(['New', 'Undated']);
  expect(dropped).toEqual([{ item: 'Old', reason: 'older than 2026-03-10' }]);
});

test("without a configured language the feed's own counts, and the item's before both", async () => {
  const feed = rss(item('Emmanuel Macron') + item('Olaf Scholz', '<dc:language>de</dc:language>'), '<language>fr-FR</language>');
  expect((await made(feed, { publisher: 'P' })).headlines.map(({ lang }) => lang)).toEqual(['fr-FR', 'de']);
  expect((await made(feed)).headlines.map(({ lang }) => lang)).toEqual(['en', 'de']);
});

test('what cannot be stored is not in a headline, nor in its raw item', async () => {
  const nasty = 'a\u0000b\ud800c';
  const json = JSON.stringify(
    await headline(
      rss(
        item(
          nasty,
          `<guid>${nasty}</guid><link>https://news.example/${nasty}</link><description>${nasty}</description><x y="${nasty}">${nasty}</x>`,
        ),
      ),
    ),
  );
  expect(json).not.toMatch(/\\u0000|\\ud8/);
});

test("the publisher's domain comes from the link where none is configured, never for an aggregated item", async () => {
  const link = '<link>https://www.other.example/1</link>';
  expect(await headline(rss(item('One', link)), { publisher: 'P' })).toMatchObject({ publisher_domain: 'other.example' });
  expect(await headline(rss(item('One', `${link}<source>Reuters</source>`)), { publisher: 'P' })).toMatchObject({
    publisher_name: 'Reuters',
    publisher_domain: null,
  });
});
