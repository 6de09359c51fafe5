// The counts of a family in the words of its headlines.
import { outletName } from '../../lib/family/listing.js';
import type { Course } from './courses.js';
import { saysToll } from './disputed/words.js';
import type { SeedMember } from './family.js';
import { figureIn, qualifiedFigureIn } from './figure-words.js';
import { tollOf } from './tolls.js';

interface Given {
  text: string;
  titleIds: string[];
}

/** Of these a number and its unit do not say of what they are: a share of whom, a price of what, how many people to whom what happened. */
const unsaid: ReadonlySet<string> = new Set(['rate', 'sum', 'distance', 'duration', 'weight', 'people']);

/**
 * At most three, those that most headlines give, as the last headline writes them, each with its outlet, and of a toll what was given before it;
 * empty where nothing is counted, or nothing that the figure itself says.
 */
export function figuresGiven(members: readonly SeedMember[], courses: readonly Course[]): Given[] {
  const telling = courses.filter(({ what }) => !unsaid.has(what));
  return telling.slice(0, 3).flatMap((course) => {
    const [latest, earlier] = course.course;
    const last = latest && givenAt(latest, course, members);
    if (!last) return [];
    const isToll = tollOf(course) !== null;
    const before = isToll && earlier && earlier.at < latest.at ? givenAt(earlier, course, members) : null;
    return [before ? { text: `${last.text}, before that ${before.text}`, titleIds: [...last.titleIds, ...before.titleIds] } : last];
  });
}

/** A count as the last of its headlines writes it; null where none of those at hand does. */
function givenAt({ value, cites }: Course['course'][number], { what, unit }: Course, members: readonly SeedMember[]): Given | null {
  const member = members.findLast(({ titleId }) => cites.includes(titleId));
  const found = member?.figures.find((one) => one.value === value && one.unit === unit && one.what === what);
  if (!member || !found) return null;
  const words = figureIn(member.title, found);
  const state = saysToll(words, what) ? '' : ` ${tollOf({ what, unit })?.state ?? ''}`;
  return { text: `${qualifiedFigureIn(member.title, found)}${state} (${outletName(member)})`, titleIds: [member.titleId] };
}
