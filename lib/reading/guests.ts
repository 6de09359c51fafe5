// Bases and troops that a land has on its soil are no visit: "denies hosting US troops".
import { isIn } from './groups.js';
import type { Act } from './reading.js';
import type { Word } from './words.js';

/** Words between the host and the forces: "hosting any secret Chinese spy base". */
const furthest = 6;

/** The acts without visits of what stays. */
export function withoutGuests(acts: readonly Act[], words: readonly Word[]): readonly Act[] {
  if (!acts.some(({ action }) => action === 'visit_or_meet')) return acts;
  return acts.filter(({ action, start, end }) => {
    if (action !== 'visit_or_meet') return true;
    const at = words.findIndex((word) => word.start >= start && word.end <= end && isIn(word, 'hosting'));
    if (at < 0) return true;
    const behind = words.slice(at + 1, at + 1 + furthest);
    const stop = behind.findIndex(({ mark }) => mark !== '' && mark !== '"');
    return !behind.slice(0, stop < 0 ? undefined : stop).some((word) => isIn(word, 'stationed'));
  });
}
