// A memo that does not grow without end.
/**
 * Remembers what `make` makes of a key, at most `most` keys: a new one more and all are forgotten first. For what is asked for again and
 * again and costs more to make than to find. What throws is not remembered.
 */
export function remembered<T extends NonNullable<unknown>>(most: number, make: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(key);
    if (known.size >= most) known.clear();
    known.set(key, made);
    return made;
  };
}
