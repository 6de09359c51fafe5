// Every kind of feed, as its specification and its users write it.
import { expect, test } from 'vitest';
import { readFeed } from '../../../../lib/feeds/read/feed.js';
import { atom, item, itemsOf, rss, titlesOf } from './feeds.js';

const date = Date.UTC(2026, 2, 12, 9, 15);

test('RSS 2.0 gives title, link, guid, date and description', async () => {
  const fields =
    '<link>https://news.example/1</link><guid isPermaLink="false">a1</guid><pubDate>Thu, 12 Mar 2026 10:15:00 +0100</pubDate><description>Words</description>';
  const read = await readFeed(rss(item('One', fields)), 'application/rss+xml');
  expect(read).toMatchObject({ format: 'rss', dropped: [], feed: { title: 'Feed', link: 'https://news.example/' } });
  expect(read.items).toMatchObject([
    { title: 'One', link: 'https://news.example/1', guid: 'a1', publishedMillis: date, description: 'Words', source: null },
  ]);
});

test.each([
  'version="0.91"',
  'version="0.92"',
  'version="2.0.1"',
  'version="3.7"',
  '',
])('RSS is read whatever version it says it is: %s', async (attributes) => {
  expect(await titlesOf(rss(item('One') + item('Two'), '', attributes))).toEqual(['One', 'Two']);
});

test('RSS 1.0 has its items beside the channel, and dates in Dublin Core', async () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel rdf:about="https://news.example/"><title>Feed</title><dc:language>de</dc:language><items><rdf:Seq/></items></channel>
    <item rdf:about="https://news.example/1"><title>Eins</title><dc:date>2026-03-12T10:15+01:00</dc:date><dc:creator>Jane Doe</dc:creator></item></rdf:RDF>`;
  const read = await readFeed(rdf, null);
  expect(read).toMatchObject({ format: 'rdf', feed: { lang: 'de' } });
  expect(read.items).toMatchObject([
    { title: 'Eins', link: 'https://news.example/1', guid: 'https://news.example/1', publishedMillis: date, source: null },
  ]);
});

test('RSS whose items stand outside the channel is read', async () => {
  expect(await titlesOf(`<rss version="2.0"><channel><title>Feed</title></channel>${item('One')}</rss>`)).toEqual(['One']);
});

test.each([
  ['text', '<title type="text">A &amp;amp; B</title>', 'A & B'],
  ['html', '<title type="html">A &lt;b&gt;bold&lt;/b&gt; &amp;amp; B</title>', 'A bold & B'],
  ['xhtml', '<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>bold</b> word</div></title>', 'A bold word'],
  ['base64', '<title mode="base64" type="text/plain">S3lpdiBoaXQ=</title>', 'Kyiv hit'],
  ['CDATA', '<title type="html"><![CDATA[A <i>slanted</i> word]]></title>', 'A slanted word'],
])('Atom titles of type %s become the words they are', async (_type, title, words) => {
  expect(await titlesOf(atom(`<entry>${title}<id>1</id></entry>`))).toEqual([words]);
});

test('Atom 0.3 has issued and modified', async () => {
  const entry =
    '<entry><title>One</title><link rel="alternate" href="https://news.example/1"/><issued>2026-03-12T09:15:00Z</issued><modified>2026-03-12T11:00:00Z</modified></entry>';
  expect(await itemsOf(atom(entry, 'version="0.3" xmlns="http://purl.org/atom/ns#"'))).toMatchObject([
    { link: 'https://news.example/1', publishedMillis: date },
  ]);
});

test('an Atom link is the alternate web page, never the enclosure', async () => {
  const links =
    '<link rel="enclosure" href="https://news.example/a.mp3"/><link rel="self" href="https://news.example/e.xml"/><link rel="alternate" type="application/json" href="https://news.example/1.json"/><link rel="alternate" type="text/html" href="https://news.example/1"/>';
  expect(await itemsOf(atom(`<entry><title>One</title>${links}</entry>`))).toMatchObject([{ link: 'https://news.example/1' }]);
  expect(await itemsOf(atom('<entry><title>One</title><link rel="enclosure" href="https://news.example/a.mp3"/></entry>'))).toMatchObject([
    { link: null },
  ]);
});

test('a prefix before every Atom element changes nothing', async () => {
  const feed =
    '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>F</a:title><a:entry><a:title>One</a:title><a:link href="https://news.example/1"/><a:updated>2026-03-12T09:15:00Z</a:updated></a:entry></a:feed>';
  expect(await itemsOf(feed)).toMatchObject([{ title: 'One', link: 'https://news.example/1', publishedMillis: date }]);
});

test("a YouTube channel's feed is Atom", async () => {
  const entry =
    '<entry><id>yt:video:abc</id><yt:videoId>abc</yt:videoId><title>Summit, live</title><link rel="alternate" href="https://www.youtube.com/watch?v=abc"/><published>2026-03-12T09:15:00+00:00</published><media:group><media:title>Summit, live</media:title><media:description>All of it</media:description></media:group></entry>';
  const feed = atom(
    entry,
    'xmlns:yt="http://www.youtube.com/xml/schemas/2015" xmlns:media="http://search.yahoo.com/mrss/" xmlns="http://www.w3.org/2005/Atom"',
  );
  expect(await itemsOf(feed)).toMatchObject([
    {
      title: 'Summit, live',
      link: 'https://www.youtube.com/watch?v=abc',
      guid: 'yt:video:abc',
      publishedMillis: date,
      description: 'All of it',
    },
  ]);
});

test.each(['https://jsonfeed.org/version/1', 'https://jsonfeed.org/version/1.1'])('JSON Feed %s', async (version) => {
  const feed = {
    version,
    title: 'Feed',
    language: 'fr',
    home_page_url: 'https://news.example/',
    items: [
      { id: 7, url: '/un', title: 'Un', date_published: '2026-03-12T10:15:00+01:00', attachments: [{ url: 'https://news.example/a.mp3' }] },
      'rubbish',
      { id: 'x', external_url: 'https://other.example/2', title: 'Deux' },
    ],
  };
  const read = await readFeed(`\ufeff${JSON.stringify(feed)}`, null);
  expect(read).toMatchObject({ format: 'json', feed: { lang: 'fr' }, dropped: [{ reason: 'an item that is no JSON object' }] });
  expect(read.items).toMatchObject([
    { title: 'Un', link: 'https://news.example/un', guid: '7', publishedMillis: date },
    { title: 'Deux', link: 'https://other.example/2' },
  ]);
});

test('a news sitemap gives its news, whatever prefix it has', async () => {
  const url = (prefix: string) =>
    `<url><loc>https://news.example/1</loc><${prefix}:news><${prefix}:publication><${prefix}:name>The Example</${prefix}:name><${prefix}:language>en</${prefix}:language></${prefix}:publication><${prefix}:publication_date>2026-03-12T10:15:00+01:00</${prefix}:publication_date><${prefix}:title>One &amp; two</${prefix}:title></${prefix}:news></url>`;
  for (const prefix of ['news', 'n']) {
    const map = `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:${prefix}="http://www.google.com/schemas/sitemap-news/0.9">${url(prefix)}<url><loc>https://news.example/about</loc></url></urlset>`;
    const read = await readFeed(map, 'application/xml');
    expect(read.format).toBe('sitemap');
    expect(read.items).toMatchObject([
      { title: 'One & two', link: 'https://news.example/1', publishedMillis: date, lang: 'en', source: { name: 'The Example' } },
      { title: '' },
    ]);
  }
});

test('Google News names the publisher in source; dc:creator is a person and names none', async () => {
  const google = item('Talks fail - Reuters', '<source url="https://www.reuters.com">Reuters</source>');
  const person = item('Talks fail', '<dc:creator>Jane Doe</dc:creator><author>jane@news.example</author>');
  expect(await itemsOf(rss(google + person, '', 'version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'))).toMatchObject([
    { source: { name: 'Reuters', url: 'https://www.reuters.com' } },
    { source: null },
  ]);
});

test('the feed says when it asks not to be read', async () => {
  const channel =
    '<language>en-GB</language><ttl>60</ttl><skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>99</hour></skipHours><skipDays><day>Sunday</day><day>Sat</day></skipDays>';
  expect((await readFeed(rss(item('One'), channel), null)).feed).toEqual({
    title: 'Feed',
    link: 'https://news.example/',
    lang: 'en-GB',
    ttlSeconds: 3600,
    skipHours: [0, 5],
    skipDays: [0, 6],
  });
  const module = '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>';
  expect((await readFeed(rss(item('One'), module), null)).feed.ttlSeconds).toBe(21_600);
});

test('relative links are resolved by the nearest xml:base, the feed link, or where the feed came from', async () => {
  const link = '<link>post/1</link>';
  expect(
    await itemsOf(
      rss(`<item xml:base="/deep/"><title>One</title>${link}</item>`, '', 'version="2.0" xml:base="https://base.example/feeds/"'),
    ),
  ).toMatchObject([{ link: 'https://base.example/deep/post/1' }]);
  expect(await itemsOf(rss(item('One', link)))).toMatchObject([{ link: 'https://news.example/post/1' }]);
  expect(
    await itemsOf(
      `<rss version="2.0"><channel><title>F</title>${item('One', link)}</channel></rss>`,
      'https://feeds.example/rss/world.xml',
    ),
  ).toMatchObject([{ link: 'https://feeds.example/rss/post/1' }]);
});

test('a guid is the link where there is none and it says it may be', async () => {
  const guid = '<guid>https://news.example/1</guid>';
  expect(await itemsOf(rss(item('One', guid)))).toMatchObject([{ link: 'https://news.example/1' }]);
  expect(await itemsOf(rss(item('One', guid.replace('<guid', '<guid isPermaLink="false"'))))).toMatchObject([{ link: null }]);
  expect(await itemsOf(rss(item('One', '<enclosure url="https://news.example/a.mp3" type="audio/mpeg" length="1"/>')))).toMatchObject([
    { link: null },
  ]);
});
