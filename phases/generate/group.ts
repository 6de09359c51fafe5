// Takes new titles and the families they may belong to; leaves for each title an existing family or a new one. Average-link over
// an additive kernel, best pair first, ties by position: the result depends on ids and content only, not on their order.
import type { NewsTitle } from './features.js';
import { vectorsOf, type Vectors } from './features.js';

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

const E = (k: string, d: number) => Number(process.env[k] ?? d);
export const groupTune = { theta: E('TH', 0.25), power: E('PW', 1.2), cross: E('CR', 1), timeHours: E('TW', 72) };

/** The longest an event lasts; what goes on longer is a new family that continues the earlier one. */
export const longestEventHours = 72;
const hour = 3_600_000;

interface Cluster {
  efId: string | undefined;
  size: number;
  /** Sum of the kernel over all pairs of members. */
  within: number;
  first: number;
  last: number;
  fresh: NewsTitle[];
  alive: boolean;
  continues: string | undefined;
}

/** Groups `titles` (of unique ids) among themselves and with `families`. Every title is in exactly one group; no titles, no groups. */
export function groupTitles(titles: readonly NewsTitle[], families: readonly KnownFamily[]): Grouping[] {
  const fresh = [...titles].sort(byId);
  const known = families.filter((family) => family.members.length > 0).sort((a, b) => compareIds(a.efId, b.efId));
  const members = [...known.map((family) => [...family.members].sort(byId)), ...fresh.map((title) => [title])];
  const vectors = vectorsOf(members.flat());
  const clusters = members.map((list, index) => clusterOf(list, known[index]?.efId));
  const kernel = kernelOf(members, vectors, known.length);
  clusters.forEach((cluster, index) => {
    cluster.within = kernel[index]?.[index] ?? 0;
  });
  agglomerate(clusters, kernel, known.length);
  return clusters.filter((cluster) => cluster.alive && cluster.fresh.length > 0).map(groupingOf);
}

export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
function byId(a: NewsTitle, b: NewsTitle): number {
  return compareIds(a.titleId, b.titleId);
}

function clusterOf(list: readonly NewsTitle[], efId: string | undefined): Cluster {
  const times = list.map((title) => title.at.getTime());
  return {
    efId, size: list.length, within: 0, first: Math.min(...times), last: Math.max(...times), fresh: efId === undefined ? [...list] : [], alive: true,
    continues: undefined,
  };
}

function groupingOf(cluster: Cluster): Grouping {
  const grouping: Grouping = { titles: cluster.fresh.sort(byId) };
  if (cluster.efId !== undefined) grouping.efId = cluster.efId;
  else if (cluster.continues !== undefined) grouping.continues = cluster.continues;
  return grouping;
}

/** Sums of title similarity between clusters; only rows of families' own and of new titles are filled. */
function kernelOf(members: readonly (readonly NewsTitle[])[], vectors: readonly Vectors[], known: number): Float64Array[] {
  const n = members.length;
  const kernel = Array.from({ length: n }, () => new Float64Array(n));
  const sums: Map<string, number>[] = [];
  let at = 0;
  const spaces: Map<string, number>[] = [];
  for (const list of members) {
    // dims: own:lang:term ; +shared:term ; -shared:lang:term
    const own = new Map<string, number>();
    for (let k = 0; k < list.length; k += 1, at += 1) {
      const v = vectors[at]!;
      for (const [t, w] of v.own) add(own, `o${v.lang} ${t}`, w);
      for (const [t, w] of v.shared) { add(own, `s${t}`, w); add(own, `d${v.lang} ${t}`, w); }
    }
    spaces.push(own);
  }
  const postings = new Map<string, [number, number][]>();
  spaces.forEach((space, index) => {
    for (const [t, w] of space) { const l = postings.get(t); if (l) l.push([index, w]); else postings.set(t, [[index, w]]); }
  });
  for (const [t, list] of postings) {
    const sign = t.startsWith('o') ? 1 : t.startsWith('s') ? groupTune.cross : -groupTune.cross;
    for (const [i, wi] of list) for (const [j, wj] of list) if (i === j || i >= known || j >= known) kernel[i]![j]! += sign * wi * wj;
  }
  return kernel;
}

function add(m: Map<string, number>, k: string, w: number) { m.set(k, (m.get(k) ?? 0) + w); }

function agglomerate(clusters: Cluster[], kernel: Float64Array[], known: number): void {
  const score = (i: number, j: number): number => {
    const a = clusters[i]!, b = clusters[j]!;
    const k = kernel[i]![j]!;
    if (k <= 0) return -1;
    const p = groupTune.power;
    const sim = (k / (a.size * b.size)) * Math.pow((a.size * a.size) / a.within, p / 2) * Math.pow((b.size * b.size) / b.within, p / 2);
    const gap = Math.max(0, a.first - b.last, b.first - a.last) / hour;
    return sim / (1 + gap / groupTune.timeHours);
  };
  const allowed = (i: number, j: number) => {
    const a = clusters[i]!, b = clusters[j]!;
    return Math.max(a.last, b.last) - Math.min(a.first, b.first) <= longestEventHours * hour;
  };
  const n = clusters.length;
  for (;;) {
    let bi = -1, bj = -1, bs = groupTune.theta;
    for (let i = known; i < n; i += 1) {
      if (!clusters[i]!.alive) continue;
      for (let j = 0; j < i; j += 1) {
        if (!clusters[j]!.alive) continue;
        const s = score(i, j);
        if (s > bs && allowed(i, j)) { bs = s; bi = i; bj = j; }
      }
    }
    if (bi < 0) break;
    const A = clusters[bj]!, B = clusters[bi]!;
    A.within += B.within + 2 * kernel[bi]![bj]!;
    A.size += B.size; A.first = Math.min(A.first, B.first); A.last = Math.max(A.last, B.last); A.fresh.push(...B.fresh); B.alive = false;
    for (let k = 0; k < n; k += 1) { if (k === bj) continue; kernel[bj]![k]! += kernel[bi]![k]!; kernel[k]![bj]! += kernel[k]![bi]!; }
  }
}
