// How well a grouping matches a gold grouping: BCubed precision, recall and F1 (Bagga and Baldwin 1998; Amigó et al. 2009), and what large
// families hold that is not theirs.

export interface FamilyFigures {
  n: number;
  stories: number;
  families: number;
  bcubed: { precision: number; recall: number; f1: number };
  /** F1 of leaving every headline alone. */
  alone: number;
  /** Of headlines in families of ten and more, the share outside the family's main story; 0 where there is none. */
  off: number;
  largestFamily: number;
  largestStory: number;
  /** Families of one headline. */
  singletons: number;
}

const large = 10;

/** All shares rounded to thousandths; at least one item. */
export function familyFigures(items: readonly { group: string; gold: string }[]): FamilyFigures {
  const families = sizesBy(items, ({ group }) => group);
  const stories = sizesBy(items, ({ gold }) => gold);
  const both = new Map<string, Map<string, number>>();
  for (const { group, gold } of items) {
    const own = both.get(group) ?? new Map<string, number>();
    own.set(gold, (own.get(gold) ?? 0) + 1);
    both.set(group, own);
  }
  const sums = { precision: 0, recall: 0, inLarge: 0, off: 0 };
  for (const [group, byStory] of both) {
    const size = families.get(group) ?? 0;
    for (const [story, count] of byStory) {
      sums.precision += count ** 2 / size;
      sums.recall += count ** 2 / (stories.get(story) ?? 1);
    }
    if (size < large) continue;
    sums.inLarge += size;
    sums.off += size - Math.max(...byStory.values());
  }
  const [precision, recall] = [sums.precision / items.length, sums.recall / items.length];
  return {
    n: items.length,
    stories: stories.size,
    families: families.size,
    bcubed: { precision: round(precision), recall: round(recall), f1: round(harmonic(precision, recall)) },
    alone: round(harmonic(1, stories.size / items.length)),
    off: sums.inLarge === 0 ? 0 : round(sums.off / sums.inLarge),
    largestFamily: Math.max(...families.values()),
    largestStory: Math.max(...stories.values()),
    singletons: [...families.values()].filter((size) => size === 1).length,
  };
}

function sizesBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(keyOf(item), (sizes.get(keyOf(item)) ?? 0) + 1);
  return sizes;
}

function harmonic(a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * a * b) / (a + b);
}

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
