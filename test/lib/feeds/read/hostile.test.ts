// Feeds that are broken, wrong or meant to harm: each is read as far as it is whole, or refused by name, at once and without rubbish.
import { expect, test } from 'vitest';
import { readFeed } from '../../../../lib/feeds/read/feed.js';
import { atom, headline, item, made, rss, titlesOf } from './feeds.js';

const controls = '\u0000\u0001\u0008\u000e\u001f\u007f';

const broken: [name: string, feed: string, titles: string[]][] = [
  ['a bare ampersand', rss(item('Fish & chips') + item('AT&T buys')), ['Fish & chips', 'AT&T buys']],
  ['a bare ampersand in a link', rss(item('One', '<link>https://news.example/?a=1&b=2</link>')), ['One']],
  ['an HTML entity that XML does not know', rss(item('Caf&eacute; closes &mdash; again')), ['Café closes — again']],
  ['text that breaks off inside an item', rss(item('One') + item('Two')).replace(/wo<\/title>.*/, ''), ['One']],
  ['text that breaks off inside a tag', `${rss(item('One')).replace('</channel></rss>', '')}<item><title>Two</tit`, ['One']],
  ['text that breaks off after an item', rss(item('One')).replace('</channel></rss>', ''), ['One']],
  ['tags that do not match', rss(`<item><title>One <b>bold</title></b></item>${item('Two')}`), ['One bold', 'Two']],
  ['items that are never closed', rss('<item><title>One</title><item><title>Two</title>'), ['One', 'Two']],
  ['titles that are never closed', rss('<item><title>One</item><item><title>Two</item>'), ['One', 'Two']],
  ['a namespace that is not declared', rss(item('One', '<foo:bar baz:qux="1">x</foo:bar>')), ['One']],
  ['no version', rss(item('One'), '', ''), ['One']],
  ['a channel without rss around it', `<channel><title>F</title>${item('One')}</channel>`, ['One']],
  ['capitals', '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>', ['One']],
  ['a byte order mark and blanks before the prolog', `\ufeff \n\t${rss(item('One'))}`, ['One']],
  ['controls before the prolog', `\u0000\u0003${rss(item('One'))}`, ['One']],
  [
    'a notice of the server before the prolog',
    `<br />\n<b>Warning</b>: mysql_connect() in <b>/var/www/feed.php</b> on line 3\n${rss(item('One'))}`,
    ['One'],
  ],
  ['plain words before the prolog', `Cache miss 17\n${rss(item('One'))}`, ['One']],
  ['a comment before the root', `<?xml version="1.0"?><!-- made by > hand --><!-- twice -->${rss(item('One')).slice(38)}`, ['One']],
  [
    'a document type with a list in brackets',
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % HTMLlat1 PUBLIC "a" "b"> %HTMLlat1;]>${rss(item('One')).slice(38)}`,
    ['One'],
  ],
  ['controls in the text', rss(item(`Pu${controls}tin speaks`)), ['Putin speaks']],
  ['a NUL by number', rss(item('Pu&#0;tin &#x0;speaks')), ['Putin speaks']],
  ['a lone surrogate by number', rss(item('Putin&#xD800; speaks')), ['Putin speaks']],
  ['a lone surrogate as it is', rss(item('Putin\ud800 speaks')), ['Putin speaks']],
  ['a character past the last by number', rss(item('Putin &#x110000;speaks')), ['Putin speaks']],
  ['marks that turn the writing direction', rss(item('Minister \u202edenies\u202c \u2066all\u2069')), ['Minister denies all']],
  ['an invisible text in tag characters', rss(item('Talks\u{e0049}\u{e0067} fail')), ['Talks fail']],
  ['CDATA that never ends', rss(`<item><title><![CDATA[One</title></item>${item('Two')}`), ['One', 'Two']],
  [
    'CDATA that ends in the next field',
    rss(`<item><title><![CDATA[One</title><description><![CDATA[more]]></description></item>${item('Two')}`),
    ['One', 'Two'],
  ],
  ['CDATA in CDATA', rss(item('<![CDATA[One <![CDATA[two]]> three]]>')), ['One two three']],
  ['CDATA that is written out', rss(item('&lt;![CDATA[One &amp;amp; two]]&gt;')), ['One & two']],
  ['a heart and a comparison', rss(item('Readers <3 it: 2 < 3')), ['Readers <3 it: 2 < 3']],
  ['entities encoded three times', rss(item('A &amp;amp;amp; B')), ['A & B']],
  ['tags encoded twice', rss(item('A &amp;lt;b&amp;gt;bold&amp;lt;/b&amp;gt; word')), ['A bold word']],
  ['a script in the title', rss(item('One&lt;script&gt;alert(1)&lt;/script&gt; more')), ['One more']],
  ['a title in two lines', rss(item('One\n\t and\r\n  more')), ['One and more']],
  ['an Atom link without attributes', atom('<entry><title>One</title><link>https://news.example/1</link></entry>'), ['One']],
  [
    'an Atom date that is none',
    atom('<entry><title>One</title><updated>yesterday</updated></entry><entry><title>Two</title></entry>'),
    ['One', 'Two'],
  ],
  [
    'an element named like a part of every object',
    rss(item('One', '<__proto__>x</__proto__><constructor>y</constructor><toString/>')),
    ['One'],
  ],
  [
    'an external entity',
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>${rss(item('&xxe;') + item('Two &xxe;')).slice(38)}`,
    ['', 'Two'],
  ],
  [
    'an entity that reads another machine',
    `<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:1/evil.dtd">${rss(item('One')).slice(38)}`,
    ['One'],
  ],
];

test.each(broken)('read in spite of %s', async (_name, feed, titles) => {
  expect(await titlesOf(feed)).toEqual(titles);
});

const noFeed: [name: string, text: string, sentence: RegExp][] = [
  ['nothing', '', /^The feed is empty\.$/],
  ['blanks and a byte order mark', '\ufeff \n ', /^The feed is empty\.$/],
  [
    'a web page',
    '<!DOCTYPE html><html><head><title>Just a moment...</title></head><body><item/></body></html>',
    /^It is a web page \(“Just a moment\.\.\.”\), not a feed\.$/,
  ],
  [
    'a web page in XML',
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html xmlns="http://www.w3.org/1999/xhtml"></html>',
    /a web page/,
  ],
  ['a list of feeds', '<?xml version="1.0"?><opml version="2.0"><body/></opml>', /an OPML list of feeds/],
  ['an index of sitemaps', '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>', /an index of sitemaps/],
  ['other XML', '<?xml version="1.0"?><note><to>Tove</to></note>', /XML with the root element <note>/],
  ['plain text', 'Not found', /plain text \(sent as text\/plain\) beginning “Not found”/],
  ['bytes', '%PDF-1.7\u0000\u0001', /binary data/],
  ['JSON that is no feed', '{"error":"rate limit"}', /JSON, but not a JSON Feed: it has no list of items/],
  ['a JSON list', '[{"title":"One"}]', /JSON, but not a JSON Feed: it is a list/],
  ['JSON of a shop', '{"items":[{"price":1}]}', /no item has a title/],
  ['JSON that breaks off', '{"version":"https://jsonfeed.org/version/1","items":[{"title":"On', /JSON that is damaged or breaks off/],
  ['a feed that breaks off before its first item', '<rss version="2.0"><channel><title>News</ti', /breaks off before its first item/],
  [
    'a feed that breaks off inside its first item',
    '<rss version="2.0"><channel><item><title>One</title><link>http',
    /breaks off inside its first item/,
  ],
];

test.each(noFeed)('refused by name: %s', async (_name, text, sentence) => {
  await expect(readFeed(text, 'text/plain')).rejects.toThrow(sentence);
});

const laughs = Array.from({ length: 20 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
const million = 1_000_000;

/** Each must be over within a second or two, and hold no more than a few times its text. */
const heavy: [name: string, feed: () => string, check: (feed: string) => Promise<void>][] = [
  [
    'a bomb of entities',
    () => `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${rss(item('&l20;') + item('Two')).slice(38)}`,
    async (feed) => expect((await made(feed)).headlines.map(({ title_original }) => title_original)).toEqual(['Two']),
  ],
  [
    'a million elements in each other',
    () => rss('<a>'.repeat(million)),
    async (feed) => expect(readFeed(feed, null)).rejects.toThrow(/nests more than/),
  ],
  [
    'a million levels of JSON',
    () => `{"items":[${'[['.repeat(million / 2)}`,
    async (feed) => expect(readFeed(feed, null)).rejects.toThrow(/levels deep/),
  ],
  [
    'a title of a megabyte',
    () => rss(item('word '.repeat(million / 5))),
    async (feed) => expect((await headline(feed)).title_original.length).toBe(499),
  ],
  [
    'a title of a megabyte of tags',
    () => rss(item('&lt;b '.repeat(million / 6))),
    async (feed) => expect((await made(feed)).headlines.length).toBeLessThan(2),
  ],
  [
    'a description of unclosed tags',
    () => rss(item('One', `<description><![CDATA[${'a<p'.repeat(million / 3)}]]></description>`)),
    async (feed) => expect((await headline(feed)).title_original).toBe('One'),
  ],
  [
    'a description of comments without end',
    () => rss(item('One', `<description><![CDATA[${'<!--'.repeat(million / 4)}]]></description>`)),
    async (feed) => expect((await headline(feed)).description).toBeNull(),
  ],
  [
    'a million ends of CDATA that begin nowhere',
    () => rss(item('One', `<description>${']]>'.repeat(million / 3)}</description>`)),
    async (feed) => expect(await titlesOf(feed)).toEqual(['One']),
  ],
  [
    'CDATA that begins again and again',
    () => rss(item(`One${'<![CDATA['.repeat(million / 9)}`)),
    async (feed) => expect((await titlesOf(feed))[0]).toMatch(/^One/),
  ],
  [
    'an attribute of a megabyte',
    () => rss(item('One', `<media:content url="${'x'.repeat(million)}"/>`)),
    async (feed) => expect(await titlesOf(feed)).toEqual(['One']),
  ],
  ['a million ampersands', () => rss(item('&'.repeat(million))), async (feed) => expect((await made(feed)).headlines).toEqual([])],
  [
    'half a million empty items',
    () => rss('<item/>'.repeat(million / 2)),
    async (feed) =>
      expect((await readFeed(feed, null)).dropped).toEqual([
        { item: null, reason: '450000 items beyond the 50,000 that one feed may hold' },
      ]),
  ],
  [
    'a hundred thousand items without end tags',
    () => rss('<item><title>x'.repeat(million / 10)),
    async (feed) => expect(readFeed(feed, null)).rejects.toThrow(/elements open/),
  ],
  [
    'an item of a thousand fields',
    () => rss(item('One', Array.from({ length: 1000 }, (_, at) => `<f${at}>${'x'.repeat(1000)}</f${at}>`).join(''))),
    async (feed) => expect(JSON.stringify((await headline(feed)).raw).length).toBeLessThan(40_000),
  ],
  [
    'marks stacked on one letter',
    () => rss(item(`Z${'\u0301'.repeat(5000)}algo`)),
    async (feed) => expect((await headline(feed)).title_original.length).toBeLessThanOrEqual(500),
  ],
  [
    'a date of a megabyte',
    () => rss(item('One', `<pubDate>${'1 '.repeat(million / 2)}</pubDate>`)),
    async (feed) => expect((await headline(feed)).published_at_from).toBe('fetch'),
  ],
  [
    'a link of a megabyte',
    () => rss(item('One', `<link>https://news.example/${'x'.repeat(million)}</link>`)),
    async (feed) => expect((await headline(feed)).url).toBeNull(),
  ],
];

test.each(heavy)('no harm from %s', async (_name, feed, check) => {
  await check(feed());
});

test('what breaks off is told', async () => {
  const { dropped } = await readFeed(rss(item('One') + item('Two')).replace(/wo<\/title>.*/, ''), null);
  expect(dropped).toEqual([{ item: null, reason: 'the feed breaks off inside this item' }]);
});
