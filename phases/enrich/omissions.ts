// What most outlets of a family tell and which outlets with several headlines do not. A single headline leaves out most things: of it nothing
// is said, nor of an outlet whose headlines all came before the others told it.
import { actInWords } from '../../lib/family/act-words.js';
import { byKey } from '../../lib/family/by-key.js';
import { forceful } from '../../lib/reading/actions.js';
import type { StoredAct } from './acts.js';
import type { Course } from './courses.js';
import type { SeedMember } from './family.js';

export interface Omission {
  told: string;
  /** That tell it. */
  outlets: string[];
  /** With two headlines or more of which none tells it, or so much as names one of its parties. */
  missing: string[];
}

const least = 3;
const mostOmissions = 4;

/** What outlets tell, and how a headline is known that may tell it too. */
interface Common {
  told: string;
  cites: readonly string[];
  mayTell: (member: SeedMember) => boolean;
}

/** Empty where most outlets tell nothing in common, or every outlet with several headlines tells it too. */
export function omissionsOf(
  members: readonly SeedMember[],
  acts: readonly StoredAct[],
  courses: readonly Course[],
  nameOf: (id: string) => string,
): Omission[] {
  const byOutlet = byKey(members, ({ publisher }) => publisher);
  return [...upon(acts, nameOf), ...by(acts, nameOf), ...tolls(courses)]
    .flatMap(({ told, cites, mayTell }): Omission[] => {
      const telling = members.filter(({ titleId }) => cites.includes(titleId));
      const outlets = [...new Set(telling.map(({ publisher }) => publisher))];
      if (outlets.length < least || outlets.length * 2 <= byOutlet.size) return [];
      const since = secondAt(telling);
      const missing = [...byOutlet].filter(([, own]) => isSeveral(own, since) && own.every((member) => member.read && !mayTell(member)));
      return missing.length === 0 ? [] : [{ told, outlets, missing: missing.map(([outlet]) => outlet) }];
    })
    .filter(({ missing }, at, all) => all.findIndex((one) => one.missing.join() === missing.join()) === at)
    .slice(0, mostOmissions);
}

/** When the second outlet told it: what came before could not know. */
function secondAt(telling: readonly SeedMember[]): string {
  const firsts = [...byKey(telling, ({ publisher }) => publisher).values()].map(
    (own) => own.map(({ publishedAt }) => publishedAt).sort()[0] ?? '',
  );
  return firsts.sort()[1] ?? '';
}

/** Two headlines that differ, one of them written when others had told it. */
function isSeveral(own: readonly SeedMember[], since: string): boolean {
  return new Set(own.map(({ title }) => title)).size > 1 && own.some(({ publishedAt }) => publishedAt >= since);
}

function isTold({ source, mode }: StoredAct): boolean {
  return source !== null && mode !== 'denied' && mode !== 'demanded';
}

/** Acts upon somebody: a headline that names him nowhere tells none of them, unless it is one of force, which tells whom it hits by a town. */
function upon(acts: readonly StoredAct[], nameOf: (id: string) => string): Common[] {
  const those = acts.filter((act) => isTold(act) && act.target !== null && !forceful.has(act.action));
  return [...byKey(those, ({ source, action, target }) => `${source} ${action} ${target}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const mayTell = (member: SeedMember): boolean =>
      refersTo(member, first.target) || member.acts.some(({ action, target }) => action === first.action && target === null);
    return [{ told: inWords(own, first.target, nameOf), cites: own.flatMap(({ cites }) => cites), mayTell }];
  });
}

/** Acts of somebody, whoever they meet: a headline that names him nowhere, and no such act, tells none of them. */
function by(acts: readonly StoredAct[], nameOf: (id: string) => string): Common[] {
  const those = acts.filter(isTold);
  return [...byKey(those, ({ source, action }) => `${source} ${action}`).values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const mayTell = (member: SeedMember): boolean =>
      refersTo(member, first.source) || member.acts.some(({ action }) => action === first.action);
    return [{ told: inWords(own, null, nameOf), cites: own.flatMap(({ cites }) => cites), mayTell }];
  });
}

/** By its mode where all tell it in one, else by no more than its name. */
function inWords(acts: readonly StoredAct[], target: string | null, nameOf: (id: string) => string): string {
  const [first] = acts;
  if (first === undefined) return '';
  const isOfOneMode = acts.every(({ mode }) => mode === first.mode);
  return actInWords({ ...first, target, mode: isOfOneMode ? first.mode : 'done' }, nameOf);
}

function refersTo({ actors, places, acts }: SeedMember, actor: string | null): boolean {
  if (actor === null) return true;
  return (
    actors.includes(actor) || places.includes(actor) || acts.some(({ source, target, saidBy }) => [source, target, saidBy].includes(actor))
  );
}

function tolls(courses: readonly Course[]): Common[] {
  return courses
    .filter(({ unit, what }) => unit === 'people' && (what === 'killed' || what === 'wounded'))
    .map(({ what, course }) => ({
      told: `how many were ${what}`,
      cites: course.flatMap(({ cites }) => cites),
      mayTell: ({ figures }) => figures.some(({ unit }) => unit === 'people'),
    }));
}
