// The measures settings are written in, each with what it allows in words: the words go into error sentences.
import { z } from 'zod';

const secondsPer = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A span of time as people write it, "90s", "25m", "3h"; its value is seconds. */
export const span = () =>
  z
    .string()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/)
    .transform((text) => Number.parseFloat(text) * secondsPer[text.replace(/[\d.]/g, '') as keyof typeof secondsPer])
    .describe('a span of time such as 90s, 25m, 3h or 2d');

export const count = (from: number, to: number) =>
  z
    .number()
    .int()
    .min(from)
    .max(to)
    .describe(`a whole number from ${from.toLocaleString('en')} to ${to.toLocaleString('en')}`);

export const words = (what: string) => z.string().trim().min(1).max(500).describe(what);
