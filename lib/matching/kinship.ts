// How much the words of a cluster have in common with those of another, as near as it takes to leave out the hopeless: lengths are kept while
// a cluster stays as it is and the window about as large.
import type { Cluster, Vector } from './cluster.js';
import type { Frequencies } from './frequencies.js';

interface Length {
  version: number;
  headlines: number;
  value: number;
}

/** Rarities are taken to be what they were while the number of open headlines has not changed by more. */
const drift = 0.05;

const lengths = new WeakMap<Cluster, Length>();

/** The cosine of a cluster's vector with another cluster, whose own vector is not needed for it. */
export function kinship(vector: Vector, other: Cluster, frequencies: Frequencies): number {
  const length = lengthOf(other, frequencies);
  if (length === 0) return 0;
  let sum = 0;
  const add = (word: number, weight: number | undefined, count: number | undefined): void => {
    if (weight !== undefined && count !== undefined)
      sum += weight * (count === 1 ? 1 : count ** 0.75) * Math.sqrt(frequencies.rarity(word));
  };
  if (other.words.size < vector.size) for (const [word, count] of other.words) add(word, vector.get(word), count);
  else for (const [word, weight] of vector) add(word, weight, other.words.get(word));
  return sum / length;
}

function lengthOf(cluster: Cluster, frequencies: Frequencies): number {
  const { headlines } = frequencies;
  const known = lengths.get(cluster);
  if (known?.version === cluster.version && Math.abs(known.headlines - headlines) <= drift * headlines) return known.value;
  let squares = 0;
  for (const [word, count] of cluster.words) squares += count ** 1.5 * frequencies.rarity(word);
  const value = Math.sqrt(squares);
  lengths.set(cluster, { version: cluster.version, headlines, value });
  return value;
}
