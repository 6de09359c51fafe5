// The shape of sni.yaml: every key with what it allows in words, its default and its unit. The words go into error sentences.
import * as z from 'zod';
import { late } from '../late.js';
import { keepShape } from './keeping.js';
import { eventTypeShape, theaterShape } from './lists.js';
import { count, span, timeZoneShape, words } from './measures.js';
import { modelsShape } from './models.js';
import { notifyShape } from './notify.js';
import { eachOf, phaseNames } from './phases.js';
import { familiesShape, phaseShape } from './run-settings.js';
import { source } from './sources.js';
import { stagesShape } from './stages.js';
import { vocabularyShape } from './vocabulary.js';

export type { Source } from './sources.js';

/** Where the brief goes by mail; how it gets there is SMTP_URL. */
const briefShape = late(() =>
  z.strictObject({
    mail: z
      .strictObject({
        from: z.email().max(300).describe('a mail address such as sni@example.org'),
        to: z.array(z.email().max(300).describe('a mail address such as anna@example.org')).min(1).max(200),
      })
      .optional(),
  }),
);

/** How P1 treats the hosts it asks. */
const fetching = late(() =>
  z
    .strictObject({
      at_once: count(1, 256).default(16),
      per_host: count(1, 64).default(2),
      host_spacing: span().default(0.5),
      deadline: span(0.1).default(20),
      allowPrivate: z.boolean().describe('true or false: whether any source may stand in a private network').default(false),
    })
    .prefault({}),
);
export type Fetching = z.output<ReturnType<typeof fetching>>;

/** The whole of sni.yaml, each key with its default; a key that is not here is refused. */
export const settings = late(() =>
  z.strictObject({
    database: z
      .string()
      .regex(/^[a-z][a-z0-9_]{0,62}$/)
      .describe('the name of the embedded database: small letters, digits and underscores')
      .default('sni'),
    checkpoints: words('a folder, relative to this file').optional(),
    connections: count(1, 64).default(8),
    timezone: timeZoneShape('a time zone such as Europe/Berlin, or UTC').default('UTC'),
    silence: span(1).default(60),
    ingest_every: span().default(3600),
    fetch: fetching(),
    phases: z
      .strictObject({ ...eachOf(phaseNames, () => phaseShape()), enrich: familiesShape(), narrate: familiesShape() })
      .partial()
      .default({}),
    stages: stagesShape(),
    theaters: z
      .record(
        z
          .string()
          .regex(/^[A-Z][A-Z0-9_]{0,99}$/)
          .describe("a theater's id in capitals, such as SOUTH_ASIA"),
        theaterShape(),
      )
      .default({}),
    event_types: z.record(words("an event type's name"), eventTypeShape()).default({}),
    vocabulary: vocabularyShape().prefault({}),
    models: modelsShape().prefault({}),
    brief: briefShape().prefault({}),
    notify: notifyShape().prefault({}),
    keep: keepShape().prefault({}),
    sources: z.array(source()).max(10_000).describe('a list of sources').default([]),
  }),
);
export type Settings = z.output<ReturnType<typeof settings>>;
