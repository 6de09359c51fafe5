// Whose deed it is where a place alone is named: a state holds its own trials and elections.
import type { Draft } from './drafts.js';
import { embattled } from './embattled.js';

/** Whose deed it is where a place alone is named: in a land at war several arrest. */
export function rulerOf({ action, place }: Draft): readonly string[] | null {
  if (action === 'mobilise_or_drill') return null;
  return action === 'arrest_or_try' && place?.some((id) => embattled.has(id)) ? null : place;
}

/** At war, and yet nobody but the state arrests there. */
const rulesAlone: ReadonlySet<string> = new Set(['RU', 'IR']);

/** "Briton jailed in Russia", "Polish beef banned in Belarus": by the state that is named itself; a town alone says where it was. */
export function ruledAbroad({ action, passive, abroad, mode, place, target, lone }: Draft): boolean {
  // "Polish embassy in Belarus closed": as a rule by Poland, and nobody says so.
  const banned = action === 'restrict' && !lone && target?.length === 1 && target.every((id) => isState.test(id));
  if (!(banned || action === 'arrest_or_try') || !passive || !abroad || mode !== 'done' || place?.length !== 1) return false;
  return place.every((id) => isState.test(id) && (!embattled.has(id) || rulesAlone.has(id)));
}

const isState = /^[A-Z]{2}$/;
