// A reading as the column `titles.reading` holds it: what is as usual is left out, and the version of what read it stands beside it. A row
// that was changed by hand into something else counts as not read.
import * as z from 'zod';
import { late } from '../late.js';
import { type Action, actions, modes } from './actions.js';
import { qualifiers } from './figures/figure.js';
import { headlineKinds } from './kind/kinds.js';
import type { Reading } from './whole.js';
import { foci } from './wording/foci.js';

/** What phases use of a reading: all but the language, which is the title's own column. */
type StoredReading = Omit<Reading, 'lang'>;

const place = () => ({ start: z.number(), end: z.number() });
const party = () => z.string().nullable().default(null);
const shape = late(() =>
  z.object({
    kind: z.enum(headlineKinds).default('news'),
    acts: z
      .array(
        z.object({
          source: party(),
          action: z.enum(actions as readonly [Action, ...Action[]]),
          target: party(),
          mode: z.enum(modes).default('done'),
          saidBy: party(),
          ...place(),
        }),
      )
      .default([]),
    figures: z
      .array(
        z.object({
          value: z.number(),
          unit: z.string(),
          what: z.string(),
          qualifier: z.enum(qualifiers).default('exact'),
          upper: z.number().exactOptional(),
          ...place(),
        }),
      )
      .default([]),
    wording: z.object({
      agentNamed: z.boolean().default(false),
      actWord: z.string().nullable().default(null),
      loaded: z.array(z.string()).default([]),
      quotedLoaded: z.array(z.string()).default([]),
      hedged: z.boolean().default(false),
      focus: z.enum(foci).default('plain'),
    }),
    theater: z.string(),
    eventType: z.string(),
  }),
);

/** What is as usual, and is left out. */
const usual = {
  act: { source: null, target: null, mode: 'done', saidBy: null },
  figure: { qualifier: 'exact' },
  wording: { agentNamed: false, actWord: null, hedged: false, focus: 'plain' },
};

/** The value to store, made by the reader of that `version`. */
export function toStore({ kind, acts, figures, wording, theater, eventType }: Reading, version: string): object {
  const told = {
    acts: acts.map((act) => differing(act, usual.act)),
    figures: figures.map((figure) => differing(figure, usual.figure)),
    wording: differing(wording, usual.wording),
    theater,
    eventType,
  };
  return kind === 'news' ? { version, ...told } : { version, kind, ...told };
}

/** Without what is as usual, and without empty lists. */
function differing<Value extends object>(value: Value, usual: Readonly<Record<string, unknown>>): object {
  const kept: Record<string, unknown> = {};
  for (const name in value) {
    const one: unknown = value[name];
    if (one !== usual[name] && !(Array.isArray(one) && one.length === 0)) kept[name] = one;
  }
  return kept;
}

/** The reading that a row holds; null where the title has not been read, or the value is none. */
export function readingOf(stored: unknown): StoredReading | null {
  const read = shape().safeParse(stored);
  return read.success ? read.data : null;
}
