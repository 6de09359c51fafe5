// How important a family is, 0 to 100, with the arithmetic: its tier, how many outlets in how many languages tell it, whether force is used,
// and how many died.
import { forceful } from '../../lib/reading/actions.js';
import type { Course } from './courses.js';
import type { SeedMember } from './family.js';

export interface Importance {
  points: number;
  why: { what: string; points: number }[];
}

const tierPoints: Readonly<Record<number, number>> = { 1: 36, 2: 22, 3: 8 };
/** Points for each doubling of the outlets, and the most that outlets give. */
const perDoubling = 8;
const mostForOutlets = 32;

/** What gives no points is left out of `why`. Force counts where two outlets, or half of the headlines, tell it. */
export function importanceOf(tier: number, members: readonly SeedMember[], courses: readonly Course[]): Importance {
  const outlets = new Set(members.map(({ publisher }) => publisher)).size;
  const languages = new Set(members.map(({ lang }) => lang.slice(0, 2))).size;
  const dead = Math.max(
    0,
    ...courses
      .filter(({ unit, what }) => unit === 'people' && what === 'killed')
      .flatMap(({ course }) => course.slice(0, 1).map(({ value }) => value)),
  );
  const forced = members.filter(({ acts: own }) => own.some(({ action, mode }) => forceful.has(action) && mode === 'done'));
  const force = forced.length * 2 >= members.length || new Set(forced.map(({ publisher }) => publisher)).size > 1;
  const why = [
    { what: `tier ${tier}`, points: tierPoints[tier] ?? 0 },
    {
      what: outlets === 1 ? 'one outlet' : `${outlets} outlets`,
      points: Math.min(mostForOutlets, Math.round(perDoubling * Math.log2(outlets))),
    },
    { what: `${languages} languages`, points: Math.min(9, 3 * (languages - 1)) },
    { what: 'force is used', points: force ? 11 : 0 },
    { what: `${dead.toLocaleString('en')} dead`, points: dead === 0 ? 0 : Math.min(12, 4 + Math.floor(4 * Math.log10(dead))) },
  ].filter(({ points }) => points > 0);
  return { points: why.reduce((sum, { points }) => sum + points, 0), why };
}
