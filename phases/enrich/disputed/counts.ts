// How many, where outlets count the same people differently at one time. A toll that rises is none, and nothing is said of numbers that may
// count different people: children and soldiers, the dead of a day and of a year, of one town and of another.
import { byKey } from '../../../lib/family/by-key.js';
import { valueInWords } from '../../../lib/family/count-name.js';
import type { Figure } from '../../../lib/reading/figures/figure.js';
import type { SeedMember } from '../family.js';
import { placesIn } from '../struck.js';
import { tollOf } from '../tolls.js';
import { type Dispute, type DisputedAnswer, hoursBetween, mostToldFirst } from './answers.js';
import { peopleSortOf } from './sorts.js';
import { added, anybody, overTime } from './words.js';

/** Counts given within so many hours of each other are of one time; within the longer time a later one that is lower is no toll that rose. */
const sameTimeHours = 2;
const onlyRisesHours = 24;
/** Counts further apart than this factor count different things: the dead of a day and of a war. */
const mostApart = 3;

/** A number that a headline gives of people. */
interface Count {
  member: SeedMember;
  figure: Figure;
  /** The least and the most that it can mean. */
  least: number;
  most: number;
  /** Who is counted, '' where that is people of any kind. */
  whom: string;
}

/** A dispute for each thing that is counted otherwise by outlets; empty where numbers agree or one may have grown out of the other. */
export function tollsThatDiffer(members: readonly SeedMember[]): Dispute[] {
  const counts = members.flatMap((member) => countsIn(member));
  return [...byKey(counts, ({ figure, whom }) => `${figure.what} ${whom}`).values()].flatMap((those) => {
    const rivals = those
      .filter((one) => those.some((other) => contradicts(one, other, those) || contradicts(other, one, those)))
      .sort((a, b) => b.member.publishedAt.localeCompare(a.member.publishedAt));
    const [first] = rivals;
    if (first === undefined) return [];
    const answers = [...byKey(rivals, ({ figure }) => valueInWords(figure, figure.unit))].map(
      ([answer, own]): DisputedAnswer => ({
        answer,
        outlets: [...new Set(own.map(({ member }) => member.publisher))],
        cites: own.map(({ member }) => member.titleId),
      }),
    );
    const whom = first.whom === '' ? '' : `${pluralOf(first.whom)} `;
    return [
      { question: `How many ${whom}${tollOf(first.figure)?.asked ?? `were ${first.figure.what}`}?`, answers: mostToldFirst(answers) },
    ];
  });
}

/** What several of a sort are called in English; a noun as a headline has it stands as it is. */
function pluralOf(whom: string): string {
  return whom === 'child' ? 'children' : peopleSortOf(whom) === whom ? `${whom}s` : whom;
}

/**
 * None of a headline that counts two of one kind, or over a time: which is which no rule can tell; nor of people for whom there is no English word
 * here.
 */
function countsIn(member: SeedMember): Count[] {
  const { title, figures, lang } = member;
  if (overTime.test(title)) return [];
  return figures.flatMap((figure) => {
    const toll = tollOf(figure);
    const around = title.slice(Math.max(0, figure.start - 12), figure.end + 6);
    if (toll === null || !toll.counted || added.test(around) || figures.some((one) => one !== figure && one.what === figure.what))
      return [];
    const range = rangeOf(figure);
    const whom = whomOf(title.slice(figure.start, figure.end));
    if (range === null || (whom !== '' && !lang.startsWith('en') && peopleSortOf(whom) !== whom)) return [];
    return [{ member, figure, ...range, whom }];
  });
}

/** Null of a number that may be anything near it. */
function rangeOf({ value, upper, qualifier }: Figure): { least: number; most: number } | null {
  if (qualifier === 'exact') return { least: value, most: value };
  if (qualifier === 'at_least') return { least: value, most: Number.POSITIVE_INFINITY };
  if (qualifier === 'range') return { least: value, most: upper ?? value };
  return null;
}

/** Who is counted: the sort of people, else the noun behind the number in small letters; '' of people of any kind. */
function whomOf(words: string): string {
  const sort = peopleSortOf(words.trim());
  if (sort !== null) return sort;
  const last = /(\p{L}[\p{L}\p{M}’'-]*)\P{L}*$/u.exec(words)?.[1] ?? '';
  if (
    last === '' ||
    anybody.test(last) ||
    /\p{Script=Han}|\p{Script=Arabic}/u.test(last) ||
    /^(?:\p{L}+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?)$/iu.test(last)
  )
    return '';
  return last.toLowerCase();
}

/** Whether a later count cannot be what an earlier one has become. */
function contradicts(later: Count, earlier: Count, all: readonly Count[]): boolean {
  if (later.member.publishedAt < earlier.member.publishedAt || later.member === earlier.member) return false;
  if (later.least <= earlier.most && earlier.least <= later.most) return false;
  if (Math.max(later.least, earlier.least) > mostApart * Math.min(later.least, earlier.least)) return false;
  if (!isOfOnePlace(later.member, earlier.member) || givesBoth(later, earlier, all)) return false;
  const hours = hoursBetween(later.member.publishedAt, earlier.member.publishedAt);
  return hours <= sameTimeHours || (later.most < earlier.least && hours <= onlyRisesHours);
}

/** Whether an outlet gave one number and then the other: it corrected itself. */
function givesBoth(a: Count, b: Count, all: readonly Count[]): boolean {
  const outlets = (one: Count): Set<string> =>
    new Set(all.filter(({ figure }) => figure.value === one.figure.value).map(({ member }) => member.publisher));
  const others = outlets(b);
  return [...outlets(a)].some((outlet) => others.has(outlet));
}

/** No two headlines that name different places. */
function isOfOnePlace(a: SeedMember, b: SeedMember): boolean {
  const [here, there] = [placesIn(a.title), placesIn(b.title)];
  return here.size === 0 || there.size === 0 || [...here].some((place) => there.has(place));
}
