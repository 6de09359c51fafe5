// Whether a headline counts what others count otherwise.
import type { NewsTitle } from '../../../lib/matching/features.js';
import type { Figure } from '../../../lib/reading/figures/figure.js';

/** Of numbers about which nobody is exact, how far apart they may be and be one. */
const nearly = 0.1;

/** What was counted longer before is no contradiction: a number that came later may be the later one. */
const sameTime = 3_600_000;

/**
 * Whether two outlets or more, and more than give it too, give another number than a headline for what it counts, with it or later: its number
 * is an earlier one, or that of one outlet alone. `members` are all headlines of its family.
 */
export function isContradicted(title: NewsTitle, members: readonly NewsTitle[]): boolean {
  const beside = members.filter(({ at }) => at.getTime() >= title.at.getTime() - sameTime);
  return title.figures.some((figure) => {
    const outlets = (wanted: (other: Figure) => boolean): Set<string> =>
      new Set(
        beside
          .filter(({ figures }) => figures.some((other) => countsSame(figure, other) && wanted(other)))
          .map(({ publisher }) => publisher),
      );
    const [alike, otherwise] = [outlets((other) => isOneNumber(figure, other)), outlets((other) => !isOneNumber(figure, other))];
    for (const outlet of alike) otherwise.delete(outlet);
    return (otherwise.size >= 2 && otherwise.size > alike.size) || hasRisen(figure, title, members);
  });
}

/** From this on a least number no longer says how many: "more than 800" of 1,400. */
const risen = 1.25;

/** Whether two outlets or more have told since of so much more than a headline that says "at least" that its number is an earlier one. */
function hasRisen(figure: Figure, { at }: NewsTitle, members: readonly NewsTitle[]): boolean {
  if (figure.qualifier !== 'at_least') return false;
  const isMore = (other: Figure): boolean => countsSame(figure, other) && boundsOf(other)[0] >= figure.value * risen;
  const since = members.filter((other) => other.at.getTime() > at.getTime() && other.figures.some(isMore));
  return new Set(since.map(({ publisher }) => publisher)).size >= 2;
}

function countsSame(one: Figure, other: Figure): boolean {
  return one.unit === other.unit && one.what === other.what;
}

/** Whether both can be true of one number: "at least 14" of 17, "about 1,000" of 1,050. */
function isOneNumber(one: Figure, other: Figure): boolean {
  const [least, most] = boundsOf(one);
  const [lowest, highest] = boundsOf(other);
  return least <= highest && lowest <= most;
}

function boundsOf({ value, upper = value, qualifier }: Figure): [least: number, most: number] {
  if (qualifier === 'at_least') return [value, Number.POSITIVE_INFINITY];
  if (qualifier === 'up_to' || qualifier === 'fewer_than') return [0, value];
  if (qualifier === 'about') return [value * (1 - nearly), value * (1 + nearly)];
  return [value, upper];
}
