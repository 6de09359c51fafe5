// What kind of feed a text is. What is no feed - a web page, an empty answer, a list of feeds - is named in a sentence and never parsed.

export type Format = 'rss' | 'rdf' | 'atom' | 'json' | 'sitemap';

/** `text` begins with the prolog or the root element; `root` is the root's name as written, '' for JSON. */
export interface Sniffed {
  format: Format;
  text: string;
  root: string;
}

/** How far the root element is looked for: comments and notices of a broken server may stand before it. */
const searchedChars = 65_536;

const roots: Record<string, Format> = { rss: 'rss', channel: 'rss', rdf: 'rdf', feed: 'atom', urlset: 'sitemap' };

const others: Record<string, string> = {
  html: 'a web page',
  opml: 'an OPML list of feeds',
  sitemapindex: 'an index of sitemaps',
  error: 'an error message in XML',
  svg: 'a picture',
};

/** Says what the text is. Throws a sentence that names it where it is no feed. */
export function sniff(text: string, contentType: string | null): Sniffed {
  const start = text.slice(firstWritten(text));
  if (start === '') throw new Error('The feed is empty.');
  const first = start[0];
  if (first === '{' || first === '[') return { format: 'json', text: start, root: '' };
  const head = start.slice(0, searchedChars);
  const outer = rootOf(head);
  if (!(outer && roots[local(outer.name)]) && isPage(head)) throw notFeed(webPage(head));
  const found = outer && roots[local(outer.name)] ? outer : (rootOf(afterJunk(head) ?? '') ?? outer);
  if (!found) throw notFeed(otherThan(head, contentType));
  const format = roots[local(found.name)];
  if (!format) throw notFeed(others[local(found.name)] ?? `XML with the root element <${found.name.slice(0, 60)}>`);
  return { format, text: start.slice(head.length - found.from.length), root: found.name };
}

/** Whether a page's own mark is the first thing in it: a feed that it holds further on is another's. */
function isPage(head: string): boolean {
  return /^<(?:!doctype\s+html|html|head|body)\b/i.test(head.replace(/^(?:<\?[^>]*\?>|<!--(?:(?!-->)[\s\S])*-->|\s)+/, ''));
}

/** The element's name without its prefix, in small letters. */
export function local(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}

function notFeed(what: string): Error {
  return new Error(`It is ${what}, not a feed.`);
}

/** Past byte order marks, white space and control characters. */
function firstWritten(text: string): number {
  let at = 0;
  while (at < text.length && (text.charCodeAt(at) <= 0x20 || /[\s\u007f-\u009f\u200b\ufeff\ufffd\ufffe]/.test(text.charAt(at)))) at++;
  return at;
}

/** The root element, where nothing but prolog, comments and a doctype stands before it. */
function rootOf(head: string): { name: string; from: string } | null {
  let at = 0;
  while (at < head.length) {
    const rest = head.slice(at, at + 9).toLowerCase();
    if (/^\s/.test(rest)) at++;
    else if (rest.startsWith('<?')) at = past(head, '>', at);
    else if (rest.startsWith('<!--')) at = past(head, '-->', at);
    else if (rest.startsWith('<!doctype')) at = pastDoctype(head, at);
    else break;
  }
  const name = head.slice(at, at + 200).match(/^<([A-Za-z_][\w.-]*(?::[\w.-]+)?)/)?.[1];
  return name ? { name, from: head } : null;
}

function past(head: string, end: string, from: number): number {
  const found = head.indexOf(end, from);
  return found === -1 ? head.length : found + end.length;
}

function pastDoctype(head: string, from: number): number {
  const end = head.indexOf('>', from);
  const subset = head.indexOf('[', from);
  return subset !== -1 && subset < end ? past(head, '>', past(head, ']', subset) - 1) : past(head, '>', from);
}

/** What begins with a prolog or a feed's root after notices of a broken server; null where none does. */
function afterJunk(head: string): string | null {
  const found = head.search(/<\?xml\s|<(?:rss|rdf:rdf|feed|urlset)[\s>]/i);
  return found > 0 ? head.slice(found) : null;
}

function webPage(head: string): string {
  const title = head
    .match(/<title[^>]*>([^<]{1,200})/i)?.[1]
    ?.replace(/\s+/g, ' ')
    .trim();
  return title ? `a web page (“${title.slice(0, 80)}”)` : 'a web page';
}

function otherThan(head: string, contentType: string | null): string {
  if (/<(?:html|body|div|head|script)\b/i.test(head)) return webPage(head);
  const unwritten = head.match(/(?![\t\n\r])[\p{Cc}\ufffd]/gu)?.length ?? 0;
  if (/^(?:%PDF-|PK|GIF8)/.test(head) || unwritten > head.length / 20) return 'binary data';
  const sent = contentType ? ` (sent as ${contentType.replace(/[^\x20-\x7e]/g, '').slice(0, 60)})` : '';
  if (head.startsWith('<')) return `XML or HTML that breaks off before anything of a feed${sent}`;
  return `plain text${sent} beginning “${head
    .slice(0, 40)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()}”`;
}
