// Trains the weights of the three models on rows of several sets. What comes out is the text of weights.json, the same to the byte each time.
import { type Model, matchingModels } from '../decision.js';
import { given } from './given.js';
import { type Example, fittedWeights } from './regression.js';
import type { TrainingRows } from './rows.js';

/**
 * How much all rows of a set count together, whatever their number, and how many times more what is not one happening than what is: where two
 * neighbouring happenings in one family harm more than one in two families.
 */
interface Share {
  weight: number;
  caution: number;
}

/** Real headlines count most; the others teach what those few days do not hold: large windows, many languages, few headlines. */
const shares: Readonly<Record<string, Share>> = {
  'real-days-together': { weight: 7800, caution: 0.75 },
  'real-first-days': { weight: 2600, caution: 0.75 },
  'real-last-day': { weight: 3900, caution: 0.75 },
  'sample-in-order': { weight: 4500, caution: 0.6 },
  'sample-shuffled': { weight: 4500, caution: 0.6 },
  'sample-untimed': { weight: 1200, caution: 0.8 },
  pairs: { weight: 1500, caution: 0.7 },
  'news-2014': { weight: 4000, caution: 1.25 },
  'news-and-lone': { weight: 6000, caution: 1.5 },
};

const ridge = 1.5;
/** From which probability on, and by how many logits more where hardly a headline is open, and for a large family. */
const thresholds: Record<Model, number> = { join: 0.6, merge: 0.5, bridge: 0.5 };
const stricterInSmall: Record<Model, number> = { join: 2, merge: 0.5, bridge: 0.5 };
const stricterInLarge: Record<Model, number> = { join: 1, merge: 2.5, bridge: 2.5 };

/** Throws where the rows of a set were made with other features than those of the others, or nobody said how much it counts. */
export function trainedWeights(sets: ReadonlyMap<string, TrainingRows>): string {
  const weights = Object.fromEntries(matchingModels.map((model) => [model, modelOf(model, sets)]));
  return `${JSON.stringify({ ...weights, thresholds, stricterInSmall, stricterInLarge }, null, 2)}\n`;
}

function modelOf(model: Model, sets: ReadonlyMap<string, TrainingRows>): Record<string, number> {
  const names = [...sets.values()].map(({ features }) => features[model]).find((own) => own.length > 0) ?? [];
  const examples: Example[] = [];
  for (const [name, rows] of sets) {
    const own = rows.features[model];
    if (own.length > 0 && own.join() !== names.join())
      throw new Error(`The rows of "${name}" have other features of "${model}" than those before; make all rows anew with --rows.`);
    const share = shares[name];
    if (share === undefined) throw new Error(`Nobody says how much the rows of "${name}" count; add them to shares in train.ts.`);
    examples.push(...weighed(rows.examples[model], share));
  }
  const found = fittedBySense(examples, names);
  return { ...Object.fromEntries(names.map((name, at) => [name, Math.round((found[at] ?? 0) * 10_000) / 10_000])), ...given[model] };
}

/** What differs never speaks for one happening, and what is the same never against it; a few rows may look as if it did. */
const against = /Clash$|^gap$|^span$|^since/;
const inFavour = /^(?:act|number|place|actor|leader)$/;

/** A feature whose weight would be of the wrong sense is left out, and the others are fitted again. */
function fittedBySense(examples: readonly Example[], names: readonly string[]): number[] {
  const left = new Set<number>();
  for (;;) {
    const kept = left.size === 0 ? examples : examples.map((example) => ({ ...example, features: without(example.features, left) }));
    const found = fittedWeights(kept, names.length, ridge);
    const wrong = names.flatMap((name, at) =>
      (against.test(name) ? (found[at] ?? 0) > 0 : inFavour.test(name) && (found[at] ?? 0) < 0) ? [at] : [],
    );
    if (wrong.length === 0) return found;
    for (const at of wrong) left.add(at);
  }
}

function without(features: readonly number[], left: ReadonlySet<number>): number[] {
  return features.map((value, at) => (left.has(at) ? 0 : value));
}

function weighed(examples: readonly Example[], { weight, caution }: Share): Example[] {
  const cautious = examples.map((example) => ({ ...example, weight: example.weight * (example.same < 0.5 ? caution : 1) }));
  const total = cautious.reduce((sum, example) => sum + example.weight, 0);
  return cautious.map((example) => ({ ...example, weight: (example.weight * weight) / total }));
}
