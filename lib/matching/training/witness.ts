// Rows of labelled headlines: puts them into families with the weights there are, and notes of each comparison what was compared and
// whether it was one happening.
import { type MatchingWeights, type Model, matchingModels } from '../decision.js';
import type { NewsTitle } from '../features.js';
import type { Headline } from '../headline.js';
import { Matcher } from '../matcher.js';
import type { MeaningsOf } from '../meanings.js';
import { given } from './given.js';
import type { Example } from './regression.js';
import type { TrainingRows } from './rows.js';

interface Labelled {
  title: NewsTitle;
  story: string;
}

interface Options {
  weights: MatchingWeights;
  meaningsOf: MeaningsOf;
  /** False: nothing has a time. */
  timed: boolean;
  /** Headlines that are placed together. */
  claim: number;
  /** Rows that are kept of each model, about; of what is decided wrongly more than of what is plain. */
  most: number;
}

/** An example, and how far the weights there are were from its truth, 0 to 1. */
type Seen = Example & { surprise: number };

/** A pair of large clusters is many decisions in one, but not as many as it has headlines. */
const sizePower = 0.7;
/** What is plain is looked at too: as if it were so far from its truth. */
const leastSurprise = 0.02;

/** Headlines are taken in the order given. A feature that has no weight yet counts for nothing. */
export function witnessRows(labelled: readonly Labelled[], { weights, meaningsOf, timed, claim, most }: Options): TrainingRows {
  const storyOf = new Map(labelled.map(({ title, story }) => [title.titleId, story]));
  const features: TrainingRows['features'] = { join: [], merge: [], bridge: [] };
  const seen: Record<Model, Seen[]> = { join: [], merge: [], bridge: [] };
  const known = { ...weights, join: { ...weights.join }, merge: { ...weights.merge }, bridge: { ...weights.bridge } };
  const witness = (model: Model, found: Record<string, number>, one: Headline[], other: Headline[]): void => {
    if (features[model].length === 0) features[model] = Object.keys(found).filter((name) => given[model][name] === undefined);
    for (const name in found) known[model][name] ??= 0;
    const same = samenessOf(one, other, storyOf);
    const values = features[model].map((name) => found[name] ?? 0);
    const logit = Object.entries(found).reduce((sum, [name, value]) => sum + (known[model][name] ?? 0) * value, 0);
    const surprise = Math.abs(same - 1 / (1 + Math.exp(-logit))) + leastSurprise;
    seen[model].push({ features: values, same, weight: Math.min(one.length, other.length) ** sizePower, surprise });
  };
  const matcher = new Matcher({ weights: known, meaningsOf, timed, witness });
  for (let from = 0; from < labelled.length; from += claim) matcher.place(labelled.slice(from, from + claim).map(({ title }) => title));
  const examples = Object.fromEntries(matchingModels.map((model) => [model, sampled(seen[model], most)])) as TrainingRows['examples'];
  return { features, examples };
}

/** The share of pairs, one headline of each side, that are of one story. */
function samenessOf(ones: readonly Headline[], others: readonly Headline[], storyOf: ReadonlyMap<string, string>): number {
  const counts = new Map<string | undefined, number>();
  for (const { title } of ones) counts.set(storyOf.get(title.titleId), (counts.get(storyOf.get(title.titleId)) ?? 0) + 1);
  let same = 0;
  for (const { title } of others) same += counts.get(storyOf.get(title.titleId)) ?? 0;
  return same / (ones.length * others.length);
}

/** About `most` of them, the surprising ones first of all; each weighs more by as much as it was unlikely to be kept. */
function sampled(seen: readonly Seen[], most: number): Example[] {
  const rate = most / seen.reduce((sum, { surprise }) => sum + surprise, 0);
  let debt = 0;
  return seen.flatMap(({ features, same, weight, surprise }) => {
    const share = Math.min(1, surprise * rate);
    debt += share;
    if (debt < 1) return [];
    debt -= 1;
    return [{ features, same, weight: weight / share }];
  });
}
