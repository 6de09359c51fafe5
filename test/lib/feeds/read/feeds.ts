// Feeds as tests write them: the frame of each kind around the items a test is about.

import { readFeed } from '../../../../lib/feeds/read/feed.js';
import { type FeedHeadline, type HeadlineSource, headlinesOf } from '../../../../lib/feeds/read/headline.js';
import type { Dropped, FeedItem } from '../../../../lib/feeds/read/item.js';

export const rss = (items: string, channel = '', attributes = 'version="2.0"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss ${attributes}><channel><title>Feed</title><link>https://news.example/</link>${channel}${items}</channel></rss>`;

export const item = (title: string, more = ''): string => `<item><title>${title}</title>${more}</item>`;

export const atom = (entries: string, attributes = 'xmlns="http://www.w3.org/2005/Atom"'): string =>
  `<?xml version="1.0"?><feed ${attributes}><title>Feed</title><link href="https://news.example/"/>${entries}</feed>`;

export async function itemsOf(text: string, feedUrl?: string): Promise<FeedItem[]> {
  return (await readFeed(text, null, feedUrl)).items;
}

export async function titlesOf(text: string): Promise<string[]> {
  return (await itemsOf(text)).map(({ title }) => title);
}

export const now = new Date('2026-03-12T12:00:00Z');
export const source: HeadlineSource = { publisher: 'The Example', domain: 'news.example', lang: 'en' };

/** Reads and makes headlines at `now`. */
export async function made(text: string, of: HeadlineSource = source): Promise<{ headlines: FeedHeadline[]; dropped: Dropped[] }> {
  return headlinesOf(await readFeed(text, null), of, now);
}

/** The one headline of a feed of one item. */
export async function headline(text: string, of: HeadlineSource = source): Promise<FeedHeadline> {
  const { headlines, dropped } = await made(text, of);
  const [only] = headlines;
  if (!only || headlines.length > 1) throw new Error(`${headlines.length} headlines, not one; dropped: ${JSON.stringify(dropped)}`);
  return only;
}
