// Holds the evidence check to what it must refuse and let pass of the labelled sentences.
import { expect, test } from 'vitest';
import { refused, sets } from './labelled.js';

/** What the check reaches on each: where unseen lies and truths would both pass it gives way to truths, so that a few lies more pass of the news. */
const reached: Readonly<Record<string, { lies: number; truths: number }>> = {
  'evidence-news': { lies: 0.87, truths: 0.06 },
  'evidence-rounds': { lies: 0.97, truths: 0.04 },
  'evidence-merged': { lies: 0.88, truths: 0.1 },
  'evidence-fresh-last': { lies: 0.9, truths: 0.13 },
  'evidence-free': { lies: 0.88, truths: 0.13 },
  'evidence-summary': { lies: 0.88, truths: 0.09 },
  'evidence-hand-dev': { lies: 0.85, truths: 0.08 },
  'evidence-fresh-held': { lies: 0.9, truths: 0.1 },
  // Unseen by whoever writes the check: what it reaches, not what it should (0.85 and 0.1).
  'evidence-hand-held': { lies: 0.79, truths: 0.21 },
  'evidence-summary-held': { lies: 0.8, truths: 0.3 },
};

test.each(sets)('of $name most lies are refused, 90 % if nothing else is said, and few truths', ({ name, rows }) => {
  const { lies, truths } = reached[name] ?? { lies: 0.9, truths: 0.1 };
  expect(refused(rows, false)).toBeGreaterThanOrEqual(lies);
  expect(refused(rows, true)).toBeLessThanOrEqual(truths);
});
