// Reads JSON Feed 1.0 and 1.1. A member of another type than it should have counts as missing; it does not cost the feed.
import type { Dropped, FeedAbout, FeedItem, ReadFeed } from './item.js';
import { published } from './item-date.js';
import { itemsMost } from './lenient.js';
import { resolveLink } from './link.js';
import { cutToLength, plainTitle, tidy } from './plain-text.js';
import { rawOf } from './raw.js';

type Members = Record<string, unknown>;

/** Reads a JSON Feed. Throws a sentence for JSON that is damaged or no feed. */
export function readJsonFeed(text: string, feedUrl: string): ReadFeed {
  const feed = parse(text);
  const items = isMembers(feed) && Array.isArray(feed['items']) ? (feed['items'] as unknown[]) : null;
  if (!isMembers(feed) || !items)
    throw new Error(`It is JSON, but not a JSON Feed: it ${Array.isArray(feed) ? 'is a list' : 'has no list of items'}.`);
  if (!word(feed, 'version').includes('jsonfeed.org') && !items.some(looksLikeItem) && items.length > 0) {
    throw new Error('It is JSON with items, but not a JSON Feed: no item has a title, an id or an address.');
  }
  const about = aboutOf(feed);
  const bases = [about.link ?? '', word(feed, 'feed_url'), feedUrl];
  const read: FeedItem[] = [];
  const dropped: Dropped[] = [];
  for (const item of items.slice(0, itemsMost)) {
    if (isMembers(item)) read.push(itemOf(item, bases));
    else dropped.push({ item: null, reason: 'an item that is no JSON object' });
  }
  if (items.length > itemsMost)
    dropped.push({
      item: null,
      reason: `${items.length - itemsMost} items beyond the ${itemsMost.toLocaleString('en')} that one feed may hold`,
    });
  return { format: 'json', feed: about, items: read, dropped };
}

function parse(text: string): unknown {
  refuseDepth(text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    const mended = text.replace(controls, ' ').trimEnd();
    try {
      return JSON.parse(mended);
    } catch {
      const reason = tidy(cause instanceof Error ? cause.message.slice(0, 120) : String(cause));
      throw new Error(`It is JSON that is damaged or breaks off: ${reason}.`, { cause });
    }
  }
}

/** Deeper than any item; what stands deeper could not be written out again. */
const deepest = 200;

/** Counts brackets outside texts; a feed may have them in its texts as it likes. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (const [mark] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[[{]|[\]}]/gs)) {
    if (mark === '[' || mark === '{') depth++;
    else if (mark === ']' || mark === '}') depth--;
    if (depth > deepest) throw new Error(`It is JSON that nests more than ${deepest} levels deep, as no feed does.`);
  }
}

/** They must not stand unescaped in JSON, and feeds have them; from titles they would be dropped anyway. */
const controls = /\p{Cc}/gu;

function aboutOf(feed: Members): FeedAbout {
  return {
    title: cutToLength(plainTitle(word(feed, 'title')), 500) || null,
    link: word(feed, 'home_page_url').slice(0, 2000) || null,
    lang: word(feed, 'language').slice(0, 35) || null,
    ttlSeconds: null,
    skipHours: [],
    skipDays: [],
  };
}

function itemOf(item: Members, bases: readonly string[]): FeedItem {
  const id = word(item, 'id');
  const link = word(item, 'url') || word(item, 'external_url') || (/^https?:\/\//i.test(id) ? id : '');
  return {
    title: plainTitle(word(item, 'title')),
    link: link ? resolveLink(link, ...bases) : null,
    guid: id || null,
    ...published(word(item, 'date_published'), word(item, 'date_modified')),
    description: word(item, 'summary') || word(item, 'content_text') || word(item, 'content_html') || null,
    lang: word(item, 'language') || null,
    source: null,
    raw: rawOf(item),
  };
}

function looksLikeItem(item: unknown): boolean {
  return isMembers(item) && (word(item, 'title') !== '' || word(item, 'id') !== '' || word(item, 'url') !== '');
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text or a number, trimmed; '' for anything else. */
function word(members: Members, name: string): string {
  const value = members[name];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
