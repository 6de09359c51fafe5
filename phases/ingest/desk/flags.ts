// Flags of P1's desk, checked by the same shapes as sni.yaml.
import { InvalidArgumentError } from 'commander';
import { source } from '../../../lib/config/sources.js';
import { readDate } from '../../../lib/feeds/read/date.js';
import { tidy } from '../../../lib/feeds/read/plain-text.js';

/** Each of these throws what commander prints, with what is allowed. An ISO 639 code, perhaps with a country. */
export function language(text: string): string {
  return checked(source().shape.lang, text, 'Allowed is a language code (ISO 639), such as de or pt-BR.');
}

/** Two capital letters. */
export function country(text: string): string {
  return checked(source().shape.country, text, 'Allowed is two capital letters (ISO 3166), such as GB.');
}

/** `public`, `private` or `state`. */
export function owner(text: string): string {
  return checked(source().shape.owner, text, 'Allowed is public, private or state.');
}

/** The IANA name of a time zone. */
export function timeZone(text: string): string {
  return checked(source().shape.tz, text, 'Allowed is a time zone, such as Asia/Shanghai, or UTC.');
}

/** Seconds. */
export function every(text: string): number {
  const seconds = checked(source().shape.every, text, 'Allowed is a span of time such as 30m, 3h or 2d.');
  if (seconds < 60) throw new InvalidArgumentError('Allowed is a minute (1m) or more.');
  return seconds;
}

/** One line of text, without control characters. */
export function name(text: string): string {
  const tidied = tidy(text);
  if (tidied === '' || tidied.length > 200) throw new InvalidArgumentError('Allowed are 1 to 200 characters.');
  return tidied;
}

/** An http(s) address as the web writes it, without fragment. */
export function address(text: string): string {
  if (!/^https?:\/\//i.test(text.trim()))
    throw new InvalidArgumentError(
      `Allowed is an http(s) address, such as https://${text.includes('.') ? tidy(text).slice(0, 80) : 'example.org/feed'}.`,
    );
  if (text.length > 2000 || !URL.canParse(text)) throw new InvalidArgumentError('That is no address: its host or port cannot be.');
  const url = new URL(text);
  url.hash = '';
  return url.href;
}

/** A moment in milliseconds: a day, or a day and time in ISO 8601; without a zone it is UTC. */
export function momentFlag(text: string): number {
  const millis = /^\d{4}-\d\d-\d\d/.test(text) ? readDate(text) : null;
  if (millis === null || millis < Date.UTC(1991, 0, 1) || millis > Date.now() + 3_600_000)
    throw new InvalidArgumentError('Allowed is a time that is not ahead, such as 2026-03-10T14:05Z or 2026-03-10.');
  return millis;
}

interface Shape<Value> {
  safeParse: (text: string) => { data?: Value | undefined };
}

function checked<Value>(shape: Shape<Value>, text: string, allowed: string): NonNullable<Value> {
  const { data } = shape.safeParse(text);
  if (data === undefined || data === null) throw new InvalidArgumentError(allowed);
  return data;
}
