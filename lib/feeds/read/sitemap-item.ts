// Items of a news sitemap. A `<url>` that is no news has no title, and is dropped for that.
import type { FeedItem } from './item.js';
import { published } from './item-date.js';
import { resolveLink } from './link.js';
import { child, childText, type Element } from './node.js';
import { plainTitle } from './plain-text.js';
import { rawOf } from './raw.js';

/** `bases`, innermost first, are those of relative links. */
export function sitemapItem(item: Element, bases: readonly string[]): FeedItem {
  const news = child(item, 'news:news');
  const publication = child(news, 'news:publication');
  const location = childText(item, 'loc');
  const name = plainTitle(childText(publication, 'news:name'));
  return {
    title: plainTitle(childText(news, 'news:title')),
    link: location ? resolveLink(location, ...bases) : null,
    guid: location || null,
    ...published(childText(news, 'news:publication_date'), childText(item, 'lastmod')),
    description: null,
    lang: childText(publication, 'news:language') || null,
    source: name ? { name, url: null } : null,
    raw: rawOf(item),
  };
}
