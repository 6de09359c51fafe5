// Sorts a few items in place. Array.sort copies, which made a third of the gate's garbage.

/** Above this many items Array.sort is quicker. */
const few = 24;

/** Sorts in place, equal items keeping their order; returns the array. */
export function sortFew<Item>(items: Item[], compare: (a: Item, b: Item) => number): Item[] {
  if (items.length > few) return items.sort(compare);
  for (let next = 1; next < items.length; next++) {
    const item = items[next] as Item;
    let at = next;
    for (; at > 0 && compare(items[at - 1] as Item, item) > 0; at--) items[at] = items[at - 1] as Item;
    items[at] = item;
  }
  return items;
}

/** The same for a row of numbers, from `from` to before `to`. */
export function sortNumbers(numbers: Int32Array, from: number, to: number, compare: (a: number, b: number) => number): void {
  if (to - from > few) {
    numbers.subarray(from, to).sort(compare);
    return;
  }
  for (let next = from + 1; next < to; next++) {
    const number = numbers[next] ?? 0;
    let at = next;
    for (; at > from && compare(numbers[at - 1] ?? 0, number) > 0; at--) numbers[at] = numbers[at - 1] ?? 0;
    numbers[at] = number;
  }
}
