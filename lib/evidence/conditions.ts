// Whether a sentence tells as done what its titles tell as a condition: "rebels have laid down their arms" of an amnesty for those who do.
import type { Told } from './told.js';

/** Rows of concepts-*.tsv for what is held out to somebody who does a thing. */
const heldOut: ReadonlySet<string> = new Set(['amnesty', 'pardon', 'offer', 'promise', 'reward', 'immunity', 'asylum']);
/** Rows for what he is to do. */
const conditions: ReadonlySet<string> = new Set(['disarm', 'surrender', 'give up']);
const done =
  /\b(?:ha(?:s|ve|d)\s(?:\p{L}+ly\s)?(?:laid|given|surrendered|handed|disarmed)|(?:laid|gave|handed)\s(?:down|up|in)|surrendered|disarmed|accept(?:s|ed)|took up|taken up)\b/iu;

/** The first condition told as met, told as a reason; null where there is none. */
export function metCondition(own: Told, titles: readonly Told[]): string | null {
  const found = done.exec(own.text)?.[0];
  if (!found || titles.length === 0 || own.marks.some(({ row }) => row === 'yet' || row === 'not')) return null;
  const accepts = /^(?:accept|took|taken)/.test(found);
  const isOnlyHeldOut = ({ rows }: Told): boolean =>
    [...rows].some((row) => heldOut.has(row)) && (accepts ? !rows.has('accept') : [...rows].some((row) => conditions.has(row)));
  if (!titles.every(isOnlyHeldOut) || (!accepts && [...own.rows].some((row) => heldOut.has(row)))) return null;
  return `tells of "${found}", which the cited titles tell as a condition`;
}
