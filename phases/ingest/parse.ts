// Takes a feed's text - RSS 0.9x to 2.0, RDF, Atom or JSON Feed; leaves its items in one form. Throws a sentence on what it cannot read.
import { decodeHTMLStrict } from 'entities';
import RssParser from 'rss-parser';
import { z } from 'zod';

/** An item as the feed gave it, cut to what a headline needs. `raw` is all of it, long texts cut. */
export interface FeedItem {
  title: string;
  link: string | null;
  guid: string | null;
  /** With its zone, UTC where the feed names none. */
  date: string | null;
  description: string | null;
  /** The publisher an aggregator names for this item. */
  source: { name: string; url: string | null } | null;
  raw: Record<string, unknown>;
}

/** A longer text of an item is cut: the parser's own reading of HTML grows with its square. */
const longestText = 5000;
const dates = new Set(['published', 'updated', 'pubDate', 'dc:date']);

const parser = new RssParser<Record<string, unknown>, { source?: unknown; date?: string; id?: string }>({
  defaultRSS: 2,
  xml2js: {
    valueProcessors: [(value: string, name: string) => (dates.has(name) ? dated(value) : value.slice(0, longestText))],
  },
  customFields: {
    item: [
      ['source', 'source', { keepArray: true }],
      ['dc:date', 'date'],
      ['id', 'id'],
    ] as never,
  },
});

/** The items of a feed in its order; empty when it has none. */
export async function parseFeed(text: string): Promise<FeedItem[]> {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  if (start === '') throw new Error('The feed is empty.');
  return start.startsWith('{') ? jsonItems(start) : xmlItems(start);
}

async function xmlItems(text: string): Promise<FeedItem[]> {
  const refused = (cause: unknown) =>
    new Error(`The feed is not valid RSS or Atom: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}.`, { cause });
  const feed = await parser
    .parseString(text)
    .catch((cause: unknown) => parser.parseString(mended(text)).catch(() => Promise.reject(refused(cause))));
  return feed.items.map((item) => ({
    title: plainText(textOf(item.title)),
    link: textOf(item.link) || null,
    guid: textOf(item.guid) || textOf(item.id) || textOf(item.link) || null,
    date: item.pubDate || item.isoDate || item.date || null,
    description: textOf(item.contentSnippet) || plainText(textOf(item.summary)) || null,
    source: sourceOf(item.source),
    raw: item as Record<string, unknown>,
  }));
}

/** What many feeds get wrong and a reader can put right: a bare "&", and characters and references that XML does not allow. */
function mended(text: string): string {
  const section = '<!\\[CDATA\\[[\\s\\S]*?\\]\\]>';
  return text
    .replace(/[\p{Cc}\p{Cs}]/gu, (character) => (/\s/.test(character) ? character : ''))
    .replace(new RegExp(`${section}|&#(x[\\da-f]+|\\d+);`, 'gi'), (found, code?: string) => (code && !isAllowed(code) ? '' : found))
    .replace(new RegExp(`${section}|&(?!#?\\w{1,32};)`, 'g'), (found) => (found === '&' ? '&amp;' : found));
}

/** Whether XML allows the character of this number: `65` or `x41`. */
function isAllowed(code: string): boolean {
  const number = Number(/^x/i.test(code) ? `0${code}` : code);
  return [9, 10, 13].includes(number) || (number >= 0x20 && number < 0xd800) || (number >= 0xe000 && number <= 0x10ffff);
}

/** A date with its zone, UTC where it names none; empty for what is no date: on one the parser would throw the whole feed away. */
function dated(text: string): string {
  const date = text.trim();
  const named = !/\d:\d\d/.test(date) || /(?:[+-]\d{2}:?\d{2}|(?<![a-z])[a-z]{1,5})(?:\s*\(.*\))?$/i.test(date);
  const zoned = named ? date : `${date}${/\dT\d/.test(date) ? 'Z' : ' UTC'}`;
  return Number.isNaN(Date.parse(zoned)) ? '' : zoned;
}

/** HTML that stands in a title as text: tags out, entities read. */
function plainText(html: string): string {
  return decodeHTMLStrict(html.replace(/<(?:br|p|div|li)\b[^<>]*>/gi, ' ').replace(/<\/?[a-z][^<>]*>/gi, ''));
}

/** `<source url="...">Name</source>`, as rss-parser keeps it with keepArray. */
function sourceOf(source: unknown): FeedItem['source'] {
  const first: unknown = Array.isArray(source) ? source[0] : source;
  if (typeof first === 'string') return first.trim() ? { name: first.trim(), url: null } : null;
  const shaped = z.object({ _: z.string().trim().min(1), $: z.object({ url: z.string().optional() }).optional() }).safeParse(first);
  return shaped.success ? { name: shaped.data._, url: shaped.data.$?.url ?? null } : null;
}

/** A title may come as text, or as { _: text, $: attributes } where it has a type. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value && typeof value === 'object' && '_' in value && typeof value._ === 'string') return value._;
  return '';
}

const jsonFeed = z.object({ items: z.array(z.unknown()) });
const jsonText = z.string().nullish().catch(null);
const jsonItem = z.looseObject({
  id: z.union([z.string(), z.number()]).nullish().catch(null),
  url: jsonText,
  title: jsonText,
  date_published: jsonText,
  content_text: jsonText,
  summary: jsonText,
});

function jsonItems(text: string): FeedItem[] {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (cause) {
    throw new Error(`The feed is not valid JSON: ${cause instanceof Error ? cause.message : String(cause)}.`, { cause });
  }
  const feed = jsonFeed.safeParse(document);
  if (!feed.success) throw new Error(`The feed is JSON but not a JSON Feed: ${z.prettifyError(feed.error)}`, { cause: feed.error });
  return feed.data.items.flatMap((one) => {
    const item = jsonItem.safeParse(one).data;
    return item ? [itemOf(item)] : [];
  });
}

function itemOf(item: z.infer<typeof jsonItem>): FeedItem {
  return {
    title: plainText(item.title ?? ''),
    link: item.url ?? null,
    guid: item.id == null ? (item.url ?? null) : String(item.id),
    date: item.date_published ? dated(item.date_published) || null : null,
    description: item.summary ?? item.content_text ?? null,
    source: null,
    raw: item,
  };
}
