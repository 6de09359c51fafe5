// The feeds that a web page links to, as browsers and readers find them. Of a page only the beginning is looked at, and only so many
// links are kept.
import { Parser } from 'htmlparser2';
import { tidy } from '../../../lib/feeds/read/plain-text.js';

export interface FeedLink {
  /** Absolute, http(s). */
  url: string;
  title: string;
}

const lookedChars = 1_000_000;
const linksMost = 50;

/** In the page's order, comments and the like behind. Empty for a page that links to no feed. `pageUrl` is the base of relative links. */
export function feedLinksIn(page: string, pageUrl: string): FeedLink[] {
  const links = new Map<string, FeedLink>();
  let base = pageUrl;
  const parser = new Parser(
    {
      onopentag: (name, { rel = '', type = '', href = '', title = '' }) => {
        if (name === 'base' && URL.canParse(href, pageUrl)) base = new URL(href, pageUrl).href;
        if (name !== 'link' || links.size >= linksMost || !isAlternate(rel) || !isFeedType(type, href)) return;
        const url = absolute(href, base);
        if (url && !links.has(url)) links.set(url, { url, title: tidy(title).slice(0, 200) });
      },
    },
    { decodeEntities: true },
  );
  parser.write(page.slice(0, lookedChars));
  parser.end();
  const found = [...links.values()];
  return [...found.filter((link) => !isSide(link)), ...found.filter(isSide)];
}

function isAlternate(rel: string): boolean {
  const words = rel.toLowerCase().split(/\s+/);
  return (words.includes('alternate') || words.includes('feed')) && !words.includes('stylesheet');
}

/** Plain JSON and XML are feeds only where their address says so: pages link to their own data in the same way. */
function isFeedType(type: string, href: string): boolean {
  const kind = type.toLowerCase().split(';')[0]?.trim() ?? '';
  if (/^application\/(?:rss|atom|rdf|feed|x\.atom|x-rss)\+(?:xml|json)$/.test(kind)) return true;
  return /^(?:application|text)\/(?:json|xml)$/.test(kind) && /feed|rss|atom/i.test(href) && !/wp-json|oembed/i.test(href);
}

function absolute(href: string, base: string): string | null {
  const written = href
    .trim()
    .replace(/^feed:(?:\/\/)?(?=https?:)/i, '')
    .replace(/^feed:\/\//i, 'https://');
  if (written === '' || !URL.canParse(written, base)) return null;
  const url = new URL(written, base);
  url.hash = '';
  return (url.protocol === 'http:' || url.protocol === 'https:') && url.href.length <= 2000 ? url.href : null;
}

/** A feed of something beside the news: of comments, most often. */
function isSide({ url, title }: FeedLink): boolean {
  return /comment|kommentar|comentario|комментари|replies/i.test(`${title} ${new URL(url).pathname}`);
}
