// The shape of sni.yaml: every key with what it allows in words, its default and its unit. The words go into error sentences.
import { z } from 'zod';
import { eventTypeShape, theaterShape } from './lists.js';
import { vocabularyShape } from './vocabulary.js';

/** The phases in the order their food flows. */
export const phaseNames = ['ingest', 'filter', 'generate', 'enrich', 'narrate'] as const;
export type PhaseName = (typeof phaseNames)[number];

const secondsPer = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A span of time as people write it, "90s", "25m", "3h"; its value is seconds. A year is the most, for Postgres adds it to now(). */
const span = (fromSeconds = 0) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/)
    .refine((text) => secondsOf(text) >= fromSeconds && secondsOf(text) <= 366 * secondsPer.d)
    .transform(secondsOf)
    .describe(`a span of time such as 90s, 25m, 3h or 2d${fromSeconds > 0 ? `, ${fromSeconds}s at least` : ''}`);

function secondsOf(span: string): number {
  return Number.parseFloat(span) * secondsPer[span.replace(/[\d.]/g, '') as keyof typeof secondsPer];
}

const count = (from: number, to: number) =>
  z
    .number()
    .int()
    .min(from)
    .max(to)
    .describe(`a whole number from ${from.toLocaleString('en')} to ${to.toLocaleString('en')}`);

const words = (what: string) => z.string().trim().min(1).max(500).describe(what);

/** Settings of one phase; what a file leaves out comes from `phaseDefaults`. */
const phase = () =>
  z.strictObject({
    batch: count(1, 1_000_000).optional(),
    group: count(1, 10_000).optional(),
    max_inflight: count(1, 256).optional(),
    lease: span(1).optional(),
    attempts: count(1, 100).optional(),
    grace: span().optional(),
    deadline: span().optional(),
  });

export interface PhaseSettings {
  /** Items a run takes at most, where --batch is not given. P1 counts titles, the others items. */
  batch: number;
  /** Items under one claim. */
  group: number;
  /** Groups or model questions under way at once. */
  maxInflight: number;
  leaseSeconds: number;
  /** Tries before an item is quarantined. */
  attempts: number;
  /** After SIGTERM, how long what is under way may take to finish. */
  graceSeconds: number;
  /** After this a run claims nothing more and ends. */
  deadlineSeconds: number;
}

export const phaseDefaults: Record<PhaseName, PhaseSettings> = {
  ingest: { batch: 5000, group: 1, maxInflight: 16, leaseSeconds: 120, attempts: 5, graceSeconds: 20, deadlineSeconds: 29 * 60 },
  filter: { batch: 10_000, group: 250, maxInflight: 3, leaseSeconds: 120, attempts: 5, graceSeconds: 20, deadlineSeconds: 14 * 60 },
  generate: { batch: 100, group: 50, maxInflight: 8, leaseSeconds: 300, attempts: 5, graceSeconds: 20, deadlineSeconds: 24 * 60 },
  enrich: { batch: 300, group: 8, maxInflight: 8, leaseSeconds: 300, attempts: 5, graceSeconds: 20, deadlineSeconds: 44 * 60 },
  narrate: { batch: 300, group: 8, maxInflight: 8, leaseSeconds: 300, attempts: 5, graceSeconds: 20, deadlineSeconds: 44 * 60 },
};

const source = z.strictObject({
  feed: words('an http(s) address, or a file path relative to this file'),
  publisher: words("the publisher's name, up to 500 characters"),
  domain: words("the publisher's domain, such as bbc.co.uk").optional(),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .describe('two capital letters (ISO 3166), such as GB')
    .optional(),
  lang: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/)
    .describe('a language code (ISO 639), such as en'),
  every: span().optional(),
});
export type Source = z.infer<typeof source>;

export const settings = z.strictObject({
  database: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,62}$/)
    .describe('the name of the embedded database: small letters, digits and underscores')
    .default('sni'),
  checkpoints: words('a folder, relative to this file').optional(),
  connections: count(1, 64).default(8),
  timezone: z.string().refine(isTimeZone).describe('a time zone such as Europe/Berlin, or UTC').default('UTC'),
  silence: span().default(60),
  ingest_every: span().default(3600),
  phases: z.strictObject({ ingest: phase(), filter: phase(), generate: phase(), enrich: phase(), narrate: phase() }).partial().default({}),
  theaters: z.record(words("a theater's name in capitals, such as UKRAINE"), theaterShape).default({}),
  event_types: z.record(words("an event type's name"), eventTypeShape).default({}),
  vocabulary: vocabularyShape.prefault({}),
  sources: z.array(source).max(10_000).describe('a list of sources, each with feed, publisher and lang').default([]),
});
export type Settings = z.output<typeof settings>;

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
