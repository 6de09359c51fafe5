// Groups of new titles: which family each joins or founds, which families prove to be one, and which goes on in a new one.

import type { Cluster } from './cluster.js';
import type { NewsTitle } from './features.js';
import { Matcher } from './matcher.js';
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
}

/** Raised when the same titles would be grouped otherwise; makes earlier groupings stale. */
export const groupingVersion = '2';

/** A matcher with the trained weights; not `timed`: titles have no time, nothing is too far apart. */
export function makeMatcher(timed = true): Matcher {
  return new Matcher({ weights: trained, timed });
}

/** Groups `titles` (each id once) among themselves and with what the matcher holds. Every title is in exactly one group. */
export function groupTitles(matcher: Matcher, titles: readonly NewsTitle[]): { grouping: Grouping; cluster: Cluster }[] {
  const inOrder = [...titles].sort(byId);
  return matcher.place(inOrder).map(({ cluster, tooLate }) => ({ cluster, grouping: groupingOf(cluster, tooLate) }));
}

function groupingOf(cluster: Cluster, tooLate: Cluster | undefined): Grouping {
  const [family, ...absorbs] = [...cluster.known].sort((a, b) => compareIds(a.efId, b.efId));
  const earlier = [...(tooLate?.known ?? [])].sort((a, b) => compareIds(a.efId, b.efId));
  return {
    family,
    absorbs,
    continues: earlier[0]?.efId,
    titles: cluster.fresh.map(({ title }) => title).sort(byId),
    members: cluster.headlines.map(({ title }) => title).sort(byId),
  };
}

function byId(a: NewsTitle, b: NewsTitle): number {
  return compareIds(a.titleId, b.titleId);
}

/** Ids are decimal strings, as the database gives them: by their number. */
export function compareIds(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}
