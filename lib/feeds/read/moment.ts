// The moment that the parts of a date make, by the calendar: the 30th of February is none. What the date does not tell by itself is kept
// as open.
import { momentInZone } from './local-time.js';
import { zoneOf } from './zone.js';

export interface Moment {
  /** In milliseconds since 1970 in UTC; a date that names no zone is read as UTC. */
  millis: number;
  /** Missing where it leaves nothing open. */
  open?: Open;
}

/** What a date by itself does not tell. */
export interface Open {
  /** It names no zone: `time` where it has a time, `day` where it has only a day. */
  zone?: 'time' | 'day';
  /** The other way to read it where there are two: the month first, or another place's CST. */
  other?: { by: 'order' | 'zone'; millis: number };
  /** Its numbers can only stand with the month first, as in 11/28/2026. */
  monthFirst?: true;
}

export interface WrittenDay {
  /** With two or four digits. */
  year: string;
  month: number | null;
  day: string;
}

export interface WrittenClock {
  hour?: string | undefined;
  minute?: string | undefined;
  second?: string | undefined;
  fraction?: string | undefined;
  half?: 'am' | 'pm' | undefined;
}

/** Null for what no calendar or clock has. `zone` is what stands behind the time, '' for nothing. */
export function momentOf(date: WrittenDay, clock: WrittenClock | null, zone: string): Moment | null {
  const local = localMillis(date, clock ?? {});
  if (local === null) return null;
  const told = zone === '' ? null : zoneOf(zone);
  if (told === null) return { millis: local, open: { zone: clock ? 'time' : 'day' } };
  const millis = momentInZone(local, told);
  return told === centralMinutes && /\bCST\b/i.test(zone)
    ? { millis, open: { other: { by: 'zone', millis: momentInZone(local, chinaMinutes) } } }
    : { millis };
}

/** CST is the time of Chicago, and on servers in China that of Shanghai. */
const centralMinutes = -360;
const chinaMinutes = 480;

function localMillis(
  { year, month, day }: WrittenDay,
  { hour = '0', minute = '0', second = '0', fraction = '', half }: WrittenClock,
): number | null {
  const fullYear = yearOf(year);
  const date = Number(day);
  if (!month || month > 12 || date < 1 || date > 31 || fullYear < 1000) return null;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  if (date > 28 && date > new Date(Date.UTC(fullYear, month, 0)).getUTCDate()) return null;
  const hours = half && Number(hour) <= 12 ? (Number(hour) % 12) + (half === 'pm' ? 12 : 0) : Number(hour);
  return Date.UTC(fullYear, month - 1, date, hours, Number(minute), Number(second), Math.floor(Number(`0.${fraction}`) * 1000));
}

/** Two digits are of the century around 2000; what only a Thai calendar can mean is counted from the Buddha's death. */
function yearOf(written: string): number {
  const year = Number(written);
  if (written.length <= 2) return year + (year < 70 ? 2000 : 1900);
  return year > 2500 && year < 2700 ? year - 543 : year;
}
