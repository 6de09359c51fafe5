// A Google News search as a source: a query, or site: shorthand, in a language and country. Its items name their publishers.
import { read } from './feed.js';
import type { Kind } from './kind.js';

export const googleNews: Kind = {
  address: ({ google_news = '', lang = 'en', country = 'US' }) => {
    const url = new URL('https://news.google.com/rss/search');
    url.searchParams.set('q', google_news);
    url.searchParams.set('hl', lang.includes('-') ? lang : `${lang}-${country}`);
    url.searchParams.set('gl', country);
    url.searchParams.set('ceid', `${country}:${lang}`);
    return url.href;
  },
  read,
};
