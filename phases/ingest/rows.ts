// A feed's headlines, without anything of the elements they were made of: while this feed waits for the database a dozen others are
// parsed.

import type { Wishes } from '../../lib/feeds/fetch/schedule.js';
import { type FeedHeadline, headlinesOf } from '../../lib/feeds/read/headline.js';
import type { ReadFeed } from '../../lib/feeds/read/item.js';
import type { Tools } from '../../lib/run.js';
import type { Feed } from './load.js';
import { knownPublishers } from './publishers.js';

export interface FeedRows {
  rows: FeedHeadline[];
  /** Times of the items, where the feed gives them. */
  publishedAt: Date[];
  /** What the feed asks for; null where it asks for nothing. */
  wishes: Wishes | null;
}

/** `now` is the time of fetching. Without an item `rows` is empty. */
export async function feedRowsOf(
  read: ReadFeed,
  feed: Feed,
  now: Date,
  { config, since }: Pick<Tools, 'config' | 'since'>,
): Promise<FeedRows> {
  const { publisher, domain, lang, settings } = feed;
  const source = { publisher, lang, tz: settings.tz, ...(domain === null ? {} : { domain }) };
  const { headlines } = await headlinesOf(read, source, now, { since, known: knownPublishers(config) });
  const { ttlSeconds, skipHours, skipDays } = read.feed;
  return {
    rows: headlines,
    publishedAt: headlines.flatMap((one) => (one.published_at_from === 'item' ? [new Date(one.published_at)] : [])),
    wishes: ttlSeconds === null && skipHours.length === 0 && skipDays.length === 0 ? null : { ttlSeconds, skipHours, skipDays },
  };
}
