// Whether a family holds together by what most of its headlines name and by nothing else: whoever is in the news every day gathers headlines
// that have only him in common. Such a family takes in no more on its own; somebody who is asked may still say that it does.
import type { Cluster } from './cluster.js';
import { seek } from './counts.js';
import type { Frequencies } from './frequencies.js';

/** Of fewer headlines it does not show. */
const fewest = 8;
/**
 * Least likeness of two headlines of a language without what most of the family name. Among 10,000 headlines, two in five of them lone, nine of
 * the twelve families below it were made of lone ones, and none was of one story.
 */
const leastLikeness = 0.025;
/**
 * The same where no time and no English tells: there two are merged for less (`abroad` in training/given.ts), and a few such merges on end make one
 * family of strangers. Of an undated Russian set nine of eleven families of eight and more lay below .06, all of strangers; true ones of seven languages
 * lie above .08.
 */
const leastLikenessAbroad = 0.08;
/** Where what most name is nearly all that is said, the headlines repeat each other. */
const leastRest = 0.3;
/** Where so many headlines a family are usual, stories are large, and as broad as this. */
const usualInLarge = 8;

/** False for a small family, and where families are large anyway. Kept with the cluster until it changes. */
export function isHollow(cluster: Cluster, { perFamily }: Frequencies): boolean {
  if (cluster.size < fewest || perFamily >= usualInLarge) return false;
  if (cluster.hollow?.version !== cluster.version) cluster.hollow = { version: cluster.version, value: lacksMore(cluster) };
  return cluster.hollow.value;
}

/** Of what is in more than half of the headlines each of those is taken to hold as much. */
function lacksMore({ sum, words, size, langs, first }: Cluster): boolean {
  let [core, rest] = [0, 0];
  const count = sum.length / 2;
  for (let at = 0, there = 0; at < count; at++) {
    there = seek(words, sum[at] as number, there);
    const headlines = words[there + 1] as number;
    const square = (sum[count + at] as number) ** 2;
    if (2 * headlines > size) core += square / headlines;
    else rest += square;
  }
  const share = 1 - core / size;
  let pairs = -size;
  for (const headlines of langs.values()) pairs += headlines ** 2;
  const least = Number.isFinite(first) || langs.has('en') ? leastLikeness : leastLikenessAbroad;
  return share >= leastRest && pairs > 0 && (rest - size * share) / (pairs * share) < least;
}
