// What is stored of a feed where the operator says nothing: its publisher, domain and language.

import { unknownLanguage } from '../../../lib/feeds/read/language.js';
import { domainOf } from '../../../lib/feeds/read/link.js';
import { cutToLength } from '../../../lib/feeds/read/plain-text.js';
import { type PublisherSource, publisherTeller } from '../../../lib/feeds/read/publisher.js';
import type { FoundFeed } from './find-feed.js';
import { seenIn } from './look.js';

export interface FeedGuess {
  publisher: string;
  domain: string | null;
  lang: string;
  /** "28 of 30 titles; the feed says en-US"; '' where nothing speaks for it. */
  why: string;
  /** Titles it would store now. */
  titles: number;
  /** The first of them. */
  newest: string | null;
}

/** By `known` publishers where the site is theirs, else by the feed's own title; the language is that of most titles, `und` without any. */
export async function guessOf({ url, read }: FoundFeed, known: readonly PublisherSource[]): Promise<FeedGuess> {
  const site = read.feed.link && domainOf(read.feed.link) ? read.feed.link : url;
  const title = cutToLength(read.feed.title ?? '', 200) || (domainOf(site) ?? url);
  const { name, domain } = publisherTeller({ publisher: title }, known)({ name: title, url: site });
  const { seen } = await seenIn(read, { publisher: name }, known);
  const [lang, count] = mostOf(seen.map(({ headline }) => headline.lang));
  const says = read.feed.lang ? `the feed says ${read.feed.lang}` : 'the feed does not say';
  return {
    publisher: name,
    domain: domain ?? domainOf(site),
    lang: lang ?? unknownLanguage,
    why: lang === null ? '' : `${count} of ${seen.length} titles; ${says}`,
    titles: seen.length,
    newest: seen[0]?.headline.title_display ?? null,
  };
}

/** The most frequent value and how often it stands there. */
function mostOf(values: readonly string[]): [value: string | null, count: number] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let most: [string | null, number] = [null, 0];
  for (const one of counts) if (one[1] > most[1]) most = one;
  return most;
}
