import { describe, expect, test } from 'vitest';
import { parseFeed } from '../../../phases/ingest/parse.js';

const rss = (items: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>N</title>${items}</channel></rss>`;
const atom = (entries: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><title>N</title>${entries}</feed>`;
const titlesOf = async (text: string) => (await parseFeed(text)).map(({ title }) => title);

describe('an item', () => {
  test('of RSS 2.0 has its title, link, GUID, date and description', async () => {
    const text = rss(`<item><title>Talks &amp; terms</title><link>https://n.example/1</link><guid isPermaLink="false">g1</guid>
      <pubDate>Sun, 10 Mar 2024 08:00:00 GMT</pubDate><description>&lt;p&gt;They &lt;b&gt;met&lt;/b&gt;.&lt;/p&gt;</description></item>`);
    expect(await parseFeed(text)).toMatchObject([
      {
        title: 'Talks & terms',
        link: 'https://n.example/1',
        guid: 'g1',
        date: expect.stringContaining('10 Mar 2024'),
        description: 'They met.',
        source: null,
      },
    ]);
  });

  test('of Atom has its id for a GUID, and its alternate link', async () => {
    const text = atom(`<entry><title>Talks</title><id>urn:1</id><link rel="self" href="https://n.example/self"/>
      <link rel="alternate" href="https://n.example/1"/><published>2024-03-10T08:00:00Z</published><summary>They met.</summary></entry>`);
    expect(await parseFeed(text)).toMatchObject([
      { title: 'Talks', guid: 'urn:1', link: 'https://n.example/1', date: '2024-03-10T08:00:00.000Z', description: 'They met.' },
    ]);
  });

  test('of RDF has the date of Dublin Core and its link for a GUID', async () => {
    const text = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="x"><title>N</title></channel>
      <item rdf:about="https://n.example/1"><title>Talks</title><link>https://n.example/1</link><dc:date>2024-03-10T08:00:00+01:00</dc:date></item></rdf:RDF>`;
    const [item] = await parseFeed(text);
    expect(item).toMatchObject({ title: 'Talks', guid: 'https://n.example/1' });
    expect(Date.parse(item?.date ?? '')).toBe(Date.UTC(2024, 2, 10, 7));
  });

  test('of JSON Feed may lack or garble anything but what it is, and costs no other item its place', async () => {
    const items = [
      { id: 7, title: 'Talks', url: 'https://n.example/1', date_published: '2024-03-10T08:00:00Z', summary: 'They met.' },
      { id: 'x', title: null },
      'no item',
      { title: 'More', url: 5 },
    ];
    const parsed = await parseFeed(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }));
    expect(parsed.map(({ title, guid, link }) => ({ title, guid, link }))).toEqual([
      { title: 'Talks', guid: '7', link: 'https://n.example/1' },
      { title: '', guid: 'x', link: null },
      { title: 'More', guid: null, link: null },
    ]);
    expect(parsed[0]).toMatchObject({ date: '2024-03-10T08:00:00Z', description: 'They met.' });
  });

  test('of an aggregator names its publisher', async () => {
    const [item] = await parseFeed(rss('<item><title>H - BBC</title><source url="https://www.bbc.co.uk/news">BBC</source></item>'));
    expect(item?.source).toEqual({ name: 'BBC', url: 'https://www.bbc.co.uk/news' });
  });

  test('of old RSS without a version is read as well', async () => {
    expect(await titlesOf('<rss><channel><item><title>Talks</title></item></channel></rss>')).toEqual(['Talks']);
  });
});

describe('a title', () => {
  test.each([
    ['<![CDATA[Kyiv&#8217;s terms &amp; conditions]]>', 'Kyiv’s terms & conditions'],
    ['Kyiv&amp;#8217;s &lt;b&gt;K&lt;/b&gt;urs', 'Kyiv’s Kurs'],
    ['Growth &lt; 3%, debt &gt; 5%', 'Growth < 3%, debt > 5%'],
    ['AT&amp;T &amp;copy=1', 'AT&T &copy=1'],
  ])('that holds HTML as text is read as people read it: %s', async (xml, title) => {
    expect(await titlesOf(rss(`<item><title>${xml}</title></item>`))).toEqual([title]);
  });

  test.each([
    ['a bare "&"', 'Q & A', 'Q & A'],
    ['a reference to NUL', 'a&#0;b&#x0;c', 'abc'],
    ['a reference to half a character', 'a&#xD800;b&#55296;c', 'abc'],
    ['a bare "&" beside one in CDATA', 'Q & A <![CDATA[R&D]]>', 'Q & A R&D'],
    ['an escape character', 'a\u001bb & c', 'ab & c'],
  ])('with %s, which XML forbids, costs the feed nothing', async (_, xml, title) => {
    expect(await titlesOf(rss(`<item><title>${xml}</title></item>`))).toEqual([title]);
  });
});

describe('a date', () => {
  const dateOf = async (xml: string) => (await parseFeed(rss(`<item><title>T</title>${xml}</item>`)))[0]?.date;

  test.each([
    ['Sun, 10 Mar 2024 08:00:00 GMT', 8],
    ['Sun, 10 Mar 2024 08:00:00 +0300', 5],
    ['Sun, 10 Mar 2024 08:00:00 EST', 13],
    ['Sun, 10 Mar 2024 08:00:00', 8],
    ['2024-03-10 08:00:00', 8],
    ['2024-03-10T08:00:00', 8],
    ['2024-03-10T08:00:00Z', 8],
    ['2024-03-10T08:00+03:00', 5],
  ])('%s is %d o’clock UTC wherever it is read', async (date, hour) => {
    const zone = process.env['TZ'];
    try {
      for (const place of ['America/New_York', 'Asia/Tokyo']) {
        process.env['TZ'] = place;
        expect(Date.parse((await dateOf(`<pubDate>${date}</pubDate>`)) ?? '')).toBe(Date.UTC(2024, 2, 10, hour));
        const [entry] = await parseFeed(atom(`<entry><title>T</title><updated>${date}</updated></entry>`));
        expect(Date.parse(entry?.date ?? '')).toBe(Date.UTC(2024, 2, 10, hour));
      }
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });

  test('that is none is null, and costs no item its place', async () => {
    expect(await dateOf('<pubDate>yesterday</pubDate>')).toBeNull();
    expect(await dateOf('')).toBeNull();
    expect(await dateOf('<pubDate>soon</pubDate><dc:date>2024-03-10T08:00:00Z</dc:date>')).toBe('2024-03-10T08:00:00.000Z');
    const entries =
      '<entry><title>A</title><updated>soon</updated></entry><entry><title>B</title><published>2024-03-10T08:00:00Z</published></entry>';
    expect((await parseFeed(atom(entries))).map(({ title, date }) => [title, date])).toEqual([
      ['A', null],
      ['B', '2024-03-10T08:00:00.000Z'],
    ]);
  });
});

test.each([
  ['nothing', '', /feed is empty/],
  ['a page', '<!doctype html><html><body><p>Gone</body></html>', /not valid RSS or Atom/],
  ['a well-formed page', '<html><body><p>Gone</p></body></html>', /not valid RSS or Atom: Feed not recognized/],
  ['XML that is cut off', '<rss version="2.0"><channel><item><title>T', /not valid RSS or Atom/],
  [
    'tags that do not match',
    '<rss version="2.0"><channel><item><title>T</item></channel></rss>',
    /not valid RSS or Atom: Unexpected close tag/,
  ],
  [
    'an entity of its own',
    '<!DOCTYPE x [<!ENTITY a "aa">]><rss version="2.0"><channel><item><title>&a;</title></item></channel></rss>',
    /not valid RSS or Atom/,
  ],
  ['JSON that is no feed', '{"error": "gone"}', /JSON but not a JSON Feed/],
  ['JSON that is cut off', '{"items": [', /not valid JSON/],
])('a body that is %s is refused with a sentence', async (_, text, sentence) => {
  await expect(parseFeed(text)).rejects.toThrow(sentence);
});

test('a long text full of tag openings is read in no time', async () => {
  const startedAt = performance.now();
  await parseFeed(rss(`<item><title>T</title><description>${'a&lt;h'.repeat(40_000)}</description></item>`));
  expect(performance.now() - startedAt).toBeLessThan(1500);
});
