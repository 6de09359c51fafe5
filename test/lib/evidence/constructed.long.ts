// All lies and truths made by construction from the labelled truths, by kind. What a kind reaches is its floor.
import { expect, test } from 'vitest';
import { floors, refusedByKind } from './constructed-kinds.js';

test('of each kind of lie as many are refused as its floor says, and of truths at most one in twenty', () => {
  for (const [kind, { n, refused }] of refusedByKind(1)) {
    const floor = floors[kind];
    if (floor === undefined) expect(refused / n, kind).toBeLessThanOrEqual(0.11);
    else expect(refused / n, kind).toBeGreaterThanOrEqual(floor);
  }
}, 900_000);
