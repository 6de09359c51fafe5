// The rows that the weights are trained on, as files: what was compared and whether it was one happening, in numbers only, so that no
// headline is in them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Model, matchingModels } from '../decision.js';
import type { Example } from './regression.js';

/** Of one set of labelled headlines: the names of each model's features, in the order in which its examples have them. */
export interface TrainingRows {
  features: Record<Model, string[]>;
  examples: Record<Model, Example[]>;
}

/** Numbers are stored whole, so many to one. */
const steps = { feature: 250, same: 1000, weight: 100 };

/** Writes the rows of a set to NAME.tsv.gz: a line of names a model, then a line an example. */
export function writeRows(folder: string, name: string, { features, examples }: TrainingRows): void {
  const lines = matchingModels.flatMap((model) => [
    [model, ...features[model]].join('\t'),
    ...examples[model].map(({ same, weight, features: values }) =>
      [
        Math.round(same * steps.same),
        Math.max(1, Math.round(weight * steps.weight)),
        ...values.map((value) => Math.round(value * steps.feature) || ''),
      ].join('\t'),
    ),
  ]);
  writeFileSync(join(folder, `${name}.tsv.gz`), gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
}

/** Rows of one set that were made twice, with other weights. Throws where the features are not the same. */
export function joined(one: TrainingRows, other: TrainingRows): TrainingRows {
  for (const model of matchingModels)
    if (one.features[model].join() !== other.features[model].join())
      throw new Error(`The rows there are have other features of "${model}" than those made now; make them anew without --add.`);
  const examples = matchingModels.map((model) => [model, [...one.examples[model], ...other.examples[model]]]);
  return { features: one.features, examples: Object.fromEntries(examples) as TrainingRows['examples'] };
}

/** The rows of all sets in a folder, by name, in order of name. */
export function readRows(folder: string): Map<string, TrainingRows> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.tsv.gz'));
  return new Map(
    files.sort().map((file) => [file.slice(0, -'.tsv.gz'.length), parse(gunzipSync(readFileSync(join(folder, file))).toString())]),
  );
}

function parse(text: string): TrainingRows {
  const rows: TrainingRows = { features: { join: [], merge: [], bridge: [] }, examples: { join: [], merge: [], bridge: [] } };
  let model: Model = 'join';
  for (const line of text.trimEnd().split('\n')) {
    const [first = '', ...rest] = line.split('\t');
    const named = matchingModels.find((name) => name === first);
    if (named !== undefined) {
      model = named;
      rows.features[model] = rest;
      continue;
    }
    const [weight, ...values] = rest.map(Number);
    const features = values.map((value) => value / steps.feature);
    rows.examples[model].push({ same: Number(first) / steps.same, weight: (weight ?? 0) / steps.weight, features });
  }
  return rows;
}
