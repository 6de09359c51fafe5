// A Google News search as a source: a query, or site: shorthand, in a language and country. Its items name their publishers.
import { read } from './feed.js';
import type { Around, FeedRow, SourceReader, SourceReading } from './kind.js';

export const googleNews: SourceReader = {
  address: ({ google_news = '', lang = 'en', country = 'US' }) => {
    const url = new URL('https://news.google.com/rss/search');
    url.searchParams.set('q', google_news);
    url.searchParams.set('hl', lang.includes('-') ? lang : `${lang}-${country}`);
    url.searchParams.set('gl', country);
    url.searchParams.set('ceid', `${country}:${lang}`);
    return url.href;
  },
  read: (row, around) => (around.since ? readSince(row, around, around.since) : read(row, around)),
};

const dayMillis = 86_400_000;

/**
 * Google goes back to a day where the search says after:. A day earlier is asked for, because its days are not those of UTC; what is
 * older is left out once it has been read. Nothing of the answer is to be remembered.
 */
async function readSince(row: FeedRow, around: Around, since: Date): Promise<SourceReading> {
  const after = new Date(since.getTime() - dayMillis).toISOString().slice(0, 10);
  const url = new URL(row.url);
  url.searchParams.set('q', `${url.searchParams.get('q')} after:${after}`);
  const reading = await read({ ...row, url: url.href, known: { ...row.known, url: url.href } }, around);
  return { ...reading, version: { etag: null, lastModified: null, sha256: null, movedTo: null } };
}
