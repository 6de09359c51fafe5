// The times around the titles of a claim in which the families lie that may take them in. Each title has its own window: one with an old date
// opens none of the days between it and the others.
import type { NewsTitle } from '../../lib/matching/features.js';
import { longestEventHours } from '../../lib/matching/span.js';

interface Window {
  from: string;
  to: string;
  /** The middle of the titles in it, and how many families nearest to that are enough; null for all. */
  at: string;
  most: number | null;
}

const reachMs = longestEventHours * 3_600_000;
/** One or two titles that are so much older than the latest are strays: they are held against so many families each and cost what others do. */
const stray = { most: 2, days: 30, families: 300 };

/** From 72 hours before to 72 hours after each title, or so many times that; those that overlap as one. */
export function windowsAround(titles: readonly NewsTitle[], reaches = 1): Window[] {
  const reach = reaches * reachMs;
  const times = titles.map(({ at }) => at.getTime()).sort((a, b) => a - b);
  const newest = times.at(-1) ?? 0;
  const groups: { first: number; last: number; count: number }[] = [];
  for (const time of times) {
    const latest = groups.at(-1);
    if (latest !== undefined && time - reach <= latest.last + reach) Object.assign(latest, { last: time, count: latest.count + 1 });
    else groups.push({ first: time, last: time, count: 1 });
  }
  const iso = (time: number): string => new Date(time).toISOString();
  return groups.map(({ first, last, count }) => {
    const isStray = count <= stray.most && newest - last > stray.days * 24 * 3_600_000;
    return { from: iso(first - reach), to: iso(last + reach), at: iso((first + last) / 2), most: isStray ? count * stray.families : null };
  });
}
