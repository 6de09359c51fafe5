import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../../lib/config.js';
import { given } from '../../../../lib/matching/training/given.js';
import { fittedWeights } from '../../../../lib/matching/training/regression.js';
import { joined, readRows, type TrainingRows, writeRows } from '../../../../lib/matching/training/rows.js';
import { witnessRows } from '../../../../lib/matching/training/witness.js';
import weights from '../../../../lib/matching/weights.json' with { type: 'json' };
import { makeFolder } from '../../../support/folder.js';
import { meanings } from '../../../support/meanings.js';
import { title } from '../titles.js';

const folder = join(projectRoot, 'lib/matching/training/rows');

test('rows hold numbers and names of features, no word of a headline', () => {
  const learned = (model: 'join' | 'merge') => Object.keys(weights[model]).filter((name) => !(name in given[model]));
  for (const { features } of readRows(folder).values())
    for (const [model, names] of Object.entries(features)) {
      if (model === 'join') expect(names.sort()).toEqual(learned(model).sort());
      if (model === 'merge' && names.length > 0) expect(names.sort()).toEqual(learned(model).sort());
    }
});

test('what is set by hand is in no row, and is in the weights as it was set', () => {
  for (const [model, set] of Object.entries(given)) expect(weights[model as 'join' | 'merge' | 'bridge']).toMatchObject(set);
  const labelled = ['Brücke in Bergen nach Sturm gesperrt', 'Bergen feiert den Namenstag der Fischer', 'Sturm über Lyon'].map((text) => ({
    title: title(text, '|', { lang: 'de' }),
    story: 'a',
  }));
  const { features } = witnessRows(labelled, { weights, meaningsOf: meanings, timed: false, claim: 2, most: 100 });
  expect(features.merge.length).toBeGreaterThan(0);
  expect(features.merge).not.toContain('abroad');
});

test('a regression finds what the examples follow, and leaves a feature that says nothing at none', () => {
  const examples = [0, 1, 2, 3].flatMap((x) => [0, 1].map((noise) => ({ features: [1, x, noise], same: x > 1 ? 0.9 : 0.1, weight: 1 })));
  const [bias = 0, slope = 0, noise = 1] = fittedWeights(examples, 3, 0.01);
  expect(slope).toBeGreaterThan(1);
  expect(bias).toBeLessThan(-1);
  expect(Math.abs(noise)).toBeLessThan(0.1);
});

test('rows of labelled headlines are read as they were written, each comparison with how true it is', () => {
  const told = [
    ['Harbour bridge of Bergen closed after storm', 'a'],
    ['Storm closes harbour bridge of Bergen', 'a'],
    ['Bakers of Lyon win the prize for the best bread', 'b'],
    ['Harbour bridge of Bergen opens again after the storm', 'a'],
  ];
  const labelled = told.map(([text = '', story = '']) => ({ title: title(text), story }));
  const rows = witnessRows(labelled, { weights, meaningsOf: meanings, timed: false, claim: 4, most: 100 });
  expect(rows.examples.join.length + rows.examples.merge.length).toBeGreaterThan(0);
  expect(rows.examples.join.map(({ same }) => same)).toContain(1);
  const scratch = makeFolder('rows');
  writeRows(scratch, 'some', rows);
  const read = readRows(scratch).get('some');
  expect(read?.features).toEqual(rows.features);
  expect(read?.examples.join.map(({ same }) => same)).toEqual(rows.examples.join.map(({ same }) => same));
  read?.examples.join.forEach((example, at) => {
    example.features.forEach((value, feature) => {
      expect(value).toBeCloseTo(rows.examples.join[at]?.features[feature] ?? Number.NaN, 2);
    });
  });
});

test('rows that were made twice stand one behind the other, those of other features are refused', () => {
  const rows = (features: string[], same: number): TrainingRows => ({
    features: { join: features, merge: [], bridge: [] },
    examples: { join: [{ features: features.map(() => 1), same, weight: 1 }], merge: [], bridge: [] },
  });
  expect(joined(rows(['a', 'b'], 0), rows(['a', 'b'], 1)).examples.join.map(({ same }) => same)).toEqual([0, 1]);
  expect(() => joined(rows(['a', 'b'], 0), rows(['b', 'a'], 1))).toThrow('other features of "join"');
});
