// Makes the headlines that are stored of a feed's items: cleaned, dated, identified, each once. What has no title is left out with its
// reason; a date that cannot be is replaced by the time of fetching and marked so.
import { createHash } from 'node:crypto';
import { feedDates } from './feed-dates.js';
import { normalise, titleHash } from './identity.js';
import type { Dropped, FeedItem, ReadFeed } from './item.js';
import { languagesOf, unknownLanguage } from './language.js';
import { canonicalAddress, domainOf, webAddress } from './link.js';
import { asBefore, cutToLength, plainDescription, tidy } from './plain-text.js';
import { type Publisher, type PublisherSource, publisherTeller, withoutPublisher } from './publisher.js';
import type { RawItem } from './raw.js';
import { withoutSections } from './section-name.js';
import { isUnreadable } from './unreadable.js';
import { withoutWireTags } from './wire-tag.js';
import { isRewording } from './wording.js';

/** A row of titles, named as its columns are. Times are ISO 8601 in UTC. */
export interface FeedHeadline {
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
  raw: RawItem;
}

/** What is configured of the feed's source. */
export interface HeadlineSource extends PublisherSource {
  /** Before what the feed declares; null or missing where nothing is configured. */
  lang?: string | null | undefined;
  /** The IANA zone of dates that name none; missing where nothing is configured. */
  tz?: string | undefined;
}

interface HeadlineOptions {
  /** Headlines of before are left out. */
  since?: Date | undefined;
  /** The publishers of all sources: an aggregator's items go by their configured names. */
  known?: readonly PublisherSource[];
}

const titleLength = 500;
const descriptionLength = 1000;
const guidLength = 1000;
/** A date further ahead than this is a mistake of the feed. */
const aheadMillis = 3_600_000;
/** Before this there was no web: zeros, and clocks that were never set. */
const earliest = Date.UTC(1991, 0, 1);

/** Headlines in the feed's order, and every item that makes none with its reason. `now` is the fetch time. */
export async function headlinesOf(
  read: Pick<ReadFeed, 'items' | 'dropped' | 'feed'>,
  source: HeadlineSource,
  now: Date,
  { since, known = [] }: HeadlineOptions = {},
): Promise<{ headlines: FeedHeadline[]; dropped: Dropped[] }> {
  const dropped: Dropped[] = [...read.dropped];
  const unreliable = constantGuids(read.items);
  const publishedOf = feedDates(read.items, { tz: source.tz, langs: [source.lang, read.feed.lang], now });
  const publisherOf = publisherTeller(source, known);
  const seen: Seen = { hashes: new Set(), guids: new Map() };
  const priors: (string | null)[] = [];
  const headlines: FeedHeadline[] = [];
  for (const item of read.items) {
    const headline = headlineOf(item, publisherOf(item.source), publishedOf(item), now, unreliable);
    const reason = headline ? (damaged(headline) ?? olderThan(headline, since) ?? twice(headline, seen)) : 'without a title';
    if (reason) dropped.push({ item: cutToLength(item.title, 100) || item.link || item.guid, reason });
    if (!headline || reason) continue;
    priors.push(item.lang || source.lang || read.feed.lang);
    headlines.push(headline);
  }
  const told = await languagesOf(
    headlines.map(({ title_display, title_norm }, at) => ({ title: title_display, norm: title_norm, prior: priors[at] ?? null })),
  );
  for (const [at, headline] of headlines.entries()) headline.lang = told[at] ?? headline.lang;
  return { headlines, dropped };
}

function headlineOf(
  item: FeedItem,
  publisher: Publisher,
  publishedMillis: number | null,
  now: Date,
  unreliable: ReadonlySet<string>,
): FeedHeadline | null {
  if (item.title === '') return null;
  const original = cutToLength(item.title, titleLength);
  const display = withoutWireTags(withoutSections(withoutPublisher(asBefore(original), publisher, item.source?.name)));
  const norm = normalise(display);
  if (!/[\p{L}\p{N}]/u.test(norm)) return null;
  const url = webAddress(item.link);
  const canonical = url && canonicalAddress(url);
  const published = believable(publishedMillis, now);
  return {
    guid:
      item.guid && unreliable.has(item.guid) ? null : (guidOf(item.guid) ?? (canonical && !unreliable.has(canonical) ? canonical : null)),
    url,
    url_canonical: canonical,
    title_hash: titleHash(norm, publisher.name),
    title_original: original,
    title_display: display,
    title_norm: norm,
    publisher_name: publisher.name,
    publisher_domain: publisher.domain ?? (item.source ? null : domainOf(url)),
    lang: unknownLanguage,
    description: descriptionOf(item.description, original),
    published_at: new Date(published ?? now).toISOString(),
    published_at_from: published === null ? 'fetch' : 'item',
    raw: item.raw,
  };
}

/** GUIDs that three or more different titles share name the feed, not an item; so do links where there are no GUIDs. */
function constantGuids(items: readonly FeedItem[]): Set<string> {
  const firstTitles = new Map<string, string>();
  const otherTitles = new Map<string, string>();
  const constant = new Set<string>();
  for (const { guid, link, title } of items) {
    const id = guid ?? link;
    if (id === null) continue;
    const first = firstTitles.get(id);
    if (first === undefined) firstTitles.set(id, title);
    else if (first !== title && otherTitles.get(id) === undefined) otherTitles.set(id, title);
    else if (first !== title && otherTitles.get(id) !== title) constant.add(id);
  }
  return constant;
}

function damaged({ title_original }: FeedHeadline): string | null {
  return isUnreadable(title_original) ? 'with a title whose letters are in no charset that is declared or known' : null;
}

function olderThan({ published_at }: FeedHeadline, since: Date | undefined): string | null {
  return since && Date.parse(published_at) < since.getTime() ? `older than ${since.toISOString().slice(0, 10)}` : null;
}

/** Two items under one GUID are one where it is reworded; other words, or another link too, are another story. */
function twice(headline: FeedHeadline, seen: Seen): string | null {
  const { guid, title_hash } = headline;
  const others = (guid !== null && seen.guids.get(guid)) || [];
  if (seen.hashes.has(title_hash) || others.some((other) => isAgain(headline, other))) return 'twice in the feed';
  seen.hashes.add(title_hash);
  if (guid !== null) seen.guids.set(guid, [...others, headline]);
  return null;
}

function isAgain(one: FeedHeadline, other: FeedHeadline): boolean {
  const isElsewhere = one.url_canonical !== null && other.url_canonical !== null && one.url_canonical !== other.url_canonical;
  return !isElsewhere && isRewording(one.title_norm, other.title_norm);
}

interface Seen {
  hashes: Set<string>;
  /** At most three headlines each: more of them make a GUID unreliable. */
  guids: Map<string, FeedHeadline[]>;
}

/** Null for what is missing, more than an hour ahead, or before the web: the fetch time stands for it. */
function believable(millis: number | null, now: Date): number | null {
  return millis === null || millis < earliest || millis > now.getTime() + aheadMillis ? null : millis;
}

/** A GUID too long to be kept is known by its hash: cut short, two could be one. */
function guidOf(guid: string | null): string | null {
  const known = guid ? tidy(guid) : '';
  if (known.length <= guidLength) return known || null;
  return `sha256:${createHash('sha256').update(known).digest('hex')}`;
}

/** Plain text; null where there is none, or only the title again. */
function descriptionOf(marked: string | null, title: string): string | null {
  const text = marked ? cutToLength(plainDescription(marked), descriptionLength) : '';
  return text === '' || text === title ? null : text;
}
