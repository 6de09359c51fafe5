// The times around the titles of a claim in which the families lie that may take them in. Each title has its own window: one with an old date
// opens none of the days between it and the others.
import type { NewsTitle } from '../../lib/matching/features.js';
import { longestEventHours } from '../../lib/matching/span.js';

interface Window {
  from: string;
  to: string;
}

const reachMs = longestEventHours * 3_600_000;

/** From 72 hours before to 72 hours after each title, or so many times that; those that overlap as one. */
export function windowsAround(titles: readonly NewsTitle[], reaches = 1): Window[] {
  const reach = reaches * reachMs;
  const windows: { from: number; to: number }[] = [];
  for (const time of titles.map(({ at }) => at.getTime()).sort((a, b) => a - b)) {
    const latest = windows.at(-1);
    if (latest !== undefined && time - reach <= latest.to) latest.to = time + reach;
    else windows.push({ from: time - reach, to: time + reach });
  }
  return windows.map(({ from, to }) => ({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }));
}
