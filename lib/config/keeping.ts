// How long what is stored is kept: the key `keep` of sni.yaml. Defaults keep what a reader needs.
import * as z from 'zod';
import { late } from '../late.js';
import { words } from './measures.js';

const daysPer = { d: 1, y: 365 } as const;
/** A century: what is kept longer is kept for ever. */
const mostDays = 36_500;

/** An age as people write it, "90d", "2y" or "forever"; its value is days, null for ever. */
const age = (leastDays: number) =>
  z
    .string()
    .refine((text) => text === 'forever' || (/^\d{1,5}[dy]$/.test(text) && daysOf(text) >= leastDays && daysOf(text) <= mostDays))
    .transform((text) => (text === 'forever' ? null : daysOf(text)))
    .describe(`an age such as 90d or 2y, ${leastDays}d at least, or forever`);

function daysOf(text: string): number {
  return Number.parseInt(text, 10) * daysPer[text.endsWith('y') ? 'y' : 'd'];
}

/** What a feed may still carry, or a phase still work on, is younger than the least of each. */
export const keepShape = late(() =>
  z.strictObject({
    raw: age(7).prefault('90d'),
    drops: age(7).prefault('30d'),
    titles: age(30).prefault('2y'),
    wordings: age(30).prefault('1y'),
    model_answers: age(1).prefault('30d'),
    runs: age(7).prefault('180d'),
    work: age(7).prefault('90d'),
    archive: words('a folder, relative to this file').optional(),
  }),
);

/** Days, null for ever. */
export type Keep = Omit<z.output<ReturnType<typeof keepShape>>, 'archive'>;
export type KeptKind = keyof Keep;
