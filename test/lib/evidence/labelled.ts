// The labelled sentences of the evidence check, as the files beside this one hold them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Every set with its rows; a row that has not the shape throws. */
export const sets = [
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
  'free',
  'summary',
  'summary-held',
].map((part) => ({
  name: `evidence-${part}`,
  rows: readFileSync(join(import.meta.dirname, 'labelled', `evidence-${part}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map((line) => shape.parse(JSON.parse(line))),
}));

type Row = (typeof sets)[number]['rows'][number];

/** Which share of the truths, or of the lies, the check refuses. */
export function refused(rows: readonly Row[], supported: boolean): number {
  const some = rows.filter((row) => row.supported === supported);
  const wrong = some.filter(({ titles, sentence }) => {
    const sources = titles.map(({ outlet, ...title }) => ({ ...title, outlets: [outlet] }));
    return checkClaims([{ field: 'sentence', text: sentence, cites: titles.map(({ id }) => id) }], sources).length > 0;
  });
  return wrong.length / some.length;
}
