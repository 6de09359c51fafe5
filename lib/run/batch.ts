// What a run may still take of its batch. A phase counts against it the items it closes, or, where it says so (P1), what it takes room for:
// one feed may bring a thousand titles.

interface Batch {
  /** How much of it neither is used nor kept for groups under way. */
  left: () => number;
  /** Of so many, how many may still be taken; they are used up at once. */
  takeRoom: (wanted: number) => number;
  /** A group of so many items is begun, and then has ended. */
  begin: (items: number) => void;
  end: (items: number) => void;
  closed: (items: number) => void;
  isUsedUp: () => boolean;
}

/** `size` counts what `counts` says. With `titles` a group is begun as long as anything is left. */
export function openBatch(size: number, counts: 'items' | 'titles'): Batch {
  const byItems = counts === 'items';
  let spent = 0;
  let reserved = 0;
  return {
    left: () => size - spent - (byItems ? reserved : 0),
    takeRoom: (wanted) => {
      const taken = Math.max(0, Math.min(wanted, size - spent));
      spent += taken;
      return taken;
    },
    begin: (items) => {
      reserved += items;
    },
    end: (items) => {
      reserved -= items;
    },
    closed: (items) => {
      if (byItems) spent += items;
    },
    isUsedUp: () => spent >= size,
  };
}
