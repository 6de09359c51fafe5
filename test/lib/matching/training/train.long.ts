// The training of the weights over all rows: the same rows give the same file.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '../../../../lib/config.js';
import { readRows } from '../../../../lib/matching/training/rows.js';
import { trainedWeights } from '../../../../lib/matching/training/train.js';

test('the weights in use are those that the rows give, to the byte', () => {
  const rows = readRows(join(projectRoot, 'lib/matching/training/rows'));
  expect(trainedWeights(rows)).toBe(readFileSync(join(projectRoot, 'lib/matching/weights.json'), 'utf8'));
});
