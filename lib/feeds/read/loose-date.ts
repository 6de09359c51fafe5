// Dates written neither as RFC 822 nor as ISO 8601 has it. The numbers of a day are looked for first, then the clock, then the name of a
// month, then a zone behind it all. A digit that is left over makes it no date.
import { eastAsian, halves } from './east-asian-date.js';
import { type Moment, momentOf, type Open, type WrittenClock, type WrittenDay } from './moment.js';
import { monthOf } from './month-name.js';
import { numbersDate, type Ordered } from './numbers-date.js';

/** 12. März 2026 - 10.15 Uhr, Sat Nov 28 16:07:00 CET 2026, 11/28/2026 - 4:07pm, 2026年11月28日 下午4:07. `text` has ASCII digits and single blanks. */
export function looseDate(text: string): Moment | null {
  const { found, rest } = numbersDate(halves(eastAsian(text)));
  const { clock, before, after } = clockIn(rest, found !== null);
  if (found) {
    const left = clock ? before + withoutZone(after) : withoutZone(rest);
    return /\d/.test(left) ? null : ordered(found, clock, clock ? after : rest);
  }
  const named = namedDay(before, after);
  return named ? momentOf(named.day, clock, named.zone) : null;
}

function ordered({ day, other, monthFirst }: Ordered, clock: WrittenClock | null, zone: string): Moment | null {
  const moment = momentOf(day, clock, zone);
  if (!moment) return null;
  const swapped = other ? momentOf(other, clock, zone) : null;
  if (!swapped && !monthFirst) return moment;
  const order: Open = swapped ? { other: { by: 'order', millis: swapped.millis } } : { monthFirst: true };
  return { millis: moment.millis, open: { ...moment.open, ...order } };
}

/** Digits that belong to a zone, out: "+0100", "GMT+8", "(UTC-5)", and a bare "00". */
function withoutZone(after: string): string {
  return after.replace(zoneDigits, ' ').replace(/^\s*00\b/, '');
}

const zoneDigits = /(?:(?:GMT|UTC|UT|Z)\s?[+\u2212-]{1,2}\s?|[+\u2212-])\d{1,2}(?::?\d\d){0,2}(?!\d)/gi;

const half = '(?:\\s?(a\\.? ?m\\b\\.?|p\\.? ?m\\b\\.?))?';
const seconds = '(?:\\s?[:.]\\s?(\\d{1,2})(?:[.,:](\\d{1,9}))?)?';
const clocks = [
  new RegExp(`(?<![\\d.+-])(\\d{1,2})\\s?[:h]\\s?(\\d{1,2})${seconds}${half}(?!\\d)`, 'gi'),
  new RegExp(`(?<![\\d.+-])(\\d{1,2})\\.(\\d\\d)(?:\\.(\\d\\d))?()${half}(?![\\d.]\\d)`, 'gi'),
  /(?<![\d.+-])(\d{1,2})()()()\s?(a\.? ?m\b\.?|p\.? ?m\b\.?|h\b|hrs?\b|uhr\b|(?=[+-]\d{4}$))/gi,
];

interface Clocked {
  clock: WrittenClock | null;
  before: string;
  after: string;
}

/** The time of day and what stands on its two sides; midnight before another time is what some databases add to a day. */
function clockIn(text: string, dated: boolean): Clocked {
  for (const pattern of clocks) {
    const all = [...text.matchAll(pattern)];
    const found = all.length === 2 && /^\D*0+\D+0+/.test(all[0]?.[0] ?? '') ? all[1] : all[0];
    if (!found || (!dated && !/\d/.test(text.replace(found[0], '')))) continue;
    const [whole, hour, minute, second, fraction, word = ''] = found;
    const from = found === all[1] ? (all[0]?.index ?? 0) : found.index;
    const clock: WrittenClock = { hour, minute: minute || '0', second: second || '0', fraction, half: halfOf(word) };
    return { clock, before: text.slice(0, from), after: text.slice(found.index + whole.length) };
  }
  return { clock: null, before: text, after: '' };
}

function halfOf(word: string): 'am' | 'pm' | undefined {
  return /^a/i.test(word) ? 'am' : /^p/i.test(word) ? 'pm' : undefined;
}

/** A day whose month has a name: the other numbers are the day and the year, the day before a year of two digits. */
function namedDay(before: string, after: string): { day: WrittenDay; zone: string } | null {
  const tail = withoutZone(after);
  const month = lastMonth(before) ?? lastMonth(tail);
  const numbers = [...`${before} ${tail}`.matchAll(/\d+/g)].map(([number]) => number);
  if (!month || numbers.length === 0 || numbers.length > 2) return null;
  const at = numbers.findIndex((number) => number.length === 4);
  if (numbers.some((number, place) => place !== at && number.length > 2) || (at === -1 && numbers.length === 1)) return null;
  const yearAt = at === -1 ? 1 : at;
  const day: WrittenDay = { year: numbers[yearAt] ?? '', month: month.number, day: numbers[1 - yearAt] ?? '1' };
  const behind = after === '' ? before.slice(before.search(/\d+\D*$/)).replace(/^\d+/, '') : after.replace(/(?<![\d+:-])\d{4}(?!\d)/, ' ');
  return { day, zone: behind.replace(month.word, ' ') };
}

/** The last word or pair of words that names a month: weekdays, some of which begin like months, stand before. */
function lastMonth(text: string): { number: number; word: string } | null {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].map(([word]) => word);
  for (let at = words.length - 1; at >= 0; at--) {
    const word = words[at] ?? '';
    const pair = `${word} ${words[at + 1] ?? ''}`;
    const number = (at + 1 < words.length ? monthOf(pair, true) : null) ?? monthOf(word);
    if (number !== null) return { number, word };
  }
  return null;
}
