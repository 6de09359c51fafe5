// Names of elements as our readers know them, whatever prefixes and capitals a feed chose: the namespace decides, not the prefix.
import { type Format, local } from './sniff.js';

/** In small letters, without the slash at the end. `''` for the elements of a feed itself, which have no prefix here. */
const namespaces: Readonly<Record<string, string>> = {
  'http://purl.org/rss/1.0': '',
  'http://my.netscape.com/rdf/simple/0.9': '',
  'http://channel.netscape.com/rdf/simple/0.9': '',
  'http://backend.userland.com/rss': '',
  'http://backend.userland.com/rss2': '',
  'http://blogs.law.harvard.edu/tech/rss': '',
  'http://www.sitemaps.org/schemas/sitemap/0.9': '',
  'http://www.google.com/schemas/sitemap/0.84': '',
  'http://www.w3.org/2005/atom': 'atom:',
  'http://purl.org/atom/ns#': 'atom:',
  'http://www.w3.org/1999/02/22-rdf-syntax-ns#': 'rdf:',
  'http://purl.org/dc/elements/1.1': 'dc:',
  'http://purl.org/dc/elements/1.0': 'dc:',
  'http://purl.org/dc/terms': 'dcterms:',
  'http://purl.org/rss/1.0/modules/content': 'content:',
  'http://purl.org/rss/1.0/modules/syndication': 'sy:',
  'http://search.yahoo.com/mrss': 'media:',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news:',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner:',
};

/** Prefixes of Atom in RSS that are read as they are: what .NET and FeedBurner write. */
const ofAtom = new Set(['atom:', 'a10:', 'atom10:']);

/** Names with capitals, by their small letters. */
const spelled: Record<string, string> = {
  pubdate: 'pubDate',
  skiphours: 'skipHours',
  skipdays: 'skipDays',
  'feedburner:origlink': 'feedburner:origLink',
  'sy:updateperiod': 'sy:updatePeriod',
  'sy:updatefrequency': 'sy:updateFrequency',
};

interface Prefixes {
  /** Hears of an element's declarations; the first element is the root, whose own prefix is dropped. Before its name is asked for. */
  declare: (element: string, attributes: Record<string, string>) => void;
  /** From a name in small letters to that which the readers know. */
  nameOf: (name: string) => string;
}

/** In Atom the elements of Atom are the feed's own, in RSS they are guests. A prefix means what the last declaration of it says. */
export function makePrefixes(): Prefixes {
  const renamed = new Map<string, string>();
  const names = new Map<string, string>();
  let root: string | null = null;
  return {
    declare(element, attributes) {
      if (root === null) {
        root = local(element);
        if (element.includes(':')) renamed.set(element.slice(0, element.indexOf(':') + 1), '');
      }
      for (const name in attributes) {
        if (!/^xmlns:/i.test(name)) continue;
        const prefix = `${local(name)}:`;
        const known = prefixOf(attributes[name] ?? '', root === 'feed' ? 'atom' : 'rss');
        if (known === undefined || renamed.get(prefix) === known) continue;
        if (renamed.get(prefix) === '' && element.toLowerCase().startsWith(prefix)) continue;
        renamed.set(prefix, known);
        names.clear();
      }
    },
    nameOf(name) {
      let known = names.get(name);
      if (known === undefined) {
        const colon = name.indexOf(':') + 1;
        const prefix = renamed.get(name.slice(0, colon));
        const plain = prefix === undefined ? name : prefix + name.slice(colon);
        known = spelled[plain] ?? plain;
        if (names.size < 1000) names.set(name, known);
      }
      return known;
    },
  };
}

/** What the readers put before names of a namespace; undefined for one they do not read. */
function prefixOf(uri: string, format: Format): string | undefined {
  const known =
    namespaces[
      uri
        .trim()
        .toLowerCase()
        .replace(/^https:/, 'http:')
        .replace(/\/$/, '')
    ];
  return known === 'atom:' && format === 'atom' ? '' : known;
}

/** Whether the text declares a namespace that the readers know under another prefix than theirs. */
export function hasOwnPrefixes(text: string, format: Format): boolean {
  for (let at = text.indexOf('xmlns:'); at !== -1; at = text.indexOf('xmlns:', at + 6)) {
    declaration.lastIndex = at;
    const [, prefix = '', uri = ''] = declaration.exec(text) ?? [];
    const known = prefixOf(uri, format);
    if (known === undefined || known === `${prefix}:`) continue;
    if (known === 'atom:' && ofAtom.has(`${prefix}:`)) continue;
    return true;
  }
  return false;
}

const declaration = /xmlns:([\w.-]{1,64})\s*=\s*["']([^"']{0,200})["']/y;
