// How well a grouping matches a gold grouping: BCubed precision, recall and F1 (Bagga and Baldwin 1998; Amigó et al. 2009).

export interface Grouped {
  /** The group it was put in; null where it was left out, which counts as a group of its own. */
  group: string | null;
  gold: string;
}

/** Averages over items of the share of its group that belongs with it, and of what belongs with it that is in its group. */
export function bcubed(items: readonly Grouped[]): { precision: number; recall: number; f1: number } {
  const own = items.map((item, index) => ({ ...item, group: item.group ?? `alone-${index}` }));
  let precision = 0;
  let recall = 0;
  for (const item of own) {
    const together = own.filter((other) => other.group === item.group);
    const belonging = own.filter((other) => other.gold === item.gold);
    const right = together.filter((other) => other.gold === item.gold).length;
    precision += right / together.length;
    recall += right / belonging.length;
  }
  precision /= own.length;
  recall /= own.length;
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
