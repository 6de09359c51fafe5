// What a family is about: the act that most of its headlines tell, and who is told as doing it.
import { type Action, mutual, speechActs } from '../reading/actions.js';
import type { Act } from '../reading/reading.js';

export interface MainAct {
  source: string;
  action: Action;
  /** Null unless most of the headlines that name somebody as met by it name the same. */
  target: string | null;
  /** How many of the headlines tell it by this doer. */
  tellers: number;
}

/** Acts of speech that count where hardly anything else is told. A threat and a recognition count as deeds do, for they change something. */
export const lesserActs: ReadonlySet<string> = new Set(
  [...speechActs].filter((act) => act !== 'threaten' && act !== 'support_or_recognise'),
);

/**
 * The main act of headlines, each with its acts: the one with a doer that most of them tell, a deed before what is only said where as
 * many tell it. Null where no two headlines (or the only one) tell the same act by the same doer.
 */
export function mainActOf(headlines: readonly { acts: readonly Act[] }[]): MainAct | null {
  const tellers = new Map<string, { source: string; action: Action; count: number }>();
  for (const { acts } of headlines) {
    const own = new Map(acts.filter(isTold).map((act) => [`${act.source} ${act.action}`, act]));
    for (const [key, { source, action }] of own) {
      const known = tellers.get(key) ?? { source: source ?? '', action, count: 0 };
      tellers.set(key, { ...known, count: known.count + 1 });
    }
  }
  const weight = ({ action, count }: { action: Action; count: number }): number => count + (lesserActs.has(action) ? 0 : 0.5);
  let best: { source: string; action: Action; count: number } | null = null;
  for (const one of tellers.values()) if (best === null || weight(one) > weight(best)) best = one;
  if (best === null || best.count < Math.min(2, headlines.length)) return null;
  const { source, action } = best;
  return { source, action, target: targetOf(headlines, source, action), tellers: best.count };
}

/** Whether an act is told as one that happens, will happen, or is said to have happened; what is denied or asked for is not. */
function isTold({ source, mode }: Act): boolean {
  return source !== null && mode !== 'denied' && mode !== 'demanded';
}

function targetOf(headlines: readonly { acts: readonly Act[] }[], source: string, action: Action): string | null {
  const told = headlines.flatMap(({ acts }) =>
    acts.filter((act) => act.source === source && act.action === action).slice(0, mutual.has(action) ? 1 : 3),
  );
  const counts = new Map<string, number>();
  for (const { target } of told) if (target !== null) counts.set(target, (counts.get(target) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first !== undefined && first[1] * 2 > told.length ? first[0] : null;
}
