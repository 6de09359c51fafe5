// A feed by its address or file: RSS 0.9x to 2.0, RDF, Atom, JSON Feed. A news sitemap is read the same way.
import { shownAddress } from '../../../lib/feeds/fetch/problem.js';
import { readFeed } from '../../../lib/feeds/read/feed.js';
import { type Around, type FeedRow, FeedUnread, type SourceReader, type SourceReading } from './kind.js';
import { readText } from './text.js';

export const feed: SourceReader = { address: (source) => source.feed ?? '', read };
export const sitemap: SourceReader = { address: (source) => source.sitemap ?? '', read };

/** Fetches and parses; also what the kinds use that only make an address. */
export async function read(row: FeedRow, around: Around): Promise<SourceReading> {
  const got = await readText(row, around);
  if (got.kind === 'unchanged') return got;
  const { version, freshForSeconds, bytes, isCut } = got;
  try {
    return { kind: 'read', read: await readFeed(got.text, got.contentType, row.url), isCut, version, freshForSeconds, bytes };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new FeedUnread(`${shownAddress(row.url)} was fetched and could not be understood: ${reason}`, reason.slice(0, 80), null, cause);
  }
}
