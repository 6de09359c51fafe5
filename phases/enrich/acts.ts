// The acts of a family as they are stored: what its headlines tell together, with the outlets that tell it.
import { mergeActs, type ToldAct } from '../../lib/family/acts.js';
import { basisOf } from '../../lib/family/basis.js';
import type { Member } from './family.js';

export interface StoredAct extends ToldAct {
  /** Each once, in the order of their headlines. */
  outlets: string[];
  basis: string;
}

const most = 20;

/** Most told first, by outlets, at most 20; empty where no headline tells an act. */
export function actsOf(members: readonly Member[]): StoredAct[] {
  const acts = mergeActs(members).map((act): StoredAct => {
    const outlets = outletsOf(act.cites, members);
    return { ...act, outlets, basis: basisOf(outlets) };
  });
  return acts.sort((a, b) => b.outlets.length - a.outlets.length).slice(0, most);
}

/** The outlets of these titles, each once, in the order of the members. */
export function outletsOf(cites: readonly string[], members: readonly Member[]): string[] {
  return [...new Set(members.filter(({ titleId }) => cites.includes(titleId)).map(({ publisher }) => publisher))];
}
