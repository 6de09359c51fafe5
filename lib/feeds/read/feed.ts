// Reads a feed of any kind, with its faults. A strict parser goes first; what it refuses, the lenient one reads. What is no feed is
// refused with a sentence that names what it is.
import { aboutOf } from './about.js';
import { atomItem } from './atom-item.js';
import type { Dropped, FeedItem, ReadFeed } from './item.js';
import { readJsonFeed } from './json-feed.js';
import { itemsMost, readLenient } from './lenient.js';
import { measureMarkup } from './measure.js';
import { attribute, type Element, type Tree } from './node.js';
import { hasOwnPrefixes } from './prefixes.js';
import { repair } from './repair.js';
import { rssItem } from './rss-item.js';
import { sitemapItem } from './sitemap-item.js';
import { type Format, local, type Sniffed, sniff } from './sniff.js';
import { refuseUnreadable } from './unreadable.js';

/**
 * Reads RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed and news sitemaps. `feedUrl` is the base of relative links where the feed names
 * none. Items come in the feed's order, those without a title too. Rejects with a sentence when the text is no feed or nothing of it is whole.
 */
export async function readFeed(text: string, contentType: string | null, feedUrl = ''): Promise<ReadFeed> {
  const sniffed = sniff(text, contentType);
  refuseUnreadable(text);
  const { format } = sniffed;
  if (format === 'json') return readJsonFeed(sniffed.text, feedUrl);
  const tree = await treeOf(sniffed, itemNames[format]);
  const about = aboutOf(tree, feedUrl);
  const bases = [attribute(tree.channel, 'xml:base'), attribute(tree.root, 'xml:base'), about.link ?? '', feedUrl];
  const items = tree.items.map((item) => itemReaders[format](item, bases));
  return { format, feed: about, items, dropped: lost(tree) };
}

const itemReaders: Record<Exclude<Format, 'json'>, (item: Element, bases: readonly string[]) => FeedItem> = {
  rss: rssItem,
  rdf: rssItem,
  atom: atomItem,
  sitemap: sitemapItem,
};

const itemNames = { rss: 'item', rdf: 'item', atom: 'entry', sitemap: 'url' };

/** Tags past this are read by the reader that keeps no more than it must. */
const strictTagsMost = 400_000;

async function treeOf({ text, root, format }: Sniffed, itemName: string): Promise<Tree> {
  const { items, tags } = measureMarkup(text);
  let refusal: unknown = null;
  if (strictRoots.has(root) && items <= itemsMost && tags <= strictTagsMost && !hasOwnPrefixes(text, format)) {
    try {
      // Loaded with the first feed: most runs of P1 find none due.
      const { readStrict } = await import('./strict.js');
      const tree = await readStrict(text);
      if (tree.items.length > 0 || items === 0) return tree;
    } catch (error) {
      refusal = error;
    }
  }
  const tree = readLenient(repair(text), itemName);
  if (tree.items.length > 0 || !tree.truncated) return whole(tree, text, root, refusal);
  throw new Error('The feed breaks off inside its first item.', { cause: refusal });
}

const strictRoots = new Set(['rss', 'rdf:RDF', 'feed']);

/** A feed without items is one only when it ends as a feed does. */
function whole(tree: Tree, text: string, root: string, cause: unknown): Tree {
  if (
    tree.items.length > 0 ||
    new RegExp(`</${local(root)}\\s*>|</[\\w.-]+:${local(root)}\\s*>|<[^<>]*/>\\s*$`, 'i').test(text.slice(-1000))
  )
    return tree;
  throw new Error('The feed breaks off before its first item.', { cause });
}

function lost({ truncated, beyond }: Tree): Dropped[] {
  const dropped: Dropped[] = [];
  if (truncated) dropped.push({ item: null, reason: 'the feed breaks off inside this item' });
  if (beyond > 0)
    dropped.push({ item: null, reason: `${beyond} items beyond the ${itemsMost.toLocaleString('en')} that one feed may hold` });
  return dropped;
}
