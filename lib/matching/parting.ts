// What is kept of a family that was cut in two: where the cut runs, how alike both parts are, and through which two titles they were one. It
// weighs words by how rare they are in the family itself, so that what all its titles say tells neither for nor against.
import { Cluster } from './cluster.js';
import type { NewsTitle } from './features.js';
import { Frequencies } from './frequencies.js';
import { type Headline, headlineOf } from './headline.js';
import type { GroupingStep } from './steps.js';
import { product, vectorsOf } from './vectors.js';
import { linkBetween } from './why.js';

type Cut = Extract<GroupingStep, { act: 'cut' }>;

const hourMs = 3_600_000;

/** The step by which `later` left `earlier`; each holds one title at least, in order of time. */
export function cutBetween(earlier: readonly NewsTitle[], later: readonly NewsTitle[]): Cut {
  const [first, last] = [earlier[0], earlier.at(-1)];
  const [next, latest] = [later[0], later.at(-1)];
  if (first === undefined || last === undefined || next === undefined || latest === undefined)
    throw new TypeError('A family was cut so that one part holds no title; a cut leaves titles on both sides.');
  const frequencies = new Frequencies();
  const parts = [earlier, later].map((titles) => titles.map((title) => headlineOf(title)));
  for (const headline of parts.flat()) frequencies.note(headline);
  const [one, other] = parts.map((headlines, at) => clusterOf(headlines, at, frequencies)) as [Cluster, Cluster];
  const between = product(one.sum, other.sum) / (one.size * other.size);
  const within = Math.sqrt(one.cohesion * other.cohesion);
  const cut: Cut = {
    act: 'cut',
    between: [last.titleId, next.titleId],
    ...linkBetween(one, other, frequencies),
    score: round(within === 0 ? 0 : between / within),
    features: {
      spanHours: round((latest.at.getTime() - first.at.getTime()) / hourMs),
      silenceHours: round((next.at.getTime() - last.at.getTime()) / hourMs),
      earlierTitles: earlier.length,
      laterTitles: later.length,
      likenessBetween: round(between),
      likenessEarlier: round(one.cohesion),
      likenessLater: round(other.cohesion),
    },
  };
  // Their words need not be remembered any more.
  for (const headline of parts.flat()) frequencies.note(headline, -1);
  return cut;
}

function clusterOf(headlines: readonly Headline[], position: number, frequencies: Frequencies): Cluster {
  const cluster = new Cluster(position, [], '');
  for (const headline of headlines) cluster.add(headline, vectorsOf(headline, frequencies));
  return cluster;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
