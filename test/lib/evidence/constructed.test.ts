// Holds the evidence check to what it refuses of lies made by construction from the labelled truths, kind by kind; constructed.long.ts puts all.
import { expect, test } from 'vitest';
import { floors, refusedByKind } from './constructed-kinds.js';

test('of every twelfth labelled truth turned in one step, nearly as many lies are refused by kind as of all, and few truths', () => {
  const kinds = refusedByKind(12);
  const [lies, truths] = [true, false].map((isLie) => [...kinds].filter(([kind]) => kind in floors === isLie).map(([, counts]) => counts));
  const share = (all: readonly { n: number; refused: number }[] = []): number =>
    all.reduce((sum, { refused }) => sum + refused, 0) / all.reduce((sum, { n }) => sum + n, 0);
  expect(share(lies)).toBeGreaterThanOrEqual(0.82);
  expect(share(truths)).toBeLessThanOrEqual(0.06);
});
