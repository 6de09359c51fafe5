// Whether a sentence lets somebody leave another land than its titles do: "the last Ugandan soldiers have left Kenya" of Kenya that withdraws its own
// from Uganda.

import type { Mention } from './actors.js';
import { stateOf } from './agree.js';
import { leftPlace, standsBehind } from './prepositions.js';
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for going. */
const going: ReadonlySet<string> = new Set(['retreat', 'recall', 'withdraw']);
const left = /\b(?:left|leave|leaves|leaving|quit|out of|withdrawn from|withdraws from|withdrew from)\s(?:the\s)?$/i;

/** The first land left that is not the one of the titles, told as a reason; null where there is none. */
export function leavesAnother(own: Told, titles: readonly Told[]): string | null {
  const there = own.actors.find(({ start, plain }) => plain && left.test(own.text.slice(0, start)));
  if (!there) return null;
  const isThere = ({ ids }: Mention): boolean => ids.some((id) => there.ids.some((one) => stateOf(one) === stateOf(id)));
  const isOther = ({ lang, text, actors, rows }: Told): boolean => {
    const from = actors.filter((one) => standsBehind(leftPlace, { lang, text }, one));
    return [...rows].some((row) => going.has(row)) && from.length === 1 && !from.some(isThere) && actors.some(isThere);
  };
  return titles.length > 0 && titles.every(isOther) ? `lets them leave ${there.text}, where the cited titles tell of another land` : null;
}
