// A crowd of well-formed feeds: all formats, charsets and compressions, in six languages, each item a headline of its own. The same
// number gives the same feed, so that two processes agree on what a web serves without telling each other.
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { type Language, languages, wordsOf } from './headline-words.js';

export interface GoodFeed {
  path: string;
  /** As it goes over the wire. */
  body: Buffer;
  headers: Record<string, string>;
  language: Language;
  titles: readonly string[];
}

interface Item {
  title: string;
  link: string;
  guid: string;
  at: Date;
  text: string;
}

const formats = {
  rss2: { type: 'application/rss+xml', write: (items: readonly Item[], charset: string) => rss(items, charset, '2.0') },
  atom: { type: 'application/atom+xml', write: atom },
  content: { type: 'text/xml', write: (items: readonly Item[], charset: string) => rss(items, charset, '2.0', true) },
  rdf: { type: 'application/rdf+xml', write: rdf },
  rss091: { type: 'application/xml', write: (items: readonly Item[], charset: string) => rss(items, charset, '0.91') },
  json: { type: 'application/feed+json', write: json },
};
const cycle = ['rss2', 'atom', 'rss2', 'content', 'rss2', 'rdf', 'atom', 'rss091', 'content', 'json'] as const;
const compressions = ['', 'gzip', '', 'br', 'gzip', '', 'deflate'] as const;

/** The feed of that number with so many items, dated one every ten minutes back from the morning of 10 March 2026. */
export function goodFeed(number: number, itemCount: number): GoodFeed {
  const language = languages[Math.floor(number / 3) % languages.length] ?? 'en';
  const format = cycle[number % cycle.length] ?? 'rss2';
  const charset = format === 'json' || number % 4 !== 1 ? 'utf-8' : wordsOf[language].charset;
  const items = Array.from({ length: itemCount }, (_, at) => itemOf(number, at, language));
  const encoding = compressions[number % compressions.length] ?? '';
  const { type, write } = formats[format];
  const body = compress(encode(write(items, charset), charset), encoding);
  const headers = { 'content-type': `${type}; charset=${charset}`, ...(encoding ? { 'content-encoding': encoding } : {}) };
  return { path: `/feed-${number}`, body, headers, language, titles: items.map(({ title }) => title) };
}

/** Words in mixed radix of the item's place: no two of the first 4,096 titles of a feed are the same. */
function itemOf(number: number, at: number, language: Language): Item {
  const { who, does, what, where, filler } = wordsOf[language];
  const pick = (words: readonly string[], place: number) => words[place % words.length] ?? '';
  const title = [pick(who, at + number), pick(does, at >> 3), pick(what, at >> 6), pick(where, at >> 9)]
    .filter((word) => word !== '')
    .join(language === 'zh' ? '' : ' ');
  return {
    title,
    link: `https://www.news-${number}.example/world/2026/03/10/${number}-${at}?utm_source=rss&utm_medium=feed`,
    guid: `news-${number}-article-${at}`,
    at: new Date(Date.UTC(2026, 2, 10, 8) - at * 600_000),
    text: `${title}. ${filler}`,
  };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function prolog(charset: string): string {
  return `<?xml version="1.0" encoding="${charset}"?>\n`;
}

function rss(items: readonly Item[], charset: string, version: string, content = false): string {
  const rows = items.map(
    ({ title, link, guid, at, text }) => `<item>
  <title>${content ? `<![CDATA[${title}]]>` : escaped(title)}</title>
  <link>${escaped(link)}</link>
  <description>${content ? `<![CDATA[<p>${text}</p>]]>` : escaped(text)}</description>
  ${version === '2.0' ? `<guid isPermaLink="false">${guid}</guid><pubDate>${at.toUTCString()}</pubDate><category>World</category>` : ''}
  ${content ? `<content:encoded><![CDATA[<p><b>${title}</b></p><p>${text}</p>]]></content:encoded>` : ''}
</item>`,
  );
  return `${prolog(charset)}<rss version="${version}" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>World news</title>
<link>https://www.news.example/</link><description>All the news</description>${rows.join('\n')}</channel></rss>`;
}

function rdf(items: readonly Item[], charset: string): string {
  const rows = items.map(
    ({ title, link, at, text }) => `<item rdf:about="${escaped(link)}"><title>${escaped(title)}</title><link>${escaped(link)}</link>
<description>${escaped(text)}</description><dc:date>${at.toISOString()}</dc:date></item>`,
  );
  return `${prolog(charset)}<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://www.news.example/"><title>World news</title>
<link>https://www.news.example/</link><description>All the news</description></channel>${rows.join('\n')}</rdf:RDF>`;
}

function atom(items: readonly Item[], charset: string): string {
  const rows = items.map(
    ({ title, link, guid, at, text }) => `<entry><title type="html">${escaped(escaped(title))}</title><link rel="alternate" type="text/html"
 href="${escaped(link)}"/><id>tag:${guid}</id><published>${at.toISOString()}</published><updated>${at.toISOString()}</updated>
<summary type="text">${escaped(text)}</summary></entry>`,
  );
  return `${prolog(charset)}<feed xmlns="http://www.w3.org/2005/Atom"><title>World news</title><id>tag:news.example</id>
<updated>2026-03-10T08:00:00Z</updated><link href="https://www.news.example/"/>${rows.join('\n')}</feed>`;
}

function json(items: readonly Item[]): string {
  const rows = items.map(({ title, link, guid, at, text }) => {
    return { id: guid, url: link, title, content_text: text, date_published: at.toISOString() };
  });
  return JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'World news', items: rows });
}

function compress(body: Buffer, encoding: (typeof compressions)[number]): Buffer {
  if (encoding === 'br') return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } });
  return encoding === 'gzip' ? gzipSync(body) : encoding === 'deflate' ? deflateSync(body) : body;
}

/** Node decodes old charsets and encodes none: of one byte a character by its decoder's table, of two bytes the pairs that stand for it. */
function encode(text: string, charset: string): Buffer {
  if (charset === 'utf-8') return Buffer.from(text);
  const table = tableOf(charset);
  return Buffer.from([...text].flatMap((char) => table.get(char) ?? [0x3f]));
}

const tables = new Map<string, Map<string, readonly number[]>>();

function tableOf(charset: string): Map<string, readonly number[]> {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, readonly number[]>();
  const note = (bytes: readonly number[]) => {
    const [char = '', more] = new TextDecoder(charset).decode(Uint8Array.from(bytes));
    if (more === undefined && char !== '\ufffd' && !table.has(char)) table.set(char, bytes);
  };
  for (let byte = 0; byte < 256; byte++) note([byte]);
  if (charset === 'gb18030') for (let lead = 0xb0; lead < 0xf8; lead++) for (let trail = 0xa1; trail < 0xff; trail++) note([lead, trail]);
  tables.set(charset, table);
  return table;
}
