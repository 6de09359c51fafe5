// Who acts and who is acted upon in a family, by the acts that its headlines tell. Only what is told as done, threatened or planned gives a
// role; what somebody says of somebody else does not, and an actor whom the headlines show now one way and now the other has none.
import type { ToldAct } from '../../lib/family/acts.js';
import { lesserActs } from '../../lib/family/main-act.js';
import { type Action, mutual } from '../../lib/reading/actions.js';

export const actorRoles = ['initiator', 'target', 'beneficiary', 'counterpart', 'mediator'] as const;
type ActorRole = (typeof actorRoles)[number];

/** Acts whose target receives something. */
const giving: ReadonlySet<Action> = new Set<Action>(['aid', 'supply_arms', 'support_or_recognise']);
/** Of the headlines that tell an act, the share that must tell a deed for deeds to be what the family is about. */
const leastShare = 0.25;
/** Below this share of its headlines an actor is. */
const leastShareOfActor = 1 / 8;
/** From this share of what is said of an actor on, the headlines agree. */
const agreement = 2 / 3;
const mostRoles = 6;
/** Where so many headlines show one actor, what a single headline shows of another is an aside. */
const manyHeadlines = 3;

interface Role {
  actor: string;
  role: ActorRole;
  /** The headlines that show it. */
  cites: string[];
}

/** One role for an actor at most, at most six, those that most headlines show first. `titles` is how many headlines were read. */
export function rolesOf(acts: readonly ToldAct[], titles: number): Role[] {
  const certain = acts.filter(
    ({ mode, saidBy, source }) => isCertain(mode) || (mode === 'claimed' && saidBy !== null && saidBy === source),
  );
  const votes = votesOf(mainActs(certain));
  const shown = [...votes].map(([actor, byRole]) => ({
    actor,
    total: new Set([...byRole.values()].flatMap((cites) => [...cites])).size,
    ...strongest(byRole),
  }));
  const least = Math.max(...shown.map(({ total }) => total)) >= manyHeadlines ? 2 : 1;
  return shown
    .filter(({ total, count }) => total >= Math.max(least, titles * leastShareOfActor) && count >= total * agreement)
    .sort((a, b) => b.total - a.total || (a.actor < b.actor ? -1 : 1))
    .slice(0, mostRoles)
    .map(({ actor, role, cites }) => ({ actor, role, cites }));
}

/** What is done, where enough headlines tell it; else what is threatened or planned too; else also what is said. */
function mainActs(certain: readonly ToldAct[]): readonly ToldAct[] {
  const telling = (those: readonly ToldAct[]): number => new Set(those.flatMap(({ cites }) => cites)).size;
  const deeds = certain.filter(({ action }) => !lesserActs.has(action));
  const done = deeds.filter(({ action, mode }) => action !== 'threaten' && mode !== 'threatened' && mode !== 'planned');
  return [done, deeds].find((those) => those.length > 0 && telling(those) >= telling(certain) * leastShare) ?? certain;
}

function isCertain(mode: ToldAct['mode']): boolean {
  return mode === 'done' || mode === 'threatened' || mode === 'planned';
}

/** The headlines that show each actor in each role. */
function votesOf(acts: readonly ToldAct[]): Map<string, Map<ActorRole, Set<string>>> {
  const votes = new Map<string, Map<ActorRole, Set<string>>>();
  for (const act of acts) {
    const { source, action, target, cites } = act;
    for (const { actor, role } of rolesIn(source, action, isReturned(act, acts) ? null : target)) {
      const byRole = votes.get(actor) ?? new Map<ActorRole, Set<string>>();
      votes.set(actor, byRole);
      byRole.set(role, new Set([...(byRole.get(role) ?? []), ...cites]));
    }
  }
  return votes;
}

/** "India, Pakistan trade fire": what a headline lets two do to each other makes both doers. */
function isReturned({ source, action, target, cites }: ToldAct, acts: readonly ToldAct[]): boolean {
  return acts.some(
    (other) =>
      other.action === action && other.source === target && other.target === source && other.cites.some((cite) => cites.includes(cite)),
  );
}

/** What an act makes of its parties; a party that acts upon itself (a court upon its own state) has the role of the doer alone. */
function rolesIn(source: string | null, action: Action, target: string | null): { actor: string; role: ActorRole }[] {
  const doer: ActorRole = action === 'mediate' ? 'mediator' : 'initiator';
  const other: ActorRole = secondOf(action);
  const roles: { actor: string; role: ActorRole }[] = source === null ? [] : [{ actor: source, role: doer }];
  if (target !== null && target !== source) roles.push({ actor: target, role: other });
  return roles;
}

/** What an act makes of the party it meets: who is met in peace is a counterpart, who acts together with the doer does it too. */
function secondOf(action: Action): ActorRole {
  if (action === 'visit_or_meet' || action === 'announce_or_state' || action === 'withdraw_or_yield') return 'counterpart';
  if (mutual.has(action) || action === 'mediate') return 'initiator';
  return giving.has(action) ? 'beneficiary' : 'target';
}

function strongest(byRole: ReadonlyMap<ActorRole, ReadonlySet<string>>): { role: ActorRole; count: number; cites: string[] } {
  const [best] = [...byRole].sort(([, a], [, b]) => b.size - a.size);
  return best === undefined ? { role: 'initiator', count: 0, cites: [] } : { role: best[0], count: best[1].size, cites: [...best[1]] };
}
