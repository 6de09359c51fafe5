// What most outlets of a family tell and which outlets with several headlines do not. A single headline leaves out most things: of it nothing
// is said.
import { actInWords } from '../../lib/family/act-words.js';
import { byKey } from '../../lib/family/by-key.js';
import type { StoredAct } from './acts.js';
import type { Course } from './courses.js';
import type { Member } from './family.js';

export interface Omission {
  told: string;
  /** That tell it. */
  outlets: string[];
  /** With two headlines or more of which none tells it, or so much as names who does it. */
  missing: string[];
}

const least = 3;
const mostOmissions = 4;

/** Empty where most outlets tell nothing in common, or every outlet with several headlines tells it too. */
export function omissionsOf(
  members: readonly Member[],
  acts: readonly StoredAct[],
  courses: readonly Course[],
  nameOf: (id: string) => string,
): Omission[] {
  const byOutlet = byKey(members, ({ publisher }) => publisher);
  const several = [...byOutlet].filter(([, own]) => new Set(own.map(({ title }) => title)).size > 1);
  const isCommon = (outlets: readonly string[]): boolean => outlets.length >= least && outlets.length * 2 > byOutlet.size;
  const missing = (tells: (member: Member) => boolean): string[] =>
    several.filter(([, own]) => own.every((member) => member.read && !tells(member))).map(([outlet]) => outlet);
  const deeds = acts
    .filter(({ outlets, source, mode }) => isCommon(outlets) && source !== null && mode === 'done')
    .map((act) => ({
      told: actInWords({ ...act, target: null }, nameOf),
      outlets: act.outlets,
      missing: missing(
        ({ actors, acts: own }) =>
          actors.includes(act.source ?? '') || own.some(({ source, action }) => source === act.source || action === act.action),
      ),
    }));
  const tolls = courses
    .filter(({ unit, what }) => unit === 'people' && (what === 'killed' || what === 'wounded'))
    .map(({ what, course }) => ({
      told: `how many were ${what}`,
      outlets: [...new Set(course.flatMap(({ outlets }) => outlets))],
      missing: missing(({ figures }) => figures.some(({ unit }) => unit === 'people')),
    }))
    .filter(({ outlets }) => isCommon(outlets));
  return [...deeds, ...tolls].filter((omission) => omission.missing.length > 0).slice(0, mostOmissions);
}
