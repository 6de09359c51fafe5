// Reads well-formed RSS, RDF and Atom by rss-parser, which knows the versions, and by xml2js where the text is not plainly well-formed.
// rss-parser's own shaping of items is left out: it drops attributes that decide (isPermaLink, rel, type, xml:base), fails a whole feed
// for one bad date, and takes minutes over hostile markup. Markup inside a title is left to the lenient reader, which keeps the order of
// its words.
import RssParser from 'rss-parser';
import { child, children, type Element, hasElements, type Tree } from './node.js';
import { readWellFormed } from './well-formed.js';

/** Reads the text. Rejects with what rss-parser says where it is not well-formed or no version it knows. */
export async function readStrict(text: string): Promise<Tree> {
  const reader = new ElementReader();
  await reader.parseString(text);
  if (!reader.tree) throw new Error('rss-parser knew the feed and left nothing of it.');
  if (reader.tree.items.some(hasMarkup)) throw new Error('Markup stands inside a title or a description.');
  return reader.tree;
}

class ElementReader extends RssParser {
  declare xmlParser: XmlParser;
  tree: Tree | null = null;

  constructor() {
    super();
    const { xmlParser } = this;
    this.xmlParser = {
      parseString(text, answer) {
        const document = readWellFormed(text);
        if (document) answer(null, document);
        else xmlParser.parseString(text, answer);
      },
    };
  }

  buildRSS0_9(document: Record<string, Element>): Shaped {
    const channel = child(document['rss'], 'channel');
    return this.keep(document['rss'], channel, [...children(channel, 'item'), ...children(document['rss'], 'item')]);
  }

  buildRSS1(document: Record<string, Element>): Shaped {
    const root = document['rdf:RDF'];
    const channel = child(root, 'channel');
    return this.keep(root, channel, [...children(root, 'item'), ...children(channel, 'item')]);
  }

  buildRSS2(document: Record<string, Element>): Shaped {
    return this.buildRSS0_9(document);
  }

  buildAtomFeed(document: Record<string, Element>): Shaped {
    return this.keep(document['feed'], document['feed'], [...children(document['feed'], 'entry')]);
  }

  private keep(root: Element, channel: Element, items: Element[]): Shaped {
    this.tree = { root, channel, items, truncated: false, beyond: 0 };
    return { items: [] };
  }
}

/** What rss-parser reads XML by. */
interface XmlParser {
  parseString: (text: string, answer: (error: Error | null, document?: Record<string, Element>) => void) => void;
}

/** What rss-parser's own building answers: not used here. */
interface Shaped {
  items: never[];
}

function hasMarkup(item: Element): boolean {
  return hasElements(child(item, 'title')) || hasElements(child(item, 'description')) || hasElements(child(item, 'summary'));
}
