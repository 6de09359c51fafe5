// Orders that chance makes, the same for the same seed.

/** A copy in another order (Fisher and Yates, with a linear congruential generator). */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const copy = [...items];
  let state = seed >>> 0;
  for (let at = copy.length - 1; at > 0; at--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (at + 1));
    const item = copy[at] as Item;
    copy[at] = copy[other] as Item;
    copy[other] = item;
  }
  return copy;
}
