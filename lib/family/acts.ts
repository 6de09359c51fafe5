// What the headlines of one family tell together: the same act of several headlines is one, with all that say it.
import { type Action, type Mode, mutual } from '../reading/actions.js';
import type { Act } from '../reading/reading.js';

/** An act, and the headlines that tell it. */
export interface ToldAct {
  source: string | null;
  action: Action;
  target: string | null;
  mode: Mode;
  saidBy: string | null;
  /** Title ids, each once, in the order given. */
  cites: string[];
}

/** A headline and its acts; no acts where it tells none, or was not read. */
interface ActsOfTitle {
  titleId: string;
  acts: readonly Act[];
}

/**
 * The acts of a family, those that most headlines tell first, of equals the one told first. Acts done together ("talks between A and B") are
 * the same whoever is named first. Empty where no headline tells an act.
 */
export function mergeActs(titles: readonly ActsOfTitle[]): ToldAct[] {
  const merged = new Map<string, ToldAct>();
  for (const { titleId, acts } of titles) {
    for (const { source, action, target: upon, mode, saidBy } of acts) {
      // An organ of a union that rules upon its own law meets nobody else.
      const target = upon === source ? null : upon;
      const key = keyOf({ source, action, target, mode, saidBy });
      const told = merged.get(key) ?? { source, action, target, mode, saidBy, cites: [] };
      if (!told.cites.includes(titleId)) told.cites.push(titleId);
      merged.set(key, told);
    }
  }
  return [...merged.values()].sort((a, b) => b.cites.length - a.cites.length);
}

function keyOf({ source, action, target, mode, saidBy }: Omit<ToldAct, 'cites'>): string {
  const parties = [source ?? '', target ?? ''];
  if (mutual.has(action)) parties.sort();
  return [...parties, action, mode, saidBy ?? ''].join(' ');
}
