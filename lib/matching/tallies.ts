// How often each thing is told in a cluster: its places, acts, figures and the like, most of which are few or none. What is empty is one map for
// all clusters, so that it is soon at hand and takes no memory.

/** How often each key was counted. Never written to but here. */
export type Counted = ReadonlyMap<string, number>;

export const nothing: Counted = new Map();

/** Counts each key once more, in place but where nothing was counted. */
export function countEach(counts: Counted, keys: readonly string[]): Counted {
  if (keys.length === 0) return counts;
  const own = counts === nothing ? new Map<string, number>() : (counts as Map<string, number>);
  for (const key of keys) own.set(key, (own.get(key) ?? 0) + 1);
  return own;
}

/** Both together, in place but where nothing was counted. */
export function summed(into: Counted, from: Counted): Counted {
  if (from.size === 0) return into;
  if (into === nothing) return new Map(from);
  const own = into as Map<string, number>;
  for (const [key, value] of from) own.set(key, (own.get(key) ?? 0) + value);
  return own;
}

/** By language, what a cluster of one headline has: one for all such clusters, so it is never changed. */
const once = new Map<string, Counted>();

/** One headline more of a language: a new map, or the one that all have in common. */
export function withLang(langs: Counted, lang: string): Counted {
  if (langs !== nothing) return new Map(langs).set(lang, (langs.get(lang) ?? 0) + 1);
  const own = once.get(lang) ?? new Map([[lang, 1]]);
  once.set(lang, own);
  return own;
}
