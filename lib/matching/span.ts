// How long happenings last, and how far what is compared lies apart.
import type { Cluster } from './cluster.js';
import type { Headline } from './headline.js';

/** The longest an event lasts; what goes on longer is a new family that continues the earlier one. */
export const longestEventHours = 72;
export const longestMs = longestEventHours * 3_600_000;

/** Milliseconds between a headline and the nearest end of a cluster; 0 within, and where one has no time. */
export function gapTo({ at }: Headline, { first, last }: Cluster): number {
  return at === null || !Number.isFinite(first) ? 0 : Math.max(0, at - last, first - at);
}

/** Milliseconds from the first to the last headline, were these times taken in; 0 where there are none. */
export function spanWith(cluster: Cluster, first: number, last: number): number {
  const span = Math.max(cluster.last, last) - Math.min(cluster.first, first);
  return Number.isFinite(span) ? span : 0;
}

/** Milliseconds between the last headline of the one and the first of the other; 0 where they overlap, and where there are no times. */
export function silenceBetween(one: Cluster, other: Cluster): number {
  const silence = Math.max(0, one.first - other.last, other.first - one.last);
  return Number.isFinite(silence) ? silence : 0;
}
