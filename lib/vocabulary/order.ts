// Takes a few items, leaves them sorted where they are. Array.sort copies, which made a third of the gate's garbage.

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
