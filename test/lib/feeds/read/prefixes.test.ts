// Feeds whose elements have other prefixes than theirs, or other doctypes.
import { expect, test } from 'vitest';
import { item, itemsOf, rss } from './feeds.js';

const date = Date.UTC(2026, 2, 12, 9, 15);
const dc = 'http://purl.org/dc/elements/1.1/';
const atomUri = 'http://www.w3.org/2005/Atom';
const rdfUri = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const rssUri = 'http://purl.org/rss/1.0/';
const at = '2026-03-12T09:15:00Z';
const one = { title: 'One', link: 'https://news.example/1', publishedMillis: date };
const rssItems = (fields: string, attributes = '') =>
  rss(item('One', `<link>https://news.example/1</link>${fields}`), '', `version="2.0" ${attributes}`);

test.each([
  ['dc under another prefix', rssItems(`<d:date>${at}</d:date>`, `xmlns:d="${dc}"`)],
  ['dc declared on the item', rssItems(`<d:date xmlns:d="${dc}">${at}</d:date>`)],
  ['dc declared in single quotes, with blanks', rssItems(`<d:date>${at}</d:date>`, `xmlns:d = '${dc}'`)],
  ['dc without its last slash, by https', rssItems(`<d:date>${at}</d:date>`, 'xmlns:d="https://purl.org/dc/elements/1.1"')],
  ['dcterms under another prefix', rssItems(`<t:issued>${at}</t:issued>`, 'xmlns:t="http://purl.org/dc/terms/"')],
  ['Atom under another prefix', rssItems(`<a:published>${at}</a:published>`, `xmlns:a="${atomUri}"`)],
  ['Atom under the prefix of Dublin Core', rssItems(`<dc:published>${at}</dc:published>`, `xmlns:dc="${atomUri}"`)],
  ['.NET’s prefix of Atom', rssItems(`<a10:updated>${at}</a10:updated>`, `xmlns:a10="${atomUri}"`)],
  ['a default namespace on the date', rssItems(`<date xmlns="${dc}">${at}</date>`)],
  [
    'RSS 1.0 with a prefix of its own',
    `<rdf:RDF xmlns:rdf="${rdfUri}" xmlns:rss="${rssUri}" xmlns:dc="${dc}"><rss:channel rdf:about="x"><rss:title>F</rss:title></rss:channel><rss:item rdf:about="https://news.example/1"><rss:title>One</rss:title><rss:link>https://news.example/1</rss:link><dc:date>${at}</dc:date></rss:item></rdf:RDF>`,
  ],
  [
    'RDF under another prefix, RSS by default',
    `<r:RDF xmlns:r="${rdfUri}" xmlns="${rssUri}" xmlns:d="${dc}"><channel r:about="x"><title>F</title></channel><item r:about="https://news.example/1"><title>One</title><d:date>${at}</d:date></item></r:RDF>`,
  ],
  [
    'RDF by default, RSS with a prefix',
    `<RDF xmlns="${rdfUri}" xmlns:s="${rssUri}" xmlns:dc="${dc}"><s:channel about="x"><s:title>F</s:title></s:channel><s:item about="https://news.example/1"><s:title>One</s:title><dc:date>${at}</dc:date></s:item></RDF>`,
  ],
  [
    'RSS 0.90 of Netscape with a prefix',
    `<rdf:RDF xmlns:rdf="${rdfUri}" xmlns:n="http://my.netscape.com/rdf/simple/0.9/" xmlns:dc="${dc}"><n:channel><n:title>F</n:title></n:channel><n:item><n:title>One</n:title><n:link>https://news.example/1</n:link><dc:date>${at}</dc:date></n:item></rdf:RDF>`,
  ],
  [
    'RSS 2.0 with a prefix',
    `<r:rss xmlns:r="http://backend.userland.com/rss2" version="2.0"><r:channel><r:title>F</r:title><r:item><r:title>One</r:title><r:link>https://news.example/1</r:link><r:pubDate>${at}</r:pubDate></r:item></r:channel></r:rss>`,
  ],
  [
    'Atom whose entries have a prefix and whose root has none',
    `<feed xmlns="${atomUri}" xmlns:a="${atomUri}"><a:title>F</a:title><a:entry><a:title>One</a:title><a:link href="https://news.example/1"/><a:published>${at}</a:published></a:entry></feed>`,
  ],
  [
    'Atom whose entries take their dates from Dublin Core under another prefix',
    `<feed xmlns="${atomUri}" xmlns:x="${dc}"><title>F</title><entry><title>One</title><link href="https://news.example/1"/><x:date>${at}</x:date></entry></feed>`,
  ],
  [
    'a doctype of a web page before a feed',
    `<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://site.invalid/x.dtd">${rssItems(`<pubDate>${at}</pubDate>`).replace(/<\?xml[^>]*\?>/, '')}`,
  ],
  [
    'a short doctype of a web page before Atom',
    `<!DOCTYPE html><feed xmlns="${atomUri}"><title>F</title><entry><title>One</title><link href="https://news.example/1"/><published>${at}</published></entry></feed>`,
  ],
])('the namespace decides, not the prefix: %s', async (_what, feed) => {
  expect(await itemsOf(feed)).toMatchObject([one]);
});
