// Groups of new titles: which family each joins or founds, which families prove to be one, and which goes on in a new one.

import { createHash } from 'node:crypto';
import type { Cluster } from './cluster.js';
import type { NewsTitle } from './features.js';
import { Matcher, type Placed } from './matcher.js';
import type { MeaningsOf } from './meanings.js';
import type { Distinction, GroupingStep } from './steps.js';
import trained from './weights.json' with { type: 'json' };

/** A family as it was read: `titleSet` is what it must still hold when it is written again. */
export interface KnownFamily {
  efId: string;
  titleSet: string;
}

/**
 * New titles that belong together. `family` is the one they join, `absorbs` are families that prove to be the same event as that one; without
 * `family` they are a new one, which may continue an earlier one.
 */
export interface Grouping {
  family: KnownFamily | undefined;
  absorbs: KnownFamily[];
  continues: string | undefined;
  titles: NewsTitle[];
  /** All titles the family has then. */
  members: NewsTitle[];
  /** How the new titles, and the families that it absorbs, came into it. */
  steps: GroupingStep[];
  /** What it was judged to be another than. */
  distinctions: Distinction[];
  /** How many titles it had when it was last looked at for doubts; null where nobody judges. */
  lookedAt: number | null;
}

/** Raised when the same titles would be grouped otherwise; makes earlier groupings stale. */
export const groupingVersion = '14';

/** Tells one set of trained weights from another. */
export const weightsVersion = createHash('sha256').update(JSON.stringify(trained)).digest('hex').slice(0, 8);

/**
 * A matcher with the trained weights; not `timed`: titles have no time, nothing is too far apart. With `unsure` somebody judges
 * merges that are so many logits short of what is asked.
 */
export function makeMatcher(meaningsOf: MeaningsOf, timed = true, unsure?: number): Matcher {
  return new Matcher({ weights: trained, meaningsOf, timed, unsure });
}

/**
 * Groups `titles` (each id once) among themselves and with what the matcher holds. Every title is in exactly one group. They are taken in
 * order of time, whatever the order in which they were stored.
 */
export function groupTitles(matcher: Matcher, titles: readonly NewsTitle[]): { grouping: Grouping; cluster: Cluster }[] {
  return groupsOfPlaced(matcher, placeTitles(matcher, titles));
}

/** Places titles, each id once; what is judged of doubts then may still make one group of two. */
export function placeTitles(matcher: Matcher, titles: readonly NewsTitle[]): Placed[] {
  return matcher.place([...titles].sort(byTime));
}

/** The groups that titles have come to. */
export function groupsOfPlaced(matcher: Matcher, placed: readonly Placed[]): { grouping: Grouping; cluster: Cluster }[] {
  const late = new Map(placed.map(({ cluster, tooLate }) => [cluster, tooLate]));
  return matcher.grown.map((cluster) => {
    const tooLate = cluster.known.length === 0 ? late.get(cluster) : undefined;
    return { cluster, grouping: groupingOf(cluster, tooLate, matcher.lookedAt(cluster)) };
  });
}

function groupingOf(cluster: Cluster, tooLate: Cluster | undefined, lookedAt: number | null): Grouping {
  const [family, ...absorbs] = knownIn(cluster);
  const [earlier] = tooLate === undefined ? [] : knownIn(tooLate);
  return {
    family,
    absorbs,
    continues: earlier?.efId,
    titles: cluster.fresh.map(({ title }) => title).sort(byTime),
    members: cluster.headlines.map(({ title }) => title).sort(byTime),
    steps: [...cluster.steps],
    distinctions: [...cluster.distinctions],
    lookedAt,
  };
}

/** The families of the database in it, the one that was founded by the earliest headline first: it takes in the others. */
function knownIn(cluster: Cluster): KnownFamily[] {
  const inOrder = [...cluster.known].sort((a, b) => (a.key === b.key ? compareIds(a.efId, b.efId) : a.key < b.key ? -1 : 1));
  return inOrder.map(({ efId, titleSet }) => ({ efId, titleSet }));
}

/** The earlier first, of equals the one with the smaller hash. */
function byTime(a: NewsTitle, b: NewsTitle): number {
  return a.at.getTime() - b.at.getTime() || (a.titleHash < b.titleHash ? -1 : a.titleHash > b.titleHash ? 1 : 0);
}

/** Ids are decimal strings, as the database gives them: by their number. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
