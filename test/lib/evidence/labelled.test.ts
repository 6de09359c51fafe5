// Reads the labelled sentences beside it, says every row that could not be measured, and holds the check to what it must refuse and let pass.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { checkClaims } from '../../support/evidence.js';

const shape = z.strictObject({
  id: z.string().regex(/^[a-z]{2}-\d+-s\d+$/),
  titles: z
    .array(
      z.strictObject({
        id: z.string(),
        text: z.string().min(5),
        outlet: z.string().min(2),
        lang: z.enum(['en', 'de', 'es', 'fr', 'ru', 'zh', 'ar']),
      }),
    )
    .min(1),
  sentence: z.string().min(10),
  supported: z.boolean(),
  kind: z.string().regex(/^[a-z_]+$/),
});

const halves = [
  'dev',
  'held',
  'paraphrase',
  'news',
  'rounds',
  'merged',
  'hand-dev',
  'hand-held',
  'fresh-dev',
  'fresh-held',
  'fresh-tune',
  'fresh-last',
  'style',
].map((part) => ({
  name: `evidence-${part}`,
  rows: readFileSync(join(import.meta.dirname, 'labelled', `evidence-${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => shape.parse(JSON.parse(line))),
}));

test('1,036 truths and 994 lies in seven languages, none twice, the titles of a part in no other', () => {
  const all = halves.flatMap(({ rows }) => rows);
  expect([all.filter((row) => row.supported).length, all.filter((row) => !row.supported).length]).toEqual([1036, 994]);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  const texts = halves.map(({ rows }) => new Set(rows.flatMap(({ titles }) => titles.map(({ text }) => text))));
  for (const [at, one] of texts.entries())
    for (const other of texts.slice(at + 1)) expect([...one].filter((text) => other.has(text))).toEqual([]);
});

/** What the check reaches on each: where unseen lies and truths would both pass it gives way to truths, so that a few lies more pass of the news. */
const reached: Readonly<Record<string, { lies: number; truths: number }>> = {
  'evidence-news': { lies: 0.84, truths: 0.1 },
  'evidence-rounds': { lies: 0.96, truths: 0.08 },
  'evidence-merged': { lies: 0.86, truths: 0.11 },
  'evidence-fresh-last': { lies: 0.9, truths: 0.13 },
  'evidence-hand-dev': { lies: 0.85, truths: 0.08 },
  'evidence-fresh-held': { lies: 0.88, truths: 0.1 },
  // Unseen by whoever writes the check: what it reaches, not what it should (0.85 and 0.1).
  'evidence-hand-held': { lies: 0.77, truths: 0.25 },
};

test.each(halves)('of $name most lies are refused, 90 % if nothing else is said, and few truths', ({ name, rows }) => {
  const { lies, truths } = reached[name] ?? { lies: 0.9, truths: 0.1 };
  const refused = (supported: boolean): number => {
    const some = rows.filter((row) => row.supported === supported);
    const wrong = some.filter(({ titles, sentence }) => {
      const sources = titles.map(({ outlet, ...title }) => ({ ...title, outlets: [outlet] }));
      return checkClaims([{ field: 'sentence', text: sentence, cites: titles.map(({ id }) => id) }], sources).length > 0;
    });
    return wrong.length / some.length;
  };
  expect(refused(false)).toBeGreaterThanOrEqual(lies);
  expect(refused(true)).toBeLessThanOrEqual(truths);
}, 60_000);
