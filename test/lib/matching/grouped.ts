// Grouping as the first claim of a worker does it, for tests.
import type { NewsTitle } from '../../../lib/matching/features.js';
import { compareIds, type Grouping, groupTitles as groupWith, makeMatcher } from '../../../lib/matching/group.js';
import { Rulings } from '../../../lib/matching/rulings.js';
import { meanings } from '../../support/meanings.js';

/** Groups titles among themselves and with families of these members, as the first claim of a worker does. */
export function groupTitles(
  titles: readonly NewsTitle[],
  families: readonly { efId: string; members: readonly NewsTitle[] }[],
  rulings = new Rulings([]),
): Grouping[] {
  const matcher = makeMatcher(meanings);
  matcher.rulings = rulings;
  const inOrder = [...families].sort((a, b) => compareIds(a.efId, b.efId));
  matcher.open(inOrder.map(({ efId, members }) => ({ efId, titleSet: `set of ${efId}`, members })));
  return groupWith(matcher, titles).map(({ grouping }) => grouping);
}

/** Ids of the titles that were grouped with this one, in order. */
export function companyOf(of: NewsTitle, groups: readonly Grouping[]): string[] {
  return groups.find((group) => group.titles.some((member) => member.titleId === of.titleId))?.titles.map((member) => member.titleId) ?? [];
}

export function ids(...titles: NewsTitle[]): string[] {
  return titles.map((member) => member.titleId);
}
