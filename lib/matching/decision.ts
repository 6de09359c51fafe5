// The trained weights, and what they decide: whether what speaks for two sides being one happening is enough.

type Model = 'join' | 'merge' | 'bridge';
type EachModel = Readonly<Record<Model, number>>;
type Named = Readonly<Record<string, number>>;

/** Weights by feature; from which probability on; and by how many logits more where hardly a headline is open. */
export type Weights = Readonly<Record<Model, Named>> & { readonly thresholds: EachModel; readonly stricterInSmall: EachModel };

/**
 * How far what speaks for it exceeds what is asked, in logits: positive is yes. In a small window more is asked, for little is known there of
 * what is rare. Throws where a feature has no weight: file and code are of different releases.
 */
export function surplus(model: Model, features: Readonly<Record<string, number>>, weights: Weights): number {
  const own = weights[model];
  let sum = 0;
  for (const name in features) {
    const weight = own[name];
    if (weight === undefined) throw new TypeError(`The weights of "${model}" have none for ${name}; take weights.json of this release.`);
    sum += weight * (features[name] ?? 0);
  }
  const threshold = weights.thresholds[model];
  return sum - Math.log(threshold / (1 - threshold)) - weights.stricterInSmall[model] * (features['isSmall'] ?? 0);
}
