// Whether it can be said of some headlines, and not of others, that they tell an act: what was not read may be told all the same.
import type { Telling } from './telling.js';

const mostOutlets = 2 / 3;

/** Whether others surely do not tell the same act in words that were not read: they are few, or an act was read in each. */
export function isToldBySure(those: readonly Telling[], all: readonly Telling[]): boolean {
  const outlets = (some: readonly Telling[]): number => new Set(some.map(({ member }) => member.publisher)).size;
  const isRead = ({ member }: Telling): boolean => member.acts.length > 0;
  const share = outlets(those) / outlets(all);
  const areMost = share > mostOutlets || (share === mostOutlets && those.length * 2 > all.length);
  return areMost || all.every((telling) => those.includes(telling) || isRead(telling));
}
