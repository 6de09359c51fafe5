// An item as a feed gives it: what every kind of feed is brought to before headlines are made of it.

import type { Open } from './moment.js';
import type { RawItem } from './raw.js';
import type { Format } from './sniff.js';

export interface FeedItem {
  /** Plain text on one line, uncut; '' where the item has none. */
  title: string;
  /** Absolute where the feed says enough to make it so; never an enclosure's. */
  link: string | null;
  guid: string | null;
  /** What the item says, believable or not, in milliseconds since 1970; null where it says nothing that can be read. */
  publishedMillis: number | null;
  /** What its date leaves open, for the feed as a whole to tell; missing where it is told, as by most. */
  publishedOpen?: Open | undefined;
  /** As the feed has it, with its markup. */
  description: string | null;
  /** The language the item itself declares. */
  lang: string | null;
  /** The publisher an aggregator names for this item; `url` is the publisher's, not the item's. `asGiven`: by hand, and to stay so. */
  source: { name: string; url: string | null; asGiven?: boolean } | null;
  raw: RawItem;
}

export interface FeedAbout {
  title: string | null;
  link: string | null;
  /** As declared: "en", "en-US", "de-at". */
  lang: string | null;
  /** What the publisher asks readers to wait between two readings; null where it asks nothing. */
  ttlSeconds: number | null;
  /** Hours of the day in UTC, 0 to 23, in which the publisher asks not to be read. */
  skipHours: number[];
  /** Days of the week in UTC, 0 is Sunday. */
  skipDays: number[];
}

export interface Dropped {
  /** The item's title or address as far as it has one, for people. */
  item: string | null;
  reason: string;
}

/** What stands in a feed. */
export interface ReadFeed {
  format: Format;
  feed: FeedAbout;
  items: FeedItem[];
  /** What was an item and could not be read as one. */
  dropped: Dropped[];
}
