// How the figures of a family went: each count with what was said of it when and by whom, the latest first ("17 dead, before that 14").
import { basisOf } from '../../lib/family/basis.js';
import type { Figure } from '../../lib/reading/figures/figure.js';
import { outletCount, outletsOf } from './acts.js';
import type { Member } from './family.js';
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

export interface Course {
  what: string;
  unit: string;
  /** The latest first. */
  course: Station[];
  basis: string;
}

const most = 8;

/** Tolls further apart than this factor count different things: the dead of a day and of a war. */
const mostApart = 10;

/** The counts that most headlines give first, at most 8; empty where none counts anything. */
export function coursesOf(members: readonly Member[]): Course[] {
  const counts = new Map<string, { what: string; unit: string; stations: Map<string, Station> }>();
  for (const { titleId, publisher, publishedAt, figures } of members) {
    for (const { what, unit, value, qualifier, upper } of figures) {
      const count = counts.get(`${unit} ${what}`) ?? { what, unit, stations: new Map<string, Station>() };
      counts.set(`${unit} ${what}`, count);
      const key = [value, upper, qualifier].join(' ');
      const known = count.stations.get(key) ?? {
        value,
        ...(upper === undefined ? {} : { upper }),
        qualifier,
        at: publishedAt,
        outlets: [],
        cites: [],
      };
      count.stations.set(key, {
        ...known,
        at: publishedAt > known.at ? publishedAt : known.at,
        outlets: [...new Set([...known.outlets, publisher])],
        cites: [...new Set([...known.cites, titleId])],
      });
    }
  }
  const said = ({ course }: Course): number => course.reduce((sum, { cites }) => sum + cites.length, 0);
  return [...counts.values()]
    .flatMap(({ what, unit, stations }): Course[] =>
      ofOneCount(ofOneValue([...stations.values()]), tollOf({ what, unit }) === null ? 1 : mostApart).map((own) => {
        const course = own.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.value - a.value));
        const cites = course.flatMap((station) => station.cites);
        return { what, unit, course, basis: basisOf(outletsOf(cites, members), outletCount(members)) };
      }),
    )
    .sort((a, b) => said(b) - said(a))
    .slice(0, most);
}

/** Of two ways to mean one number, the one that is true of both: who counts 11 counts at least 11. */
const wider: readonly Figure['qualifier'][] = ['at_least', 'about'];

/** A number that headlines give exactly and with a word of caution is one number: it did not change. */
function ofOneValue(stations: readonly Station[]): Station[] {
  const exact = stations.filter(({ qualifier }) => qualifier === 'exact');
  return stations.flatMap((station) => {
    const { value, qualifier } = station;
    const isWidened = qualifier === 'exact' && stations.some((one) => one.value === value && wider.includes(one.qualifier));
    if (isWidened) return [];
    const same = wider.includes(qualifier) ? exact.find((one) => one.value === value) : undefined;
    if (same === undefined) return [station];
    return [
      {
        ...station,
        at: same.at > station.at ? same.at : station.at,
        outlets: [...new Set([...station.outlets, ...same.outlets])],
        cites: [...new Set([...station.cites, ...same.cites])],
      },
    ];
  });
}

/**
 * Values no further apart than a factor, each from the next lower one: drones of two nights are two counts, a toll that rises is one. What one
 * headline counts twice are two.
 */
function ofOneCount(stations: readonly Station[], factor: number): Station[][] {
  const counts: Station[][] = [];
  for (const station of [...stations].sort((a, b) => a.value - b.value)) {
    const last = counts.at(-1);
    const below = last?.at(-1);
    const isOfOneHeadline = last?.some(({ cites }) => cites.some((cite) => station.cites.includes(cite))) ?? false;
    if (last !== undefined && below !== undefined && !isOfOneHeadline && station.value <= below.value * factor) last.push(station);
    else counts.push([station]);
  }
  return counts;
}
