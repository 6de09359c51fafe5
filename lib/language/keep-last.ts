// Titles come language by language: what a reader needs for one is looked up for the first of them, and is at hand for the next.

/** `find`, which is not asked again for the same language until it has been asked for another. */
export function keepLast<Found>(find: (lang: string) => Found): (lang: string) => Found {
  let last: { lang: string; found: Found } | null = null;
  return (lang) => {
    if (last?.lang !== lang) last = { lang, found: find(lang) };
    return last.found;
  };
}
