// Takes a feed as it was read; leaves its headlines as rows in JSON with what each is known by, and what the schedule needs. Guards memory:
// while a feed waits for the database a dozen others are parsed, and rows take a fifth of what the elements they were made of take.

import type { Wishes } from '../../lib/feeds/fetch/schedule.js';
import { type Headline, headlinesOf } from '../../lib/feeds/read/headline.js';
import type { ReadFeed } from '../../lib/feeds/read/item.js';
import type { Tools } from '../../lib/run.js';
import type { Identity } from './known.js';
import type { Feed } from './load.js';

/** A headline: what it is known by, and its row as JSON. What most rows would say twice is left out of it: see `jsonOf`. */
export interface Row extends Identity {
  json: string;
}

export interface Rows {
  rows: Row[];
  /** Times of the items, where the feed gives them. */
  publishedAt: Date[];
  /** What the feed asks for; null where it asks for nothing. */
  wishes: Wishes | null;
}

export async function rowsOf(read: ReadFeed, feed: Feed, now: Date, { config, since }: Pick<Tools, 'config' | 'since'>): Promise<Rows> {
  const { publisher, domain, lang, settings } = feed;
  const source = { publisher, lang, tz: settings.tz, ...(domain === null ? {} : { domain }) };
  const known = config.sources.flatMap((one) => (one.publisher ? [{ publisher: one.publisher, domain: one.domain }] : []));
  const { headlines } = await headlinesOf(read, source, now, { since, known });
  const { ttlSeconds, skipHours, skipDays } = read.feed;
  return {
    rows: headlines.map((one) => {
      const { title_hash, title_norm, publisher_name, guid, url_canonical } = one;
      return { title_hash, title_norm, publisher_name, guid, url_canonical, json: jsonOf(one) };
    }),
    publishedAt: headlines.flatMap((one) => (one.published_at_from === 'item' ? [new Date(one.published_at)] : [])),
    wishes: ttlSeconds === null && skipHours.length === 0 && skipDays.length === 0 ? null : { ttlSeconds, skipHours, skipDays },
  };
}

/**
 * As the settle reads it: a missing `title_display` is the original, a missing `url_canonical` the address, a missing `published_at_from`
 * the item. A fifth less to write, to send and to parse. `raw` is a text in it, so that Postgres parses it once.
 */
function jsonOf(one: Headline): string {
  return JSON.stringify({
    ...one,
    title_display: one.title_display === one.title_original ? undefined : one.title_display,
    url_canonical: one.url_canonical === one.url ? undefined : one.url_canonical,
    published_at_from: one.published_at_from === 'item' ? undefined : one.published_at_from,
    raw: one.raw.json,
  });
}
