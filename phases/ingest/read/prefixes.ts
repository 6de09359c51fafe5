// Takes the root element of a feed; leaves how its element names are called here: the capitals and prefixes the readers know, whatever
// capitals and prefixes the feed chose.
import { local } from './sniff.js';

const namespaces: Record<string, string> = {
  'http://purl.org/dc/elements/1.1/': 'dc:',
  'http://purl.org/dc/elements/1.0/': 'dc:',
  'http://purl.org/dc/terms/': 'dcterms:',
  'http://purl.org/rss/1.0/modules/content/': 'content:',
  'http://purl.org/rss/1.0/modules/syndication/': 'sy:',
  'http://search.yahoo.com/mrss/': 'media:',
  'http://www.google.com/schemas/sitemap-news/0.9': 'news:',
  'http://rssnamespace.org/feedburner/ext/1.0': 'feedburner:',
};

/** Names with capitals, by their small letters. */
const spelled: Record<string, string> = {
  pubdate: 'pubDate',
  skiphours: 'skipHours',
  skipdays: 'skipDays',
  'feedburner:origlink': 'feedburner:origLink',
  'sy:updateperiod': 'sy:updatePeriod',
  'sy:updatefrequency': 'sy:updateFrequency',
};

/** From names in small letters to those the readers know. The root's own prefix is dropped: `atom:feed` makes `atom:entry` an entry. */
export function prefixesOf(root: string, attributes: Record<string, string>): (name: string) => string {
  const renamed = new Map<string, string>();
  if (root.includes(':')) renamed.set(root.slice(0, root.indexOf(':') + 1), '');
  for (const [name, uri] of Object.entries(attributes)) {
    const known = name.toLowerCase().startsWith('xmlns:') ? namespaces[uri.trim()] : undefined;
    if (known) renamed.set(`${local(name)}:`, known);
  }
  const names = new Map<string, string>();
  return (name) => {
    let known = names.get(name);
    if (known === undefined) {
      const colon = name.indexOf(':') + 1;
      const prefix = renamed.get(name.slice(0, colon));
      const plain = prefix === undefined ? name : prefix + name.slice(colon);
      known = spelled[plain] ?? plain;
      if (names.size < 1000) names.set(name, known);
    }
    return known;
  };
}
