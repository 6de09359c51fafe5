// Undoing an entry of the log, as a move: titles go back to where they came from. What the phase did is not done again: the undoing binds
// it as an operator's own split or merge does. Pure; throws DeskError where it cannot be.
import { DeskError } from '../../../../lib/desk/end.js';
import type { Asker } from '../../../../lib/operator/log.js';
import type { ItemId } from '../../../../lib/run.js';
import type { FamilyState, Move, WantedFamily } from '../../rearrange.js';
import { apartRulings, dropTitles, inUse, plainMove, together } from './moves.js';

/** An entry, and where its titles are now: null in no family. */
export interface Undoable {
  logId: ItemId;
  act: 'place' | Move['act'];
  efId: ItemId;
  otherEfId: ItemId | null;
  titleIds: ItemId[];
  byWhom: string;
  undoneBy: ItemId | null;
  homes: Map<ItemId, ItemId | null>;
}

type States = ReadonlyMap<ItemId, FamilyState>;

/** `states` holds the entry's families and those in which its titles are now. */
export function undo(states: States, entry: Undoable, loose: FamilyState['members'], asker: Asker): Move {
  const { logId, act, undoneBy } = entry;
  if (undoneBy !== null) throw new DeskError(`Entry ${logId} was undone by entry ${undoneBy} already.`);
  if (act === 'undo') throw new DeskError(`Entry ${logId} is an undoing itself; do again what it undid.`);
  const move = { place: undoPlace, merge: undoMerge, split: undoSplit, drop: undoDrop }[act](states, entry, loose, asker);
  const bound = entry.byWhom === 'generate' ? {} : { rulings: [], ends: logId };
  return { ...move, act: 'undo', undoes: logId, ...bound };
}

function undoPlace(states: States, entry: Undoable, _: unknown, asker: Asker): Move {
  const { members } = inUse(states, entry.efId);
  return dropTitles(states, entry.efId, idsIn(members, entry), asker);
}

function undoMerge(states: States, entry: Undoable, _: unknown, asker: Asker): Move {
  const { efId, otherEfId } = entry;
  const family = inUse(states, efId);
  const other = otherEfId === null ? undefined : states.get(otherEfId);
  if (other?.status !== 'merged')
    throw new DeskError(`Family ${otherEfId} is no longer merged into family ${efId}; nothing is to be undone.`);
  const back = new Set(idsIn(family.members, entry));
  const [leaving, staying] = [
    family.members.filter(({ titleId }) => back.has(titleId)),
    family.members.filter(({ titleId }) => !back.has(titleId)),
  ];
  const wanted = [
    { read: family, members: staying },
    { read: other, members: leaving },
  ];
  return { ...plainMove('undo', efId, leaving, asker), otherEfId, wanted, rulings: apartRulings(leaving, staying) };
}

function undoSplit(states: States, entry: Undoable, _: unknown, asker: Asker): Move {
  const { efId, otherEfId } = entry;
  const [family, other] = [inUse(states, efId), inUse(states, otherEfId ?? '')];
  const back = new Set(idsIn(other.members, entry));
  const coming = other.members.filter(({ titleId }) => back.has(titleId));
  const all = [...family.members, ...coming];
  const wanted = [
    { read: family, members: all },
    { read: other, members: other.members.filter(({ titleId }) => !back.has(titleId)), mergedInto: efId },
  ];
  return { ...plainMove('undo', efId, coming, asker), otherEfId, wanted, rulings: together(all) };
}

function undoDrop(states: States, entry: Undoable, loose: FamilyState['members'], asker: Asker): Move {
  const family = states.get(entry.efId);
  if (family === undefined || family.status === 'merged')
    throw new DeskError(`Family ${entry.efId} has been merged into another since; undo that first.`);
  const wanted: WantedFamily[] = [];
  const coming = [...loose];
  for (const home of new Set(entry.homes.values())) {
    const there = home === null || home === entry.efId ? undefined : states.get(home);
    if (there === undefined) continue;
    const leaving = new Set(idsIn(there.members, entry));
    coming.push(...there.members.filter(({ titleId }) => leaving.has(titleId)));
    wanted.push({ read: there, members: there.members.filter(({ titleId }) => !leaving.has(titleId)), mergedInto: entry.efId });
  }
  if (coming.length === 0) throw new DeskError(`No title of entry ${entry.logId} is to be brought back.`);
  wanted.push({ read: family, members: [...family.members, ...coming] });
  const looseIds = loose.map(({ titleId }) => titleId);
  return { ...plainMove('undo', entry.efId, coming, asker), wanted, loose: looseIds };
}

/** Those of the entry that are there; throws where none is. */
function idsIn(members: FamilyState['members'], { logId, titleIds }: Undoable): ItemId[] {
  const found = members.flatMap(({ titleId }) => (titleIds.includes(titleId) ? [titleId] : []));
  if (found.length > 0) return found;
  throw new DeskError(`The titles of entry ${logId} have been moved since. "sni families log" shows by what; undo that first.`);
}
