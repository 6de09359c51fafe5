// The acts of a family as they are stored: what its headlines tell together, with the outlets that tell it.
import { mergeActs, type ToldAct } from '../../lib/family/acts.js';
import { basisOf } from '../../lib/family/basis.js';
import type { Act } from '../../lib/reading/reading.js';
import type { SeedMember } from './family.js';

export interface StoredAct extends ToldAct {
  /** Each once, in the order of their headlines. */
  outlets: string[];
  basis: string;
  /** The country whose state media alone tell it, where other outlets of the family tell something else; null else, or where an owner is not known. */
  onlyStateMediaOf: string | null;
}

const most = 20;

/** Most told first, by outlets, at most 20, none without a doer beside the same with one; empty where no headline tells an act. */
export function storedActsOf(members: readonly SeedMember[]): StoredAct[] {
  const merged = mergeActs(members);
  const acts = merged
    .filter((act) => !isToldInFull(act, merged))
    .map((act): StoredAct => {
      const outlets = outletsOf(act.cites, members);
      return { ...act, outlets, basis: basisOf(outlets, outletCount(members)), onlyStateMediaOf: soleState(act, members) };
    });
  return acts.sort((a, b) => b.outlets.length - a.outlets.length).slice(0, most);
}

/** Whether an act without its doer is told with him too: it is the same. */
function isToldInFull({ source, action, target, mode }: ToldAct, acts: readonly ToldAct[]): boolean {
  if (source !== null) return false;
  return acts.some(
    (act) =>
      act.source !== null &&
      act.action === action &&
      (act.target === target || target === null) &&
      (act.mode === mode || act.mode === 'claimed'),
  );
}

/**
 * Who tells the act without its doer, or the doer's where this one names none, may tell the same; and so may who tells what one of the two does
 * to the other in another word for it: where one "warns Hamas to free hostages" another "calls on" it to.
 */
function soleState({ source, action, target }: ToldAct, members: readonly SeedMember[]): string | null {
  const isBetween = (act: Act): boolean => act.source === source && act.target === target && source !== null && target !== null;
  const tells = ({ acts }: SeedMember): boolean =>
    acts.some((act) => isBetween(act) || (act.action === action && (act.source === source || act.source === null || source === null)));
  const tellers = members.filter(tells);
  const country = tellers[0]?.country ?? null;
  const isOfState = (member: SeedMember): boolean => member.owner === 'state' && member.country === country;
  const outlets = new Set(tellers.map(({ publisher }) => publisher));
  const others = members.filter(({ publisher }) => !outlets.has(publisher));
  const isSole = country !== null && others.length > 0 && tellers.every(isOfState) && others.every(({ owner }) => owner !== null);
  return isSole && others.every(({ publisher }) => isRead(publisher, members)) ? country : null;
}

/** Whether a headline of an outlet was read to tell who does something: else it may tell the same in words that were not read. */
function isRead(outlet: string, members: readonly SeedMember[]): boolean {
  return members.some(({ publisher, acts }) => publisher === outlet && acts.some(({ source }) => source !== null));
}

/** Of outlets, not of headlines. */
export function outletCount(members: readonly SeedMember[]): number {
  return new Set(members.map(({ publisher }) => publisher)).size;
}

/** The outlets of these titles, each once, in the order of the members. */
export function outletsOf(cites: readonly string[], members: readonly SeedMember[]): string[] {
  return [...new Set(members.filter(({ titleId }) => cites.includes(titleId)).map(({ publisher }) => publisher))];
}
