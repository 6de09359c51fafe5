// Whether it can be said of some headlines, and not of others, that they tell an act: what was not read may be told all the same.
import type { Act } from '../reading/reading.js';

interface Headline {
  publisher: string;
  acts: readonly Act[];
}

const mostOutlets = 2 / 3;

/** Whether others surely do not tell the same act in words that were not read: they are few, or an act was read in each. */
export function isToldBySure<T extends Headline>(those: readonly T[], all: readonly T[]): boolean {
  const outlets = (some: readonly T[]): number => new Set(some.map(({ publisher }) => publisher)).size;
  const share = outlets(those) / outlets(all);
  const areMost = share > mostOutlets || (share === mostOutlets && those.length * 2 > all.length);
  return areMost || all.every((one) => those.includes(one) || one.acts.length > 0);
}
