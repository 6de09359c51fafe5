// What an operator asks of families, as moves: part titles, join families, let titles go. Pure; throws DeskError where it cannot be.
import { DeskError } from '../../../../lib/desk/end.js';
import { counted, listed } from '../../../../lib/desk/words.js';
import type { NewsTitle } from '../../../../lib/matching/features.js';
import type { Asker } from '../../../../lib/operator/log.js';
import type { ItemId } from '../../../../lib/run.js';
import type { FamilyState, Move } from '../../rearrange.js';

type States = ReadonlyMap<ItemId, FamilyState>;

/** The titles leave for a family of their own, and never join what they leave again. */
export function splitOff(states: States, efId: ItemId, titleIds: readonly ItemId[], asker: Asker): Move {
  const { family, picked, rest } = picking(states, efId, titleIds);
  if (rest.length === 0) throw new DeskError(`Those are all titles of family ${efId}; a split leaves some of them.`);
  return {
    ...plainMove('split', efId, picked, asker),
    otherEfId: 'new',
    wanted: [
      { read: family, members: rest },
      { read: null, members: picked },
    ],
    rulings: apartRulings(picked, rest),
  };
}

/** The titles are free again, and never join what they leave again. A family that keeps none is recycled. */
export function dropTitles(states: States, efId: ItemId, titleIds: readonly ItemId[], asker: Asker): Move {
  const { family, picked, rest } = picking(states, efId, titleIds);
  return {
    ...plainMove('drop', efId, picked, asker),
    wanted: [{ read: family, members: rest }],
    freed: idsOf(picked),
    rulings: apartRulings(picked, rest),
  };
}

/** The second family's titles come over to the first, and all of them stay together. */
export function mergeFamilies(states: States, efId: ItemId, otherEfId: ItemId, asker: Asker): Move {
  if (efId === otherEfId) throw new DeskError(`Both are family ${efId}; name two.`);
  const [family, other] = [inUse(states, efId), inUse(states, otherEfId)];
  const all = [...family.members, ...other.members];
  return {
    ...plainMove('merge', efId, other.members, asker),
    otherEfId,
    wanted: [
      { read: family, members: all },
      { read: other, members: [], mergedInto: efId },
    ],
    rulings: together(all),
  };
}

/** A move of these titles, of which the rest is to be said. */
export function plainMove(act: Move['act'], efId: ItemId, titles: readonly NewsTitle[], { byWhom, why }: Asker): Move {
  const nothing = { otherEfId: null, wanted: [], loose: [], freed: [], rulings: [] };
  return { ...nothing, act, efId, titleIds: idsOf(titles), byWhom, why: { said: why } };
}

/** The ruling that titles of one side never join those of the other; none where a side is empty. */
export function apartRulings(ones: readonly NewsTitle[], others: readonly NewsTitle[]): Move['rulings'] {
  if (ones.length === 0 || others.length === 0) return [];
  const side = (titles: readonly NewsTitle[], number: 1 | 2): Move['rulings'] =>
    titles.map(({ titleId }) => ({ rule: 'apart', title_id: titleId, side: number }));
  return [...side(ones, 1), ...side(others, 2)];
}

/** The ruling that these titles stay together. */
export function together(titles: readonly NewsTitle[]): Move['rulings'] {
  return titles.map(({ titleId }) => ({ rule: 'together', title_id: titleId, side: 1 }));
}

/** A family that takes titles in. */
export function inUse(states: States, efId: ItemId): FamilyState {
  const family = states.get(efId);
  if (family === undefined) throw new DeskError(`There is no event family ${efId}. "sni list families" shows which there are.`);
  if (family.status === 'seed' || family.status === 'active') return family;
  throw new DeskError(`Family ${efId} is ${family.status}; only one that is seed or active can be changed. "sni show ${efId}" shows it.`);
}

function picking(states: States, efId: ItemId, titleIds: readonly ItemId[]) {
  const family = inUse(states, efId);
  const wanted = new Set(titleIds);
  const picked = family.members.filter(({ titleId }) => wanted.has(titleId));
  const strangers = [...wanted].filter((id) => !picked.some(({ titleId }) => titleId === id));
  if (strangers.length > 0) {
    const which = `${counted(strangers.length, 'title').replace(/^[\d,]+ /, '')} ${listed(strangers)}`;
    throw new DeskError(`Family ${efId} does not hold ${which}. "sni show ${efId}" lists its titles; nothing was changed.`);
  }
  return { family, picked, rest: family.members.filter(({ titleId }) => !wanted.has(titleId)) };
}

function idsOf(titles: readonly NewsTitle[]): ItemId[] {
  return titles.map(({ titleId }) => titleId);
}
