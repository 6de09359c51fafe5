// Families are of news. An opinion, a ticker or a roundup touches on much and is alike to much: it founds none, and comes in where news prevails.
import type { Cluster } from './cluster.js';
import type { Headline } from './headline.js';
import { gapTo, longestMs } from './span.js';

/** Whether more than half of so many headlines are news. */
export function newsPrevails(news: number, headlines: number): boolean {
  return 2 * news > headlines;
}

/** Whether a cluster is open to a headline, whatever both tell. What is no news may still come in when clusters are merged. */
export function mayTakeIn(cluster: Cluster, headline: Headline): boolean {
  if (cluster.news === 0 || gapTo(headline, cluster) > longestMs) return false;
  return headline.isNews || newsPrevails(cluster.news, cluster.size + 1);
}
