// The figures of a family, as P2 read them in its headlines: value, unit, what is counted, and which headlines say so. Never from a model.
import type { Figure } from '../../lib/reading/figures/figure.js';
import type { ItemId } from '../../lib/run.js';

/** Its fields are those of the column `magnitudes`. */
export interface Magnitude {
  /** Multiplied out; of a range the lower end. */
  value: number;
  unit: string;
  what: string;
  qualifier: Figure['qualifier'];
  /** The upper end; only of a range. */
  upper?: number;
  cites: string[];
}

const most = 8;

/** Most cited first, of equals the larger, at most 8; empty where no headline counts anything. */
export function magnitudesOf(members: readonly { titleId: ItemId; figures: readonly Figure[] }[]): Magnitude[] {
  const all = new Map<string, Magnitude>();
  for (const { titleId, figures } of members) {
    for (const { value, unit, what, qualifier, upper } of figures) {
      const key = [value, unit, what, qualifier, upper].join(' ');
      const magnitude = all.get(key) ?? { value, unit, what, qualifier, ...(upper === undefined ? {} : { upper }), cites: [] };
      if (!magnitude.cites.includes(titleId)) magnitude.cites.push(titleId);
      all.set(key, magnitude);
    }
  }
  return [...all.values()].sort((a, b) => b.cites.length - a.cites.length || b.value - a.value).slice(0, most);
}
