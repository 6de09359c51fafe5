// Takes a date in one of the many forms feeds write it in; leaves the moment, or null. Never asks the machine's time zone or the engine's
// own parser: a date without a zone is UTC, and the same text is the same moment everywhere.
import { monthOf } from './monthname.js';
import { offsetMinutes } from './zone.js';

const time = '(?:(\\d{1,2})[:.h]([0-5]\\d)(?:[:.]([0-5]\\d|60)(?:[.,](\\d{1,9}))?)?\\s*((?:[ap]\\.?m\\b\\.?)?)\\s*(.*))?$';

/** 2026-03-12T10:15:00+01:00 and its looser relations: a blank for the T, slashes, dots, no time, months or years alone. */
const yearFirst = new RegExp(`^(\\d{4})(?:[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?)?(?:[T\\s,]+|$)${time}`, 'i');
/** 20260312T101500Z, 20260312 */
const compact = /^(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(?:[.,](\d+))?()\s*(.*))?$/i;
/** Thu, 12 Mar 2026 10:15:00 GMT, 12-mars-26 10.15, 12. März 2026; the weekday is not read. */
const dayFirst = new RegExp(
  `^(?:[^\\d]{2,30}[\\s,]\\s*)?(\\d{1,2})(?:st|nd|rd|th|er)?[\\s.,/-]+(?:de |of |d’)?(\\p{L}[\\p{L}\\p{M}]*)\\.?[\\s.,/-]+(?:de |г\\. )?(\\d{2,4})\\.?(?:\\s*г\\.?)?(?:[\\s,T]+(?:at |um |à |a las )?|$)${time}`,
  'iu',
);
/** March 12, 2026 10:15 PM EST; Thu Mar 12 2026 10:15:00 GMT+0100 (CET) */
const monthFirst = new RegExp(
  `^(?:\\p{L}+\\.?,?\\s+)?(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?[\\s,]+(\\d{4})(?:[\\s,T]+(?:at )?|$)${time}`,
  'iu',
);
/** Thu Mar 12 10:15:00 CET 2026, as C and Twitter write it. */
const yearLast = /^(?:\p{L}+,?\s+)?(\p{L}+)\s+(\d{1,2})\s+(\d{1,2}):(\d\d)(?::(\d\d))?\s+(?:(\S+)\s+)?(\d{4})$/iu;
/** 12/03/2026 10:15: the day first, but the month where AM or PM, or a second number past twelve, says so. */
const numbers = new RegExp(`^(?:\\p{L}+,?\\s+)?(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d\\d)(?:[\\s,T]+|$)${time}`, 'iu');
/** 2026年3月12日 10:15, 2026년 3월 12일 */
const eastAsian = /^(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]\s*/;

/** The moment in milliseconds since 1970 in UTC; null for what is no date, or one that the calendar does not have. */
export function readDate(written: string): number | null {
  const text = written.length > 100 ? '' : tidied(written);
  if (text === '') return null;
  const common = rfc822.exec(text);
  if (common) return moment(common[3], monthOf(common[2] ?? ''), common[1], [common[4], common[5], common[6], '', '', common[7]]);
  const first = text.charCodeAt(0);
  return first >= zero && first <= nine ? fromDigits(text) : fromWords(text);
}

const [zero = 48, nine = 57] = [...'09'].map((digit) => digit.charCodeAt(0));

/** What nine of ten feeds write; read without the machinery for the tenth. */
const rfc822 = /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Za-z]{3}) (\d{4}) (\d\d):([0-5]\d)(?::([0-5]\d))? (\S{1,6})$/;

function fromDigits(text: string): number | null {
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return Math.round(Number(text) * 1000);
  if (/^\d{13}$/.test(text)) return Number(text);
  const iso = yearFirst.exec(text);
  if (iso) return moment(iso[1], Number(iso[2] ?? 1), iso[3] ?? '1', iso.slice(4));
  const tight = compact.exec(text);
  if (tight) return moment(tight[1], Number(tight[2]), tight[3], tight.slice(4));
  if (eastAsian.test(text))
    return readDate(
      text
        .replace(eastAsian, '$1-$2-$3 ')
        .replace(/(?:오전|上午)\s*(\S+)/, '$1 AM')
        .replace(/(?:오후|下午)\s*(\S+)/, '$1 PM')
        .trim(),
    );
  const dotted = numbers.exec(text);
  if (!dotted) return fromWords(text);
  const [, one = '', mark, two = '', year, ...clock] = dotted;
  const american = mark === '/' && Number(one) <= 12 && (Number(two) > 12 || clock[4] !== '');
  return american ? moment(year, Number(one), two, clock) : moment(year, Number(two), one, clock);
}

function fromWords(text: string): number | null {
  const usual = dayFirst.exec(text);
  if (usual) return moment(usual[3], monthOf(usual[2] ?? ''), usual[1], usual.slice(4));
  const american = monthFirst.exec(text);
  if (american) return moment(american[3], monthOf(american[1] ?? ''), american[2], american.slice(4));
  const unix = yearLast.exec(text);
  if (unix) return moment(unix[7], monthOf(unix[1] ?? ''), unix[2], [unix[3], unix[4], unix[5], '', '', unix[6]]);
  const dotted = numbers.exec(text);
  if (dotted) return fromDigits(text.replace(/^\p{L}+,?\s+/u, ''));
  const iso = text.search(/\d{4}-\d\d-\d\d/);
  return iso > 0 ? fromDigits(text.slice(iso)) : null;
}

/** `clock` is hour, minute, second, fraction, am or pm, zone; each may be missing. */
function moment(
  year: string | undefined,
  month: number | null,
  day: string | undefined,
  clock: readonly (string | undefined)[],
): number | null {
  const [hour = '0', minute = '0', second = '0', fraction = '0', half = '', zone = ''] = clock;
  const fullYear = Number(year) + (year?.length === 2 ? (Number(year) < 70 ? 2000 : 1900) : 0);
  const date = Number(day);
  if (!month || month > 12 || date < 1 || date > 31 || fullYear < 1000) return null;
  if (Number(hour) > 24 || (date > 28 && date > new Date(Date.UTC(fullYear, month, 0)).getUTCDate())) return null;
  const hours = half === '' ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase().startsWith('p') ? 12 : 0);
  const utc = Date.UTC(fullYear, month - 1, date, hours, Number(minute), Number(second), Math.floor(Number(`0.${fraction}`) * 1000));
  return utc - offsetMinutes(zone) * 60_000;
}

/** ASCII digits for Arabic, Persian and Devanagari ones, white space collapsed, what a CMS wraps around dates out. */
function tidied(written: string): string {
  const text = /[^ -~]/.test(written)
    ? written
        .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f]/g, (digit) =>
          String(((digit.charCodeAt(0) & 0xff) - (digit.charCodeAt(0) < 0x6f0 ? 0x60 : digit.charCodeAt(0) < 0x900 ? 0xf0 : 0x66)) % 10),
        )
        .replace(/[\u200e\u200f\u061c]/g, '')
    : written;
  return text.replace(/\s+/g, ' ').trim();
}
