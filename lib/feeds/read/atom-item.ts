// Items of Atom 0.3 and 1.0. The feed of a YouTube channel is Atom too.
import type { FeedItem } from './item.js';
import { publishedIn } from './item-date.js';
import { resolveLink } from './link.js';
import { attribute, child, children, childText, type Element, text } from './node.js';
import { plainTitle } from './plain-text.js';
import { rawOf } from './raw.js';

/** `bases`, innermost first, are those of relative links. An entry without a title has '' for one. */
export function atomItem(entry: Element, bases: readonly string[]): FeedItem {
  const guid = childText(entry, 'id') || childText(entry, 'guid');
  const links = children(entry, 'link');
  const link =
    childText(entry, 'feedburner:origLink') || atomLink(links) || text(links[0]).trim() || (/^https?:\/\//i.test(guid) ? guid : '');
  const group = child(entry, 'media:group');
  const description = [child(entry, 'summary'), child(entry, 'content'), child(group, 'media:description')]
    .map(atomText)
    .find((found) => found.trim() !== '');
  return {
    title: plainTitle(atomText(child(entry, 'title'))) || plainTitle(childText(group, 'media:title') || childText(entry, 'media:title')),
    link: link ? resolveLink(link, attribute(links[0], 'xml:base'), attribute(entry, 'xml:base'), ...bases) : null,
    guid: guid || null,
    ...publishedIn(entry, dateNames),
    description: description ?? null,
    lang: attribute(entry, 'xml:lang') || attribute(child(entry, 'title'), 'xml:lang') || childText(entry, 'dc:language') || null,
    source: sourceOf(child(entry, 'source')),
    raw: rawOf(entry),
  };
}

const dateNames = ['published', 'issued', 'created', 'pubDate', 'dc:date', 'updated', 'modified'];

/**
 * The entry's page among its links: an alternate one, a web page before others; without any, a related one. Never an enclosure, nor
 * what leads to comments, the feed or an editor. '' where there is none.
 */
export function atomLink(links: readonly Element[]): string {
  let best = '';
  let bestRank = 0;
  for (const link of links) {
    const href = attribute(link, 'href');
    const rank = href === '' ? 0 : rankOf(attribute(link, 'rel').toLowerCase(), attribute(link, 'type'));
    if (rank > bestRank) [best, bestRank] = [href, rank];
  }
  return best;
}

function rankOf(rel: string, type: string): number {
  if (rel === '' || rel === 'alternate' || rel === 'http://www.iana.org/assignments/relation/alternate')
    return type === '' || /html/i.test(type) ? 4 : 3;
  return rel === 'via' || rel === 'related' || rel === 'canonical' ? 2 : 0;
}

/** The text of a typed element; base64 where Atom 0.3's mode or a type of bytes says so. */
export function atomText(element: Element): string {
  const inside = text(element);
  if (typeof element === 'string' || inside === '') return inside;
  const encoded = attribute(element, 'mode') === 'base64' || attribute(element, 'type') === 'application/octet-stream';
  return encoded && /^[\w+/=\s-]*$/.test(inside) ? Buffer.from(inside, 'base64').toString('utf8') : inside;
}

/** The feed that an entry was taken over from, where an aggregator names it. */
function sourceOf(source: Element): FeedItem['source'] {
  const name = plainTitle(atomText(child(source, 'title')));
  return name ? { name, url: atomLink(children(source, 'link')) || null } : null;
}
