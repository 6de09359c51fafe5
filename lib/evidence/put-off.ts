// Whether a sentence tells as done what each of its titles tells as put off: "has delivered the vehicles" of a delivery that is postponed.
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for putting off, and for what a sentence may say in their place. */
const putOff: ReadonlySet<string> = new Set(['delay', 'postpone']);
const alike: ReadonlySet<string> = new Set([
  ...['delay', 'postpone', 'suspend', 'cancel', 'hold', 'stop', 'stall', 'freeze', 'extend', 'wait', 'reschedule', 'adjourn', 'shelve'],
  ...['late', 'slow', 'block', 'call off', 'pause', 'change', 'move'],
]);
const marks: ReadonlySet<string> = new Set(['not', 'refuse', 'hinder', 'undo', 'frees', 'yet']);

/** The word behind which a title tells of what is put off; -1 where it does not. */
function putOffAt({ hits }: Told): number {
  return hits.find(({ row, wider, narrower }) => putOff.has(row) && !wider && !narrower)?.end ?? -1;
}

/** The first deed told so, as a reason; null where there is none. */
export function putOffAsDone(own: Told, titles: readonly Told[]): string | null {
  if (titles.length === 0 || own.marks.some(({ row }) => marks.has(row)) || own.hits.some(({ row }) => alike.has(row))) return null;
  const isPast = /\b(?:has|have|had|was|were|is|are)\b|\b\p{Ll}{2,}ed\b/u.test(own.text);
  const isOf = (title: Told): boolean => {
    const at = putOffAt(title);
    const behind = new Set(title.hits.filter(({ start }) => start >= at).map(({ row }) => row));
    return at >= 0 && title.clauses.length === 1 && own.hits.some(({ row, wider }) => !wider && behind.has(row));
  };
  return isPast && titles.every(isOf) ? `states as done what is put off in "${titles[0]?.text ?? ''}"` : null;
}
