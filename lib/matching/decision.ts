// The trained weights, and what they decide: whether what speaks for two sides being one happening is enough.

export const matchingModels = ['join', 'merge', 'bridge'] as const;
export type Model = (typeof matchingModels)[number];
type EachModel = Readonly<Record<Model, number>>;
type Named = Readonly<Record<string, number>>;

/** Weights by feature; from which probability on; and by how many logits more where hardly a headline is open, and for a large family. */
export type MatchingWeights = Readonly<Record<Model, Named>> &
  Readonly<Record<'thresholds' | 'stricterInSmall' | 'stricterInLarge', EachModel>>;

/**
 * How far what speaks for it exceeds what is asked, in logits: positive is yes. In a small window more is asked, for little is known there of
 * what is rare. Throws where a feature has no weight: file and code are of different releases.
 */
export function surplus(model: Model, features: Readonly<Record<string, number>>, weights: MatchingWeights): number {
  return logits(model, features, weights) - askedLogits(model, features, weights);
}

/** How sure a model is, and how sure it had to be: probabilities; and the features that weighed most, in logits, the heaviest first. */
export interface ModelVerdict {
  score: number;
  asked: number;
  spoke: [feature: string, logits: number][];
}

const mostNamed = 5;

/** What `surplus` decided, for who wants to know why. */
export function verdict(model: Model, features: Readonly<Record<string, number>>, weights: MatchingWeights): ModelVerdict {
  const spoke = Object.entries(features)
    .filter(([name]) => name !== 'bias')
    .map(([name, value]): [string, number] => [name, round(value * (weights[model][name] ?? 0))])
    .sort(([a, by], [b, than]) => Math.abs(than) - Math.abs(by) || (a < b ? -1 : 1));
  return {
    score: round(probability(logits(model, features, weights))),
    asked: round(probability(askedLogits(model, features, weights))),
    spoke: spoke.slice(0, mostNamed),
  };
}

function logits(model: Model, features: Readonly<Record<string, number>>, weights: MatchingWeights): number {
  const { names, values } = rowOf(model, weights);
  let sum = 0;
  let at = 0;
  for (const name in features) {
    if (names[at] !== name) {
      names[at] = name;
      values[at] = weightOf(name, model, weights);
    }
    sum += (values[at++] as number) * (features[name] as number);
  }
  return sum;
}

/** The weights of a model in the order in which features were given last, which is always the same: a name is looked up once. */
interface Row {
  names: string[];
  values: number[];
}

const rows = new WeakMap<MatchingWeights, Record<Model, Row>>();

function rowOf(model: Model, weights: MatchingWeights): Row {
  let own = rows.get(weights);
  if (own === undefined) {
    const empty = (): Row => ({ names: [], values: [] });
    own = { join: empty(), merge: empty(), bridge: empty() };
    rows.set(weights, own);
  }
  return own[model];
}

function weightOf(name: string, model: Model, weights: MatchingWeights): number {
  const weight = weights[model][name];
  if (weight === undefined) throw new TypeError(`The weights of "${model}" have none for ${name}; take weights.json of this release.`);
  return weight;
}

function askedLogits(model: Model, features: Readonly<Record<string, number>>, weights: MatchingWeights): number {
  const threshold = weights.thresholds[model];
  const { isSmall = 0, large = 0 } = features;
  return Math.log(threshold / (1 - threshold)) + weights.stricterInSmall[model] * isSmall + weights.stricterInLarge[model] * large;
}

function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
