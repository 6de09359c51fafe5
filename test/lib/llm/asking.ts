// A small question with two sources, as the tests of `ask` put it.
import * as z from 'zod';
import type { Prompt } from '../../../lib/llm/prompt.js';

export interface Facts {
  facts: { text: string; cites: string[] }[];
}

export const shape = z.object({ facts: z.array(z.object({ text: z.string(), cites: z.array(z.string()) })) });
const sources = [
  { id: '1', text: 'Russia strikes Odesa, 12 killed' },
  { id: '2', text: 'Kyiv: ‘We will rebuild’' },
];

/** A question whose offline answer is `raw`, whatever that is. */
export function asking(raw: unknown, changes: Partial<Prompt<Facts>> = {}): Prompt<Facts> {
  return {
    task: 'test',
    version: '1',
    role: 'test',
    system: 'State facts.',
    user: 'Headlines: ...',
    shape,
    sources,
    claims: ({ facts }) => facts.map(({ text, cites }, index) => ({ field: `facts.${index}`, text, cites })),
    without: ({ facts }, problems) => ({ facts: facts.filter((_, index) => !problems.some(({ field }) => field === `facts.${index}`)) }),
    offline: () => raw as Facts,
    ...changes,
  };
}

export const standing = { text: 'In Odesa 12 died', cites: ['1'] };
