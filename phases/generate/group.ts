// Takes new titles and the families they may join; leaves for each title a family or a new group. Best pair of groups first, by the
// average over all pairs of their titles, ties by position: the result depends on ids and content, never on the order of arrival.
import type { ItemId } from '../../lib/run.js';
import { type NewsTitle, vectorsOf } from './features.js';
import { joinLists, type Kernel, kernelOf } from './kernel.js';

/** A family with its member titles, as a candidate to join. */
export interface KnownFamily {
  efId: ItemId;
  members: readonly NewsTitle[];
}

/**
 * New titles that belong together. `efId` names the family they join, `absorbs` families that prove to be the same event as that
 * one; without `efId` they are a new family, which may continue an earlier one.
 */
export interface Grouping {
  efId: ItemId | undefined;
  absorbs: string[];
  continues: string | undefined;
  titles: NewsTitle[];
}

/** Raised when the same titles would be grouped otherwise; makes earlier groupings stale. */
export const groupingVersion = '1';

/** The longest an event lasts; what goes on longer is a new family that continues the earlier one. */
export const longestEventHours = 72;

/** From this score on a pair is one event. Measured with the three below on headlines of four languages and on 87 English stories. */
const joinFrom = 0.2;
/** How far loosely knit groups are given credit: 0 compares plain averages, 1 the cosine of centroids, more favours large groups. */
const cohesion = 1.2;
/** How much more alike two large groups must be than a title and a group: chance evens out, and what differs is real. */
const strictness = 1;
/** Silence between two groups after which their score counts half. */
const halvingHours = 72;
const hour = 3_600_000;

interface Cluster {
  known: string[];
  size: number;
  /** Sum of the kernel over all pairs of members, each with itself too. */
  within: number;
  first: number;
  last: number;
  fresh: NewsTitle[];
}

/** Groups `titles` (each id once) among themselves and with `families`. Every title is in exactly one group; no titles, no groups. */
export function groupTitles(titles: readonly NewsTitle[], families: readonly KnownFamily[]): Grouping[] {
  const known = families.filter((family) => family.members.length > 0).sort((a, b) => compareIds(a.efId, b.efId));
  const lists = [...known.map((family) => [...family.members].sort(byId)), ...[...titles].sort(byId).map((title) => [title])];
  const vectors = vectorsOf(lists.flat());
  const starts = lists.map(() => 0);
  lists.forEach((list, index) => {
    starts[index + 1] = (starts[index] ?? 0) + list.length;
  });
  const kernel = kernelOf(lists.map((_, index) => vectors.slice(starts[index], starts[index + 1])));
  const clusters = lists.map((list, index) => clusterOf(list, kernel.sums[index]?.[index] ?? 0, known[index]?.efId));
  const left = agglomerate(clusters, kernel);
  return left.filter((index) => (clusters[index]?.fresh.length ?? 0) > 0).map((index) => groupingOf(index, left, clusters, kernel));
}

function clusterOf(list: readonly NewsTitle[], within: number, efId: ItemId | undefined): Cluster {
  const times = list.map((title) => title.at.getTime());
  const span = { first: Math.min(...times), last: Math.max(...times) };
  return { known: efId === undefined ? [] : [efId], size: list.length, within, ...span, fresh: efId === undefined ? [...list] : [] };
}

/** Joins the best pair until none is good enough; returns what is left. The earlier of a pair, a family before a title, takes in the later. */
function agglomerate(clusters: readonly Cluster[], kernel: Kernel): number[] {
  const alive = new Set(clusters.keys());
  const partners = clusters.map((_, index) => bestPartner(index, alive, clusters, kernel));
  for (;;) {
    const from = [...alive].reduce(
      (best, index) => ((partners[index]?.score ?? 0) > (partners[best]?.score ?? joinFrom) ? index : best),
      -1,
    );
    const into = partners[from]?.index;
    if (into === undefined) return [...alive];
    join(clusters, kernel, into, from);
    alive.delete(from);
    for (const index of alive) {
      const partner = partners[index];
      const value = index > into ? score(index, into, clusters, kernel) : 0;
      if (index === into || partner?.index === from || partner?.index === into)
        partners[index] = bestPartner(index, alive, clusters, kernel);
      else if (value > (partner?.score ?? joinFrom)) partners[index] = { index: into, score: value };
    }
  }
}

interface Partner {
  index: number;
  score: number;
}

/** Among those before it. */
function bestPartner(index: number, alive: ReadonlySet<number>, clusters: readonly Cluster[], kernel: Kernel): Partner | undefined {
  let best: Partner | undefined;
  for (const other of alive) {
    if (other >= index) break;
    const value = score(index, other, clusters, kernel);
    if (value > (best?.score ?? joinFrom)) best = { index: other, score: value };
  }
  return best;
}

function join(clusters: readonly Cluster[], kernel: Kernel, into: number, from: number): void {
  const [taker, taken] = [clusters[into], clusters[from]];
  if (taker === undefined || taken === undefined) return;
  taker.within += taken.within + 2 * (kernel.sums[into]?.[from] ?? 0);
  taker.size += taken.size;
  taker.first = Math.min(taker.first, taken.first);
  taker.last = Math.max(taker.last, taken.last);
  taker.fresh.push(...taken.fresh);
  taker.known.push(...taken.known);
  joinLists(kernel, into, from);
}

/** As `likeness`, and 0 where the event would last too long or nothing specific is shared. */
function score(one: number, other: number, clusters: readonly Cluster[], kernel: Kernel): number {
  const shared = kernel.tied[one]?.[other] === 1 ? (kernel.sums[one]?.[other] ?? 0) : 0;
  const [a, b] = [clusters[one], clusters[other]];
  return shared <= 0 || a === undefined || b === undefined || !fitsSpan(a, b) ? 0 : likeness(a, b, shared);
}

/** Mean similarity of all pairs in relation to how alike each group's own titles are, less for large groups and for those apart in time. */
function likeness(a: Cluster, b: Cluster, shared: number): number {
  const between = shared / (a.size * b.size);
  const inside = (a.within / a.size ** 2) * (b.within / b.size ** 2);
  const gapHours = Math.max(0, a.first - b.last, b.first - a.last) / hour;
  return between / inside ** (cohesion / 2) / (1 + strictness * (1 - 1 / Math.min(a.size, b.size))) / (1 + gapHours / halvingHours);
}

function fitsSpan(a: Cluster, b: Cluster): boolean {
  return Math.max(a.last, b.last) - Math.min(a.first, b.first) <= longestEventHours * hour;
}

function groupingOf(index: number, left: readonly number[], clusters: readonly Cluster[], kernel: Kernel): Grouping {
  const { known = [], fresh = [] } = clusters[index] ?? {};
  const [efId, ...absorbs] = [...known].sort(compareIds);
  return {
    efId,
    absorbs,
    continues: efId === undefined ? continuedBy(index, left, clusters, kernel) : undefined,
    titles: [...fresh].sort(byId),
  };
}

/** The family a new group would have joined, had the event not gone on for too long by then. */
function continuedBy(index: number, left: readonly number[], clusters: readonly Cluster[], kernel: Kernel): string | undefined {
  const cluster = clusters[index];
  let best: { efId: ItemId | undefined; score: number } = { efId: undefined, score: joinFrom };
  for (const other of left) {
    const earlier = clusters[other];
    const shared = kernel.tied[index]?.[other] === 1 ? (kernel.sums[index]?.[other] ?? 0) : 0;
    if (cluster === undefined || earlier === undefined || shared <= 0 || earlier.first >= cluster.first || fitsSpan(cluster, earlier))
      continue;
    const value = likeness(cluster, earlier, shared);
    if (value > best.score) best = { efId: earlier.known[0], score: value };
  }
  return best.efId;
}

function byId(a: NewsTitle, b: NewsTitle): number {
  return compareIds(a.titleId, b.titleId);
}

/** Order of ids that are whole numbers written as text. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
