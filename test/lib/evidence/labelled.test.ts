// Reads the labelled sentences, says every row that could not be measured, and puts some of each set to the check; labelled.long.ts puts all.
import { expect, test } from 'vitest';
import { refused, sets } from './labelled.js';

test('1,437 truths and 1,395 lies in seven languages, none twice, the titles of a part in no other', () => {
  const all = sets.flatMap(({ rows }) => rows);
  expect([all.filter((row) => row.supported).length, all.filter((row) => !row.supported).length]).toEqual([1437, 1395]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const texts = sets.map(({ rows }) => new Set(rows.flatMap(({ titles }) => titles.map(({ text }) => text))));
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1)) expect([...one].filter((text) => other.has(text))).toEqual([]);
});

test('of every twentieth row most lies are refused, and few truths', () => {
  const some = sets.flatMap(({ rows }) => rows).filter((_, at) => at % 20 === 0);
  expect(refused(some, false)).toBeGreaterThanOrEqual(0.85);
  expect(refused(some, true)).toBeLessThanOrEqual(0.15);
});
