// Takes a feed's text - RSS 0.9x to 2.0, RDF, Atom or JSON Feed; leaves its items in one form. Throws a sentence on what it cannot read.
import RssParser from 'rss-parser';
import { z } from 'zod';

/** An item as the feed gave it, cut to what a headline needs. `raw` is all of it. */
export interface FeedItem {
  title: string;
  link: string | null;
  guid: string | null;
  date: string | null;
  description: string | null;
  /** The publisher an aggregator names for this item. */
  source: { name: string; url: string | null } | null;
  raw: Record<string, unknown>;
}

const parser = new RssParser<Record<string, unknown>, { source?: unknown; date?: string; id?: string }>({
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
  const feed = await parser.parseString(text).catch((cause: unknown) => {
    throw new Error(`The feed is not valid RSS or Atom: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}.`, {
      cause,
    });
  });
  return feed.items.map((item) => ({
    title: textOf(item.title),
    link: textOf(item.link) || null,
    guid: textOf(item.guid) || textOf(item.id) || textOf(item.link) || null,
    date: item.pubDate ?? item.isoDate ?? item.date ?? null,
    description: textOf(item.contentSnippet) || textOf(item.summary) || null,
    source: sourceOf(item.source),
    raw: item as Record<string, unknown>,
  }));
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

const jsonFeed = z.object({
  items: z.array(
    z.looseObject({
      id: z.union([z.string(), z.number()]).optional(),
      url: z.string().optional(),
      title: z.string().optional(),
      date_published: z.string().optional(),
      content_text: z.string().optional(),
      summary: z.string().optional(),
    }),
  ),
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
  return feed.data.items.map((item) => ({
    title: item.title ?? '',
    link: item.url ?? null,
    guid: item.id === undefined ? (item.url ?? null) : String(item.id),
    date: item.date_published ?? null,
    description: item.summary ?? item.content_text ?? null,
    source: null,
    raw: item,
  }));
}
