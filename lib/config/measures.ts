// The measures settings are written in, each with what it allows in words: the words go into error sentences.
import { statSync } from 'node:fs';
import * as z from 'zod';

const secondsPer = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const;

/** A span of time as people write it, "90s", "25m", "3h"; its value is seconds. A year is the most, for Postgres adds it to now(). */
export const span = (fromSeconds = 0) =>
  z
    .string()
    .regex(/^\d+(\.\d+)?(ms|s|m|h|d)$/)
    .refine((text) => secondsOf(text) >= fromSeconds && secondsOf(text) <= 366 * secondsPer.d)
    .transform(secondsOf)
    .describe(`a span of time such as 90s, 25m, 3h or 2d${fromSeconds > 0 ? `, ${fromSeconds}s at least` : ''}`);

function secondsOf(span: string): number {
  return Number.parseFloat(span) * secondsPer[span.replace(/[\d.]/g, '') as keyof typeof secondsPer];
}

/** A whole number within these bounds, both of which are allowed. */
export const count = (from: number, to: number) =>
  z
    .number()
    .int()
    .min(from)
    .max(to)
    .describe(`a whole number from ${grouped(from)} to ${grouped(to)}`);

/** 1,000,000. Asking Intl costs every process that starts two milliseconds a number. */
function grouped(whole: number): string {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A text of 1 to 500 characters; `what` is said of it where something else stands there. */
export const words = (what: string) => z.string().trim().min(1).max(500).describe(what);

/** The IANA name of a time zone. */
export const timeZoneShape = (what: string) => z.string().refine(isTimeZone).describe(what);

/** Not an offset such as +02:00, which newer Nodes take: Postgres reads its sign the other way round. */
function isTimeZone(name: string): boolean {
  if (name === 'UTC' || isZoneOfMachine(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** Whether the machine's own table has the zone: asking Intl, which knows them all, costs every process that starts fifteen milliseconds. */
function isZoneOfMachine(name: string): boolean {
  if (!/^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_-]+)+$/.test(name)) return false;
  return statSync(`/usr/share/zoneinfo/${name}`, { throwIfNoEntry: false })?.isFile() ?? false;
}
