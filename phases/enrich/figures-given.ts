// The counts of a family in the words of its headlines.
import { outletName } from '../../lib/family/listing.js';
import type { Course } from './courses.js';
import type { Member } from './family.js';

/** At most three, those that most headlines give, as the last headline writes them, each with its outlet; empty where nothing is counted. */
export function figuresGiven(members: readonly Member[], courses: readonly Course[]): { text: string; titleId: string }[] {
  return courses.slice(0, 3).flatMap(({ what, unit, course: [latest] }) => {
    const member = members.findLast(({ titleId }) => latest?.cites.includes(titleId));
    const found = member?.figures.find((one) => one.value === latest?.value && one.unit === unit && one.what === what);
    return member && found ? [{ text: `“${figureIn(member.title, found)}” (${outletName(member)})`, titleId: member.titleId }] : [];
  });
}

/** How exactly a number is meant, where that stands right before it. */
const qualifying =
  /(?<!\p{L})(?:more than|less than|fewer than|at least|up to|over|nearly|almost|about|around|some|mehr als|mindestens|über|rund|fast|etwa|plus de|plus d'|plus d’|au moins|environ|près de|más de|al menos|unos|cerca de|более|не менее|около|почти)(?:\s+(?:an?|une?|un|ein\p{L}*))?\s*$/iu;

/** A figure to the letter, with how exactly it is meant. */
function figureIn(title: string, { start, end }: { start: number; end: number }): string {
  return title.slice(qualifying.exec(title.slice(0, start))?.index ?? start, end);
}
