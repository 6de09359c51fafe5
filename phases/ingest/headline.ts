// Takes a feed's items; leaves headlines as they are stored: cleaned, named, dated, identified. Guards the table: what has no title
// is left out, what Postgres cannot hold is dropped, an item in the feed twice is one.
import { createHash } from 'node:crypto';
import type { Source } from '../../lib/config/settings.js';
import type { FeedItem } from './parse.js';

/** A row of titles, named as its columns are. Times are ISO 8601 in UTC. */
export interface Headline {
  guid: string | null;
  url: string | null;
  url_canonical: string | null;
  title_hash: string;
  title_original: string;
  title_display: string;
  title_norm: string;
  publisher_name: string;
  publisher_domain: string | null;
  lang: string;
  description: string | null;
  published_at: string;
  published_at_from: 'item' | 'fetch';
  raw: never;
}

const titleLength = 500;
const descriptionLength = 1000;
/** A date further ahead than this is a mistake of the feed. */
const aheadSeconds = 3600;
const earliest = Date.UTC(1990, 0, 1);

/** Headlines in the feed's order, each identity once, none older than `since`. */
export function headlinesOf(items: readonly FeedItem[], source: Source, now: Date, since?: Date): Headline[] {
  const headlines = new Map<string, Headline>();
  for (const item of items) {
    const headline = headlineOf(item, source, now);
    if (!headline || headlines.has(headline.title_hash)) continue;
    if (!since || Date.parse(headline.published_at) >= since.getTime()) headlines.set(headline.title_hash, headline);
  }
  return [...headlines.values()];
}

function headlineOf(item: FeedItem, source: Source, now: Date): Headline | null {
  const original = cut(clean(item.title), titleLength);
  if (original === '') return null;
  const publisher = clean(item.source?.name ?? source.publisher);
  const display = withoutPublisher(original, publisher);
  const norm = normalise(display);
  if (norm === '') return null;
  const published = dateOf(item.date, now);
  return {
    guid: cut(clean(item.guid ?? ''), 1000) || null,
    url: cut(clean(item.link ?? ''), 2000) || null,
    url_canonical: canonicalUrl(item.link),
    title_hash: createHash('sha256')
      .update(`${norm}\n${normalise(publisher)}`)
      .digest('hex')
      .slice(0, 32),
    title_original: original,
    title_display: display,
    title_norm: norm,
    publisher_name: publisher,
    publisher_domain: item.source ? domainOf(item.source.url) : (source.domain ?? null),
    lang: source.lang,
    description: item.description ? cut(clean(item.description.replace(/<[^>]*>/g, ' ')), descriptionLength) || null : null,
    published_at: (published ?? now).toISOString(),
    published_at_from: published ? 'item' : 'fetch',
    raw: cleanDeep(item.raw) as never,
  };
}

/** Unpaired surrogates and control characters out (Postgres and terminals cannot hold them), white space collapsed. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFD]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** At most as many code units, without half of a character at the end. */
export function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

/** The same for every string of a raw item, so that it can be kept as jsonb. */
function cleanDeep(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\u0000', '');
  if (Array.isArray(value)) return value.map(cleanDeep);
  if (value && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanDeep(key), cleanDeep(inner)]));
  return value;
}

/** "Headline - Publisher" without the publisher, where the last part is the publisher's name. */
function withoutPublisher(title: string, publisher: string): string {
  const cut = title.match(/^(?<headline>.+\S)\s+[-–—|]\s+(?<tail>\S.*)$/u)?.groups;
  return cut && normalise(cut['tail'] ?? '') === normalise(publisher) ? (cut['headline'] ?? title) : title;
}

/** For matching and identity: NFKC, small letters, symbols and emoji dropped, white space collapsed. */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{S}\p{Cf}\p{Variation_Selector}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

const tracking = /^(utm_\w+|fbclid|gclid|oc|ref|ref_src|cmpid|ns_\w+|at_\w+|mc_\w+|xtor|traffic_source)$/i;

/** The link without tracking parameters, fragment and letter case of the host; null for what is no http(s) link. */
function canonicalUrl(link: string | null): string | null {
  if (!link || !URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return null;
  url.hash = '';
  for (const name of [...url.searchParams.keys()]) if (tracking.test(name)) url.searchParams.delete(name);
  return cut(clean(url.href), 2000);
}

function domainOf(url: string | null): string | null {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || null : null;
}

function dateOf(text: string | null, now: Date): Date | null {
  const time = text ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) || time < earliest || time > now.getTime() + aheadSeconds * 1000 ? null : new Date(time);
}
