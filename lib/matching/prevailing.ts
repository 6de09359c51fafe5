// Families are of news. An opinion, a ticker or a roundup touches on much and is alike to much: it founds none, and comes in where news prevails.
// A repetition, word for word, belongs with what it repeats whatever it is; nothing else with what is hollow.
import type { Cluster } from './cluster.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';
import { isHollow } from './hollow.js';
import { gapTo, longestMs } from './span.js';

/** Whether a cluster is open to a headline, whatever both tell. What is no news may still come in when clusters are merged. */
export function mayTakeIn(cluster: Cluster, headline: Headline, frequencies: Frequencies): boolean {
  if (gapTo(headline, cluster) > longestMs) return false;
  const isOpen = cluster.news > 0 && (headline.isNews || newsPrevails(cluster.news, cluster.size + 1));
  if (isOpen && !isHollow(cluster, frequencies)) return true;
  return repeatsOneOf(cluster, headline);
}

/** Whether more than half of both together are news and neither is hollow, or the smaller repeats the other. */
export function mayUnite(one: Cluster, other: Cluster, frequencies: Frequencies): boolean {
  const isFull = !isHollow(one, frequencies) && !isHollow(other, frequencies);
  return (isFull && newsPrevails(one.news + other.news, one.size + other.size)) || repeat(one, other);
}

/** Whether somebody who is asked may say that they are one: some of it is news, or the smaller repeats the other. */
export function mayBeAsked(one: Cluster, other: Cluster): boolean {
  return one.news + other.news > 0 || repeat(one, other);
}

function newsPrevails(news: number, headlines: number): boolean {
  return 2 * news > headlines;
}

function repeat(one: Cluster, other: Cluster): boolean {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one];
  return few.headlines.every((headline) => repeatsOneOf(many, headline));
}

function repeatsOneOf({ headlines }: Cluster, { words }: Headline): boolean {
  return (
    words.length > 0 &&
    headlines.some((other) => other.words.length === words.length && other.words.every((word, at) => word === words[at]))
  );
}
