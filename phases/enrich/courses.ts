// How the figures of a family went: each count with what was said of it when and by whom, the latest first ("17 dead, before that 14").
import { basisOf } from '../../lib/family/basis.js';
import type { Figure } from '../../lib/reading/figures/figure.js';
import { outletCount, outletsOf } from './acts.js';
import type { SeedMember } from './family.js';
import { figureIn } from './figure-words.js';
import { tollOf } from './tolls.js';

/** One value of a count, as headlines first and later gave it. */
interface Station {
  value: number;
  /** The upper end; only of a range. */
  upper?: number;
  qualifier: Figure['qualifier'];
  /** When a headline last gave it, ISO 8601, UTC. */
  at: string;
  outlets: string[];
  cites: string[];
}

/** A value with when a headline first gave it. */
interface Given extends Station {
  first: string;
}

export interface Course {
  what: string;
  unit: string;
  /** How the last headline calls those it counts, to the letter; only of people of no kind that is known. */
  words?: string;
  /** The latest first. */
  course: Station[];
  basis: string;
}

const most = 8;

/** Tolls further apart than this factor count different things: the dead of a day and of a war. */
const mostApart = 10;

/** Who counts fewer dead so many milliseconds after more were counted last tells of others. */
const longestDelay = 6 * 3_600_000;

/** The counts that most headlines give first, at most 8; empty where none counts anything. */
export function coursesOf(members: readonly SeedMember[]): Course[] {
  const counts = new Map<string, { what: string; unit: string; stations: Map<string, Given> }>();
  for (const { titleId, publisher, publishedAt, figures } of members) {
    for (const { what, unit, value, qualifier, upper } of figures) {
      const count = counts.get(`${unit} ${what}`) ?? { what, unit, stations: new Map<string, Given>() };
      counts.set(`${unit} ${what}`, count);
      const key = [value, upper, qualifier].join(' ');
      const known = count.stations.get(key) ?? {
        value,
        ...(upper === undefined ? {} : { upper }),
        qualifier,
        at: publishedAt,
        first: publishedAt,
        outlets: [],
        cites: [],
      };
      count.stations.set(key, {
        ...known,
        at: publishedAt > known.at ? publishedAt : known.at,
        first: publishedAt < known.first ? publishedAt : known.first,
        outlets: [...new Set([...known.outlets, publisher])],
        cites: [...new Set([...known.cites, titleId])],
      });
    }
  }
  const said = ({ course }: Course): number => course.reduce((sum, { cites }) => sum + cites.length, 0);
  return [...counts.values()]
    .flatMap(({ what, unit, stations }): Course[] =>
      ofOneCount(ofOneValue([...stations.values()]), tollOf({ what, unit }) === null ? 1 : mostApart).map((own) => {
        const course = own
          .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.value - a.value))
          .map(({ first: _, ...station }): Station => station);
        const cites = course.flatMap((station) => station.cites);
        const words = what === 'people' ? wordsOf(course, { what, unit }, members) : null;
        return {
          what,
          unit,
          ...(words === null ? {} : { words }),
          course,
          basis: basisOf(outletsOf(cites, members), outletCount(members)),
        };
      }),
    )
    .sort((a, b) => said(b) - said(a))
    .slice(0, most);
}

/** What the last headline that gives the latest value writes for it; null where none of those at hand does. */
function wordsOf(
  [latest]: readonly Station[],
  { what, unit }: Pick<Course, 'what' | 'unit'>,
  members: readonly SeedMember[],
): string | null {
  const member = members.findLast(({ titleId }) => latest?.cites.includes(titleId));
  const figure = member?.figures.find((one) => one.value === latest?.value && one.unit === unit && one.what === what);
  return member && figure ? figureIn(member.title, figure) : null;
}

/** Of two ways to mean one number, the one that is true of both: who counts 11 counts at least 11. */
const wider: readonly Figure['qualifier'][] = ['at_least', 'about'];

/**
 * A number that headlines give exactly and with a word of caution is one number: it did not change. It is told as more outlets have it, with
 * caution where as many do, and only those that have it so are its outlets.
 */
function ofOneValue(stations: readonly Given[]): Given[] {
  const sameAs = (station: Given): Given | undefined =>
    stations.find(
      ({ value, qualifier }) =>
        value === station.value &&
        (station.qualifier === 'exact' ? wider.includes(qualifier) : wider.includes(station.qualifier) && qualifier === 'exact'),
    );
  return stations.flatMap((station) => {
    const same = sameAs(station);
    if (same === undefined) return [station];
    const lead = station.outlets.length - same.outlets.length;
    if (lead < 0 || (lead === 0 && station.qualifier === 'exact')) return [];
    return [
      {
        ...station,
        at: same.at > station.at ? same.at : station.at,
        first: same.first < station.first ? same.first : station.first,
        cites: [...new Set([...station.cites, ...same.cites])],
      },
    ];
  });
}

/**
 * Values no further apart than a factor, each from the next lower one: drones of two nights are two counts, a toll that rises is one. What one
 * headline counts twice are two, and so is a toll that is lower long after a higher one: it rises or is of another blow.
 */
function ofOneCount(stations: readonly Given[], factor: number): Given[][] {
  const counts: Given[][] = [];
  for (const station of [...stations].sort((a, b) => a.value - b.value)) {
    const last = counts.at(-1);
    const below = last?.at(-1);
    const isOfOneHeadline = last?.some(({ cites }) => cites.some((cite) => station.cites.includes(cite))) ?? false;
    const isOfOther = below !== undefined && Date.parse(below.first) - Date.parse(station.at) > longestDelay;
    if (last !== undefined && below !== undefined && !isOfOneHeadline && !isOfOther && station.value <= below.value * factor)
      last.push(station);
    else counts.push([station]);
  }
  return counts;
}
