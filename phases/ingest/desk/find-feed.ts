// Finds the feed behind an address: its own, or one that its page links to and that can be read.
import { DeskError } from '../../../lib/desk/end.js';
import type { Fetcher } from '../../../lib/feeds/fetch/fetcher.js';
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import type { ReadFeed } from '../../../lib/feeds/read/item.js';
import { bodyOfInput } from './body.js';
import { type FeedLink, feedLinksIn } from './feed-links.js';
import { readOrWhy } from './look.js';

export interface FoundFeed {
  /** Where the feed stands, past permanent redirects. */
  url: string;
  /** The address that was asked for it. */
  asked: string;
  read: ReadFeed;
  /** The other feeds of the page; empty where the address was the feed's own. */
  others: FeedLink[];
}

/** Of the feeds a page links to, so many are tried. */
const triedMost = 5;

/** Throws a sentence where there is no feed, or none that can be read. */
export async function findFeed(url: string, fetcher: Fetcher, allowPrivate: boolean): Promise<FoundFeed> {
  const body = await bodyOfInput(url, { fetcher, allowPrivate });
  if (body.kind === 'none') throw new DeskError(body.why);
  const read = await readOrWhy(body);
  if (typeof read !== 'string') return { url: body.at, asked: url, read, others: [] };
  const links = feedLinksIn(body.text, body.at);
  if (links.length === 0)
    throw new DeskError(
      `${shownAddress(url)} is no feed: ${read} It links to no feed either. Look for one on its site, and give its address.`,
    );
  const reasons: string[] = [];
  for (const link of links.slice(0, triedMost)) {
    const found = await readLink(link, fetcher, allowPrivate);
    if (typeof found !== 'string') return { ...found, others: links.filter((other) => other !== link) };
    reasons.push(`  ${found}`);
  }
  throw new DeskError(`${shownAddress(url)} links to feeds that cannot be read:\n${reasons.join('\n')}`);
}

/** The feed, or why it cannot be read. */
async function readLink({ url }: FeedLink, fetcher: Fetcher, allowPrivate: boolean): Promise<Omit<FoundFeed, 'others'> | string> {
  const body = await bodyOfInput(url, { fetcher, allowPrivate });
  if (body.kind === 'none') return body.why;
  const read = await readOrWhy(body);
  return typeof read === 'string' ? `${shownAddress(url)}: ${read}` : { url: body.at, asked: url, read };
}
