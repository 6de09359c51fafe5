// The shape of what an operator adds to or removes from the gate's vocabulary. What ids, kinds, languages and terms are allowed the
// gate says itself, in the sentences it has for its files.
import * as z from 'zod';
import { late } from '../late.js';

const word = (what: string) => z.string().trim().min(1).max(200).describe(what);
const sort = late(() => z.enum(['actors', 'mechanisms', 'contexts']).describe('actors, mechanisms or contexts'));
const lang = late(() => word('a language of the gate (en, de, es, fr, ru, zh, ar) or * for all').default('*'));

/** Terms that are numbers in YAML are meant as they are written. */
const term = late(() => z.union([z.string().trim().min(1).max(500), z.number().transform(String)]));

const added = late(() =>
  z.strictObject({
    sort: sort(),
    id: word('an id: RU or @foreign-minister of an actor, peace-process of an action or a context'),
    kind: word('for actors: state, office, person, organisation, movement or company').optional(),
    name: word('for actors: the English name, where the id is new').optional(),
    tier: z
      .union([z.literal(1), z.literal(2)])
      .describe('for mechanisms: 1 (hard power and order) or 2 (power politics and economy)')
      .optional(),
    lang: lang(),
    terms: z
      .union([term().transform((text) => [text]), z.array(term()).min(1).max(10_000)])
      .describe('a list of terms, written as in lib/vocabulary/terms: marks ~ = _ before a term, * after a stem'),
  }),
);

const removed = late(() =>
  z.strictObject({
    sort: sort(),
    lang: lang(),
    term: term().describe('a term as its file writes it, with its marks'),
  }),
);

/** The key `vocabulary`; left out, the gate has the words of its files. */
export const vocabularyShape = late(() =>
  z.strictObject({
    add: z.array(added()).max(10_000).describe('a list of entries, each with sort, id, lang and terms').default([]),
    remove: z.array(removed()).max(10_000).describe('a list of entries, each with sort, lang and term').default([]),
  }),
);

/** Additions and removals, in the order of the file. */
export type VocabularySettings = z.output<ReturnType<typeof vocabularyShape>>;
