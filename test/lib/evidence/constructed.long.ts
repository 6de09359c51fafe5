// All lies and truths made by construction from the labelled truths, by kind. What a kind reaches is its floor.
import { expect, test } from 'vitest';
import { floors, refusedByKind } from './constructed-kinds.js';

/** Which share of the truths of a kind may be refused. */
const mostTruths = 0.11;

test('of each kind of lie as many are refused as its floor says, and of each kind of truth few', () => {
  const missed = [...refusedByKind(1)].flatMap(([kind, { n, refused }]) => {
    const floor = floors[kind];
    const isKept = floor === undefined ? refused / n <= mostTruths : refused / n >= floor;
    return isKept ? [] : [`${kind}: ${refused} of ${n}`];
  });
  expect(missed).toEqual([]);
}, 900_000);
