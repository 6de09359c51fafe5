// Which dropped titles tell what kept ones tell: the same act between the same two, within hours, in places and figures that agree. Of an
// act of which only one party is named a figure must be the same too.
import type { Figure } from '../../../lib/reading/figures/figure.js';
import type { Act } from '../../../lib/reading/reading.js';

/** A title as it is compared. */
export interface ComparedTitle {
  titleId: string;
  title: string;
  at: Date;
  acts: readonly Act[];
  figures: readonly Figure[];
  theater: string;
}

/** What a title shares with kept ones: the act as it tells it, and those that tell it too, the nearest in time first. */
interface Shared<Kept> {
  act: Act;
  kept: Kept[];
}

/** Looks up the story of a title among the kept ones; null where none tells it. */
export function storiesOf<Kept extends ComparedTitle>(kept: readonly Kept[], hours: number): (title: ComparedTitle) => Shared<Kept> | null {
  const byAct = new Map<string, Kept[]>();
  for (const title of kept)
    for (const key of new Set(title.acts.flatMap((act) => keyOf(act) ?? []))) {
      const known = byAct.get(key);
      if (known === undefined) byAct.set(key, [title]);
      else known.push(title);
    }
  const away = (one: ComparedTitle, two: ComparedTitle): number => Math.abs(one.at.getTime() - two.at.getTime());
  return (title) => {
    let best: Shared<Kept> | null = null;
    for (const act of title.acts) {
      const alone = act.source === null || act.target === null;
      const alike = (byAct.get(keyOf(act) ?? '') ?? []).filter(
        (other) => away(title, other) <= hours * 3_600_000 && agree(title, other, alone),
      );
      if (alike.length > (best?.kept.length ?? 0)) best = { act, kept: alike.sort((a, b) => away(title, a) - away(title, b)) };
    }
    return best;
  };
}

/** Null for an act that nobody is named in, and for what is only said: it is told of every day. */
function keyOf({ source, action, target }: Act): string | null {
  if ((source === null && target === null) || action === 'announce_or_state' || action === 'other') return null;
  return `${source ?? ''} ${action} ${target ?? ''}`;
}

/** Places and figures do not contradict each other; `surely`: a figure says that it is the same. */
function agree(one: ComparedTitle, two: ComparedTitle, surely: boolean): boolean {
  if (one.theater !== two.theater && one.theater !== 'GLOBAL' && two.theater !== 'GLOBAL') return false;
  const comparable = one.figures.flatMap((a) =>
    two.figures.filter((b) => a.unit === b.unit && a.what === b.what).map((b) => [a, b] as const),
  );
  if (comparable.length === 0) return !surely;
  return comparable.some(([a, b]) => a.value === b.value);
}
