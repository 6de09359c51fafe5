// Pairs of clusters that are sure enough to be one, taken surest first.
import type { Cluster } from './cluster.js';
import type { Model } from './decision.js';

export interface Pair {
  one: Cluster;
  other: Cluster;
  surplus: number;
  /** Sure enough, but the two hardly hold together in their words: only where stories are large are they one. */
  isLoose: boolean;
  /** What decided, and by what. */
  model: Model;
  features: Readonly<Record<string, number>>;
  /** Of the clusters when they were compared: later ones were not. */
  versions: readonly [number, number];
}

/** Removes and returns the pair with the largest surplus, of equals the one whose clusters come first. */
export function takeSurest(pairs: Pair[]): Pair | undefined {
  let best = -1;
  pairs.forEach((pair, at) => {
    const than = pairs[best];
    if (than === undefined || isSurer(pair, than)) best = at;
  });
  return best < 0 ? undefined : pairs.splice(best, 1)[0];
}

/** Ties go to the clusters that come first. */
export function isSurer(pair: Pair, than: Pair): boolean {
  if (pair.surplus !== than.surplus) return pair.surplus > than.surplus;
  return pair.one === than.one ? pair.other.isBefore(than.other) : pair.one.isBefore(than.one);
}
