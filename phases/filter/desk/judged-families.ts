// Headlines put into families where somebody who knows the labels is asked about what the models are not sure of, and how often he is: what a
// perfect judge would make of it.
import type { Cluster } from '../../../lib/matching/cluster.js';
import type { NewsTitle } from '../../../lib/matching/features.js';
import { groupTitles, makeMatcher } from '../../../lib/matching/group.js';
import type { MeaningsOf } from '../../../lib/matching/meanings.js';

/** The family of each title, in the order of the titles, whose ids are their places from 1 on; `storyOf` is by id. */
export function placeJudged(
  titles: readonly NewsTitle[],
  { meaningsOf, timed, claim, unsure }: { meaningsOf: MeaningsOf; timed: boolean; claim: number; unsure: number },
  storyOf: (titleId: string) => string,
): { groups: string[]; questions: number } {
  const matcher = makeMatcher(meaningsOf, timed, unsure);
  let questions = 0;
  for (let from = 0; from < titles.length; from += claim) {
    groupTitles(matcher, titles.slice(from, from + claim));
    for (let doubts = matcher.nextDoubts(); doubts.length > 0; doubts = matcher.nextDoubts()) {
      questions += doubts.length;
      for (const doubt of doubts) {
        const story = mainStory(doubt.cluster, storyOf);
        const [same, distinct] = [true, false].map((isSame) =>
          doubt.others.filter((other) => (mainStory(other, storyOf) === story) === isSame),
        );
        matcher.settleDoubt(doubt, { same: same ?? [], distinct: distinct ?? [] });
      }
    }
  }
  const groups: string[] = [];
  for (const { position, headlines } of matcher.clusters)
    for (const { title } of headlines) groups[Number(title.titleId) - 1] = String(position);
  return { groups, questions };
}

/** The story of most of its headlines, of equals the first. */
function mainStory({ headlines }: Cluster, storyOf: (titleId: string) => string): string {
  const counts = new Map<string, number>();
  for (const { title } of headlines) counts.set(storyOf(title.titleId), (counts.get(storyOf(title.titleId)) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
