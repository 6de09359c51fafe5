// What code reads off the headlines of a family, whatever a model or the rules then write of it.
import { type StoredAct, storedActsOf } from './acts.js';
import { type Course, coursesOf } from './courses.js';
import type { Dispute } from './disputed/answers.js';
import { disputesOf } from './disputed.js';
import type { SeedFamily } from './family.js';
import { type Importance, importanceOf } from './importance.js';
import { type Omission, omissionsOf } from './omissions.js';

export interface Findings {
  acts: StoredAct[];
  courses: Course[];
  disputes: Dispute[];
  omissions: Omission[];
  importance: Importance;
}

/** Read off the headlines alone: the same for the same titles. */
export function findingsOf({ members, actors, strategicTier }: SeedFamily): Findings {
  const names = new Map(actors.map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const acts = storedActsOf(members);
  const courses = coursesOf(members);
  return {
    acts,
    courses,
    disputes: disputesOf({ members, acts }, nameOf),
    omissions: omissionsOf(members, acts, courses, nameOf),
    importance: importanceOf(strategicTier, members, courses),
  };
}
