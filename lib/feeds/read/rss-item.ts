// Items of RSS 0.9x to 2.0 and of RDF.
import { atomLink } from './atom-item.js';
import type { FeedItem } from './item.js';
import { publishedIn } from './item-date.js';
import { resolveLink } from './link.js';
import { attribute, child, children, childText, type Element, text } from './node.js';
import { plainTitle } from './plain-text.js';
import { rawOf } from './raw.js';

/** `bases`, innermost first, are those of relative links. An item without a title has '' for one. */
export function rssItem(item: Element, bases: readonly string[]): FeedItem {
  const guid = child(item, 'guid');
  const guidText = text(guid).trim();
  const link = linkOf(item) || permaLink(guidText, attribute(guid, 'isPermaLink')) || webOnly(attribute(item, 'rdf:about'));
  return {
    title: titleOf(item),
    link: link ? resolveLink(link, attribute(child(item, 'link'), 'xml:base'), attribute(item, 'xml:base'), ...bases) : null,
    guid: guidText || childText(item, 'id') || attribute(item, 'rdf:about') || null,
    ...publishedIn(item, dateNames),
    description: childText(item, 'description') || childText(item, 'summary') || childText(item, 'content:encoded') || null,
    lang: childText(item, 'dc:language') || childText(item, 'language') || attribute(item, 'xml:lang') || null,
    source: sourceOf(item),
    raw: rawOf(item),
  };
}

function titleOf(item: Element): string {
  return plainTitle(childText(item, 'title')) || plainTitle(childText(item, 'media:title') || childText(item, 'dc:title'));
}

/** The address behind a redirector first; then the last link that says anything, as most readers take it. */
function linkOf(item: Element): string {
  const original = childText(item, 'feedburner:origLink') || childText(item, 'pheedo:origLink');
  if (original) return original;
  const links = children(item, 'link');
  for (let at = links.length - 1; at >= 0; at--) {
    const link = text(links[at]).trim() || (isAlternate(attribute(links[at], 'rel')) ? attribute(links[at], 'href') : '');
    if (link) return link;
  }
  return atomLink(children(item, 'atom:link'));
}

function isAlternate(rel: string): boolean {
  return rel === '' || rel.toLowerCase() === 'alternate';
}

/** RSS 2.0: a guid is the item's address unless it says that it is not. */
function permaLink(guid: string, isPermaLink: string): string {
  return isPermaLink.toLowerCase() === 'false' ? '' : webOnly(guid);
}

function webOnly(address: string): string {
  return /^https?:\/\//i.test(address) ? address : '';
}

const dateNames = [
  'pubDate',
  'dc:date',
  'published',
  'dcterms:issued',
  'dcterms:created',
  'issued',
  'date',
  'atom:published',
  'atom:updated',
  'a10:published',
  'a10:updated',
  'updated',
  'dcterms:modified',
  'modified',
];

/** `<source url="...">Name</source>`; Bing writes `<News:Source>Name</News:Source>`. dc:creator is a person, not a publisher. */
function sourceOf(item: Element): FeedItem['source'] {
  const source = child(item, 'source');
  const name = text(source).trim() || childText(source, 'title') || childText(item, 'News:Source') || childText(item, 'news:source');
  const url = attribute(source, 'url') || null;
  return name || url ? { name: plainTitle(name), url } : null;
}
