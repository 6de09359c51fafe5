// Dates in the many forms that feeds write. Neither the machine's time zone nor the engine's parser is asked, so the same text is the
// same moment everywhere; a date without a zone is UTC until the feed as a whole says otherwise (feed-dates.ts).
import { looseDate } from './loose-date.js';
import { type Moment, momentOf, type WrittenClock } from './moment.js';
import { monthOf } from './month-name.js';

/** The moment in milliseconds since 1970 in UTC; null for what is no date, or one that the calendar does not have. */
export function readDate(written: string): number | null {
  return readMoment(written)?.millis ?? null;
}

/** The moment, and what the date leaves open: see Moment. */
export function readMoment(written: string): Moment | null {
  const common = rfc822.exec(written);
  if (common) {
    const [, day = '', month = '', year = '', hour, minute, second, zone = ''] = common;
    return momentOf({ year, month: monthOf(month), day }, { hour, minute, second }, zone);
  }
  const iso = iso8601.exec(written);
  if (iso) {
    const [, year = '', month = '', day = '', hour, minute, second, fraction, zone = ''] = iso;
    return momentOf({ year, month: Number(month), day }, { hour, minute, second, fraction }, zone);
  }
  const text = written.length > longest ? '' : tidied(written);
  if (text === '') return null;
  return fromDigitsAlone(text) ?? looseDate(text);
}

/** Longer ones are no dates. */
const longest = 100;

/** What nine of ten feeds write; read without the machinery for the tenth. */
const rfc822 = /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):([0-5]\d)(?::([0-5]\d))? ([A-Z]{1,5}|[+-]\d{4})$/;
const iso8601 = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d:?\d\d)$/;

/** 20260312T101500Z, 20260312, 202603121015; not a number of seconds, which has ten digits. */
const compact = /^(\d{4})(\d\d)(\d\d)(?:[T_-]?(\d\d)(\d\d)(\d\d)?(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d\d:?\d\d|[A-Za-z]{2,5})?$/i;

function fromDigitsAlone(text: string): Moment | null {
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return { millis: Math.round(Number(text) * 1000) };
  if (/^\d{13}$/.test(text)) return { millis: Number(text) };
  const month = /^(\d{4})[-/.](\d{1,2})$/.exec(text);
  if (month) return momentOf({ year: month[1] ?? '', month: Number(month[2]), day: '1' }, null, '');
  const tight = compact.exec(text);
  if (!tight) return null;
  const [, year = '', numbered = '', day = '', hour, minute, second, fraction, zone = ''] = tight;
  const clock: WrittenClock | null = hour === undefined ? null : { hour, minute, second, fraction };
  return momentOf({ year, month: Number(numbered), day }, clock, zone);
}

/** ASCII digits and letters for Arabic, Persian, Devanagari and full-width ones, white space collapsed, direction marks out. */
function tidied(written: string): string {
  if (!/[^ -~]/.test(written)) return written.trim().replace(/\s+/g, ' ');
  return written
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\p{Nd}/gu, (digit) => String(digitOf(digit.codePointAt(0) ?? 0)))
    .replace(/\s+/g, ' ')
    .trim();
}

/** Digits of every script stand in tens, in order from zero. */
function digitOf(code: number): number {
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++;
  return value;
}
