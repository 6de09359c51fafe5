// One line of a file of titles as an item, or why it cannot be taken as it stands. Nothing that somebody wrote down is changed in
// silence.
import type { FeedItem } from '../../../lib/feeds/read/item.js';
import { published } from '../../../lib/feeds/read/item-date.js';
import { webAddress } from '../../../lib/feeds/read/link.js';
import { plainTitle, tidy } from '../../../lib/feeds/read/plain-text.js';
import { rawOf } from '../../../lib/feeds/read/raw.js';

/** What a line may say; title is needed, all else may be missing. */
export const titleFields = ['title', 'link', 'url', 'published_at', 'date', 'publisher', 'domain', 'lang', 'description', 'id'] as const;
/** As they were written; a number only where the file tells numbers from texts. */
export type Fields = Partial<Record<(typeof titleFields)[number], unknown>>;

/** Fields that may be numbers too. */
const numbers: ReadonlySet<string> = new Set(['id', 'published_at', 'date']);
const titleMost = 500;
const publisherMost = 500;
/** Before this there was no web, and a date further ahead than an hour is a mistake. */
const earliestMillis = Date.UTC(1991, 0, 1);
const aheadMillis = 3_600_000;

/** `lang` is for lines that name none. */
export function itemOf(given: Fields, lang: string | null, now: Date): FeedItem | string {
  for (const name of titleFields) {
    const value = given[name];
    if (value === undefined || value === null || typeof value === 'string' || (typeof value === 'number' && numbers.has(name))) continue;
    return `its ${name} is ${typeof value === 'number' ? 'a number' : 'no text'}: ${quoted(JSON.stringify(value))}`;
  }
  const said = (name: (typeof titleFields)[number]): string => String(given[name] ?? '').trim();
  const title = said('title');
  const date = said('published_at') || said('date');
  const link = said('link') || said('url');
  const [publisher, domain, language] = [said('publisher'), said('domain'), said('lang')];
  const dated = published(date);
  const { publishedMillis } = dated;
  if (title !== '' && /^[\p{N}\p{P}\p{S}\s]+$/u.test(title) && /\p{N}/u.test(title)) return `its title is a number: ${quoted(title)}`;
  if (title.length > titleMost) return `its title has ${title.length} characters; ${titleMost} is the most`;
  if (date !== '' && publishedMillis === null) return `its date is none: ${quoted(date)}`;
  if (publishedMillis !== null && publishedMillis > now.getTime() + aheadMillis) return `its date lies ahead: ${quoted(date)}`;
  if (publishedMillis !== null && publishedMillis < earliestMillis) return `its date is before the web: ${quoted(date)}`;
  if (link !== '' && webAddress(link) === null) return `its link is no http(s) address: ${quoted(link)}`;
  if (publisher.length > publisherMost) return `its publisher has ${publisher.length} characters; ${publisherMost} is the most`;
  if (domain !== '' && !/^[^\s/@:?#]+\.[^\s/@:?#]+$/.test(domain)) return `its domain is none: ${quoted(domain)}`;
  if (language !== '' && !/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(language))
    return `its lang is no code such as de: ${quoted(language)}`;
  return {
    title: plainTitle(title),
    link: link || null,
    guid: said('id') || null,
    ...dated,
    description: said('description') || null,
    lang: language || lang,
    source: publisher === '' ? null : { name: publisher, url: domain === '' ? null : `https://${domain}/`, asGiven: true },
    raw: rawOf(given),
  };
}

function quoted(text: string): string {
  const tidied = tidy(text);
  return `“${tidied.length > 60 ? `${tidied.slice(0, 59)}…` : tidied}”`;
}
