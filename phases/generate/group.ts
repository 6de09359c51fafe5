// Takes new titles and the families they may join; leaves for each title a family or a new group. Best pair of groups first, by the
// average over all pairs of their titles, ties by position: the result depends on ids and content, never on the order of arrival.
import { type NewsTitle, vectorsOf } from './features.js';
import { kernelOf } from './kernel.js';

/** A family with its member titles, as a candidate to join. */
export interface KnownFamily {
  efId: string;
  members: readonly NewsTitle[];
}

/** Titles that belong together. `efId` names the family they join; absent for a new one, which may continue an earlier one. */
export interface Grouping {
  efId?: string;
  continues?: string;
  titles: NewsTitle[];
}

/** Raised when the same titles would be grouped otherwise; makes earlier groupings stale. */
export const groupingVersion = '1';

/** The longest an event lasts; what goes on longer is a new family that continues the earlier one. */
export const longestEventHours = 72;

const E = (k: string, d: number) => Number(process.env[k] ?? d);
const joinFrom = E('TH', 0.25);
const cohesion = E('PW', 1.2);
const strict = E('G', 0);
const hoursThatHalve = E('TW', 72);
const hour = 3_600_000;

interface Cluster {
  efId: string | undefined;
  size: number;
  /** Sum of the kernel over all pairs of members, each with itself too. */
  within: number;
  first: number;
  last: number;
  titles: NewsTitle[];
}

/** Groups `titles` (each id once) among themselves and with `families`. Every title is in exactly one group; no titles, no groups. */
export function groupTitles(titles: readonly NewsTitle[], families: readonly KnownFamily[]): Grouping[] {
  const known = families.filter((family) => family.members.length > 0).sort((a, b) => compareIds(a.efId, b.efId));
  const lists = [...known.map((family) => [...family.members].sort(byId)), ...[...titles].sort(byId).map((title) => [title])];
  const vectors = vectorsOf(lists.flat());
  let taken = 0;
  const kernel = kernelOf(lists.map((list) => vectors.slice(taken, (taken += list.length))), known.length);
  const clusters = lists.map((list, index) => clusterOf(list, kernel[index]?.[index] ?? 0, known[index]?.efId));
  return agglomerate(clusters, kernel);
}

function clusterOf(list: readonly NewsTitle[], within: number, efId: string | undefined): Cluster {
  const times = list.map((title) => title.at.getTime());
  return { efId, size: list.length, within, first: Math.min(...times), last: Math.max(...times), titles: efId === undefined ? [...list] : [] };
}

/** Joins the best pair until none is good enough. Families stand before titles, so that the earlier of a pair takes in the later. */
function agglomerate(clusters: readonly Cluster[], kernel: readonly Float64Array[]): Grouping[] {
  const alive = clusters.map(() => true);
  const scores = clusters.map((cluster, i) => Float64Array.from(clusters, (other, j) => (j < i ? score(cluster, other, kernel[i]?.[j] ?? 0) : 0)));
  for (;;) {
    const best = bestPair(clusters, scores, alive);
    if (best === undefined) break;
    const [into, from] = best;
    join(clusters, kernel, into, from);
    alive[from] = false;
    rescore(clusters, kernel, scores, into);
  }
  return clusters.flatMap((cluster, index) => {
    if (alive[index] !== true || cluster.titles.length === 0) return [];
    const titles = cluster.titles.sort(byId);
    if (cluster.efId !== undefined) return [{ efId: cluster.efId, titles }];
    const continues = continuedBy(cluster, clusters, kernel[index]);
    return [continues === undefined ? { titles } : { continues, titles }];
  });
}

function bestPair(clusters: readonly Cluster[], scores: readonly Float64Array[], alive: readonly boolean[]): [number, number] | undefined {
  let best: [number, number] | undefined;
  let highest = joinFrom;
  scores.forEach((row, from) => {
    if (alive[from] !== true || clusters[from]?.efId !== undefined) return;
    for (let into = 0; into < from; into += 1) {
      const value = row[into] ?? 0;
      if (value <= highest || alive[into] !== true || !fitsSpan(clusters[into], clusters[from])) continue;
      highest = value;
      best = [into, from];
    }
  });
  return best;
}

function join(clusters: readonly Cluster[], kernel: readonly Float64Array[], into: number, from: number): void {
  const [taker, taken] = [clusters[into], clusters[from]];
  const [row, other] = [kernel[into], kernel[from]];
  if (taker === undefined || taken === undefined || row === undefined || other === undefined) return;
  taker.within += taken.within + 2 * (row[from] ?? 0);
  taker.size += taken.size;
  taker.first = Math.min(taker.first, taken.first);
  taker.last = Math.max(taker.last, taken.last);
  taker.titles.push(...taken.titles);
  clusters.forEach((_, k) => {
    row[k] = (row[k] ?? 0) + (other[k] ?? 0);
    const column = kernel[k];
    if (k !== into && column !== undefined) column[into] = (column[into] ?? 0) + (column[from] ?? 0);
  });
}

function rescore(clusters: readonly Cluster[], kernel: readonly Float64Array[], scores: readonly Float64Array[], changed: number): void {
  const cluster = clusters[changed];
  if (cluster === undefined) return;
  clusters.forEach((other, k) => {
    const row = scores[Math.max(k, changed)];
    if (k !== changed && row !== undefined) row[Math.min(k, changed)] = score(cluster, other, kernel[changed]?.[k] ?? 0);
  });
}

/**
 * Mean similarity of all pairs, in relation to how alike each cluster's own titles are (with `cohesion` 1 the cosine of the two
 * centroids), less the further apart in time they are. 0 where nothing is shared.
 */
function score(a: Cluster, b: Cluster, kernel: number): number {
  if (kernel <= 0 || a.within <= 0 || b.within <= 0) return 0;
  const between = kernel / (a.size * b.size);
  const inside = (a.within / a.size ** 2) * (b.within / b.size ** 2);
  const gapHours = Math.max(0, a.first - b.last, b.first - a.last) / hour;
  const both = 1 - 1 / Math.min(a.size, b.size);
  return between / inside ** (cohesion / 2) / (1 + gapHours / hoursThatHalve) / (1 + strict * both);
}

function fitsSpan(a: Cluster | undefined, b: Cluster | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return Math.max(a.last, b.last) - Math.min(a.first, b.first) <= longestEventHours * hour;
}

/** The family a new group would have joined, had the event not gone on for too long by then. */
function continuedBy(cluster: Cluster, clusters: readonly Cluster[], row: Float64Array | undefined): string | undefined {
  let found: string | undefined;
  let highest = joinFrom;
  clusters.forEach((other, k) => {
    if (other.efId === undefined || other.first >= cluster.first || fitsSpan(cluster, other)) return;
    const value = score(cluster, other, row?.[k] ?? 0);
    if (value > highest) [found, highest] = [other.efId, value];
  });
  return found;
}

function byId(a: NewsTitle, b: NewsTitle): number {
  return compareIds(a.titleId, b.titleId);
}

/** Order of ids that are whole numbers written as text. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
