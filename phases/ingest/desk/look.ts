// What P1 would make of a feed, without a database: headlines it would store, and why it would drop the others. Whatever the input is,
// the answer is data.
import type { Fetcher } from '../../../lib/feeds/fetch/fetcher.js';
import { readFeed } from '../../../lib/feeds/read/feed.js';
import { type FeedHeadline, type HeadlineSource, headlinesOf } from '../../../lib/feeds/read/headline.js';
import type { Dropped, FeedItem, ReadFeed } from '../../../lib/feeds/read/item.js';
import { domainOf } from '../../../lib/feeds/read/link.js';
import type { PublisherSource } from '../../../lib/feeds/read/publisher.js';
import { type Body, bodyOfInput } from './body.js';

/** What would be stored, beside the item it is made of. */
export interface Seen {
  item: FeedItem;
  headline: FeedHeadline;
}

export type Look =
  /** `isCut`: its server announced more than it sent, and nothing is missing. */
  | { input: string; read: ReadFeed; seen: Seen[]; dropped: Dropped[]; isCut: boolean; error: null }
  | { input: string; read: null; seen: never[]; dropped: never[]; error: string };

interface Looking {
  fetcher: Fetcher;
  allowPrivate: boolean;
  /** Before what a feed says of its language; null: nothing is known. */
  lang: string | null;
  /** The IANA zone of dates that name none; undefined: nothing is known. */
  tz: string | undefined;
  /** The publishers of all sources. */
  known: readonly PublisherSource[];
  /** Resolves when no other large feed is looked at. */
  alone: () => Promise<void>;
}

/** Never rejects for what an input is: then `error` says why nothing was read. */
export async function lookAtSource(input: string, looking: Looking): Promise<Look> {
  const body = await bodyOfInput(input, looking);
  if (body.kind === 'none') return nothing(input, body.why);
  const read = await readOrWhy(body);
  if (typeof read === 'string') return nothing(input, read);
  const publisher = read.feed.title ?? domainOf(read.feed.link ?? input) ?? input;
  const { seen, dropped } = await seenIn(read, { publisher, lang: looking.lang, tz: looking.tz }, looking.known);
  return { input, read, seen, dropped, isCut: body.isCut ?? false, error: null };
}

/** The feed, or why the text is none: whatever a text does to its readers is said of the text. */
export async function readOrWhy({ text, contentType, at }: Extract<Body, { kind: 'text' }>): Promise<ReadFeed | string> {
  try {
    return await readFeed(text, contentType, at);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Each headline with its item; an item is found again by its raw form, which its headline keeps. */
export async function seenIn(
  read: ReadFeed,
  source: HeadlineSource,
  known: readonly PublisherSource[],
): Promise<{ seen: Seen[]; dropped: Dropped[] }> {
  const items = new Map(read.items.map((item) => [item.raw, item]));
  const { headlines, dropped } = await headlinesOf(read, source, new Date(), { known });
  const seen = headlines.flatMap((headline) => {
    const item = items.get(headline.raw);
    return item ? [{ item, headline }] : [];
  });
  return { seen, dropped };
}

function nothing(input: string, error: string): Look {
  return { input, read: null, seen: [], dropped: [], error };
}
