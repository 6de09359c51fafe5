// How sure it is that a headline belongs to a cluster: a logistic regression over what they have in common. Its weights stand in
// weights.json, by the names given here.
import { type Cluster, mostVectors, type Packed, type Vector, type Vectors } from './cluster.js';
import { type Counts, countIn } from './counts.js';
import type { Frequencies } from './frequencies.js';
import type { Headline } from './headline.js';
import { lay, timesLaid } from './laid.js';
import { meanRarity, onlyLang, sameInLanguage } from './same-in-language.js';
import { apart, common, largeness, likenessOfMeaning, logHoursBetween, sizeOfWindow } from './shared.js';
import { product } from './vectors.js';

/** What speaks for or against a join, each about 0 to 1. */
export function joinFeatures(
  headline: Headline,
  { words: vector, packed, peculiar, counts }: Vectors,
  cluster: Cluster,
  scores: { own: number; other: number },
  frequencies: Frequencies,
): Record<string, number> {
  const { own, other } = scores;
  const { logOpen, isSmall, isLonely } = sizeOfWindow(frequencies);
  const size = Math.log(cluster.size) / 5;
  const { nearest, second, third, mean } = likenessOf(packed, cluster.vectors);
  const [actor] = headline.actors;
  const { leader } = cluster;
  const leads = actor !== undefined && leader !== null;
  const clash = leads && actor !== leader && !cluster.actors.has(actor) && !headline.actors.includes(leader) ? 1 : 0;
  const numbers = common(headline.numbers, cluster.numbers);
  const places = common(headline.places, cluster.places);
  const acts = common(headline.acts, cluster.acts);
  const relative = product(packed, cluster.sum) / cluster.size / Math.sqrt(cluster.cohesion);
  const own2 = product(peculiar, cluster.peculiar) / cluster.size / Math.sqrt(cluster.peculiarCohesion || 1);
  const timed = headline.at === null ? 0 : 1;
  const alone = cluster.size === 1 ? 1 : 0;
  const cover = coverOf(vector, cluster, frequencies);
  const meaning = likenessOfMeaning(headline.meanings, cluster.meanings, frequencies);
  const lang = onlyLang(cluster) === headline.lang ? headline.lang : null;
  return {
    bias: 1,
    score: own,
    lead: own - other,
    nearest,
    nearestThree: (nearest + second + third) / 3,
    mean,
    size,
    logOpen,
    isSmall,
    smallScore: isSmall * own,
    actor: leads ? (cluster.actors.get(actor) ?? 0) / cluster.size : 0,
    actorClash: clash,
    number: numbers.same,
    numberClash: numbers.clash,
    place: places.same,
    placeClash: places.clash,
    act: acts.same,
    actClash: acts.clash,
    sinceLast: headline.at === null ? 0 : logHoursBetween(cluster.last, headline.at),
    sinceFirst: headline.at === null ? 0 : logHoursBetween(cluster.first, headline.at),
    founder: product(packed, cluster.founder),
    isNoNews: headline.isNews ? 0 : 1,
    scoreSquared: own * own,
    nearestSquared: nearest * nearest,
    scoreNearest: own * nearest,
    alone,
    aloneScore: alone * own,
    scoreSize: own * size,
    heaviest: cover.heaviest,
    rarest: cover.rarest,
    cover: cover.cover,
    relative,
    relativeSquared: relative * relative,
    relativeSize: relative * size,
    timed,
    large: largeness(cluster.size + 1, timed, isSmall),
    timedScore: timed * own,
    timedNearest: timed * nearest,
    timedRelative: timed * relative,
    timedPeculiar: timed * own2,
    timedSize: timed * size,
    timedOpen: timed * logOpen,
    peculiar: own2,
    peculiarSquared: own2 * own2,
    peculiarSize: own2 * size,
    peculiarMean: product(peculiar, cluster.peculiar) / cluster.size,
    sizeSquared: size * size,
    sinceFirstSize: (headline.at === null ? 0 : logHoursBetween(cluster.first, headline.at)) * size,
    actorClashSize: clash * size,
    placeClashSize: places.clash * size,
    lonely: (1 - timed) * isLonely,
    meaning,
    timedMeaning: timed * meaning,
    smallMeaning: isSmall * meaning,
    meaningNearest: meaning * nearest,
    meaningSize: meaning * size,
    rareWords: sameInLanguage(lang, sideOf(counts, lang), cluster, frequencies, { timed, isSmall }),
    apart: timed * Math.max(leastApart, apart(namedIn(headline), 1, cluster.actors, cluster.size, frequencies.headlines)),
  };
}

function sideOf(words: Counts, lang: string | null): { words: Counts; size: number; said: number } {
  return { words, size: 1, said: lang === null ? 0 : meanRarity(words, 1, lang) };
}

/** That a headline names the same actors as a family speaks for it elsewhere; here it may say only so much. */
const leastApart = -0.2;

function namedIn({ actors }: Headline): Map<string, number> {
  return new Map(actors.map((actor) => [actor, 1]));
}

const likenesses = new Float64Array(mostVectors);

/** How like a headline the latest of a cluster are: the three that are most, of fewer the last again, and the mean. */
function likenessOf(packed: Packed, vectors: readonly Packed[]): { nearest: number; second: number; third: number; mean: number } {
  const count = vectors.length;
  if (count === 1) {
    const only = product(packed, vectors[0] as Packed);
    return { nearest: only, second: only, third: only, mean: only };
  }
  lay(packed);
  for (let at = 0; at < count; at++) likenesses[at] = timesLaid(vectors[at] as Packed);
  const sorted = inOrder(likenesses, count);
  const nearest = sorted[count - 1] ?? 0;
  const second = sorted[count - 2] ?? nearest;
  let sum = 0;
  for (let at = count - 1; at >= 0; at--) sum += sorted[at] as number;
  return { nearest, second, third: count > 2 ? (sorted[count - 3] as number) : second, mean: sum / Math.max(1, count) };
}

/** So few are sorted in place quicker than by a sort that is called. */
const few = 24;

/** The first `count` numbers, the least first. */
function inOrder(numbers: Float64Array, count: number): Float64Array {
  if (count > few) return numbers.subarray(0, count).sort();
  for (let next = 1; next < count; next++) {
    const number = numbers[next] as number;
    let at = next;
    for (; at > 0 && (numbers[at - 1] as number) > number; at--) numbers[at] = numbers[at - 1] as number;
    numbers[at] = number;
  }
  return numbers;
}

/** The heaviest shared word, the rarest word that a third of the cluster holds, and how much of the headline such words cover. */
function coverOf(vector: Vector, cluster: Cluster, frequencies: Frequencies): { heaviest: number; rarest: number; cover: number } {
  const found = { heaviest: 0, rarest: 0, cover: 0 };
  for (const [word, weight] of vector) {
    const share = countIn(cluster.words, word) / cluster.size;
    if (share === 0) continue;
    found.heaviest = Math.max(found.heaviest, weight * weight * share);
    if (share < 0.3) continue;
    found.cover += weight * weight;
    found.rarest = Math.max(found.rarest, frequencies.rarity(word) / 10);
  }
  return found;
}
