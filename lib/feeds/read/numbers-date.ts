// Days in numbers: 2026-11-28, 28.11.2026, 11/28/26. Where day and month could change places, both readings are kept.
import type { WrittenDay } from './moment.js';

export interface Ordered {
  day: WrittenDay;
  /** The day read with the month first, or the year, where both ways are possible. */
  other?: WrittenDay;
  /** Only with the month first it is a day. */
  monthFirst?: true;
}

/** Without any day in numbers `found` is null and `rest` the whole text. */
export function numbersDate(text: string): { found: Ordered | null; rest: string } {
  const match = marked.exec(text) ?? blank.exec(text);
  if (!match) return { found: null, rest: text };
  const [whole, one = '', mark, two = '', three = ''] = match;
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + whole.length).replace(/^(?:T|[.,]| -| at\b)/i, ' ')}`;
  const american = mark === '/' && /\d\s?[ap]\.? ?m\b/i.test(rest);
  return { found: orderOf([one, two, three], american, weekdayIn(text)), rest };
}

const marked = /(?<![\d:])(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{1,2})(?![\d:])/;
const blank = /(?<![\d:+-])(\d{4}|\d{1,2})( )(\d{1,2}) (\d{4}|\d{1,2})(?![\d:])/;

/** The year first where it has four digits or can be no day; else last, behind day and month in the order that numbers, AM or weekday tell. */
function orderOf([one, two, three]: readonly [string, string, string], american: boolean, weekday: number | null): Ordered | null {
  if (one.length > 2 || Number(one) > 31) return three.length > 2 ? null : { day: { year: one, month: Number(two), day: three } };
  const dayFirst: WrittenDay = { year: three, month: Number(two), day: one };
  const monthFirst: WrittenDay = { year: three, month: Number(one), day: two };
  if (Number(two) > 12) return { day: monthFirst, monthFirst: true };
  if (Number(one) > 12 && three.length <= 2) return { day: dayFirst, other: { year: one, month: Number(two), day: three } };
  if (Number(one) > 12 || one === two) return { day: dayFirst };
  if (american) return { day: monthFirst };
  if (weekday === null) return { day: dayFirst, other: monthFirst };
  return weekdayOf(monthFirst) === weekday && weekdayOf(dayFirst) !== weekday ? { day: monthFirst, monthFirst: true } : { day: dayFirst };
}

function weekdayOf({ year, month, day }: WrittenDay): number {
  return new Date(Date.UTC(Number(year) + (year.length <= 2 ? 2000 : 0), (month ?? 1) - 1, Number(day))).getUTCDay();
}

const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** 0 is Sunday; null without an English weekday at the beginning. */
function weekdayIn(text: string): number | null {
  const at = weekdays.indexOf(/^([a-z]{3})[a-z]*\.?,? /i.exec(text)?.[1]?.toLowerCase() ?? '');
  return at === -1 ? null : at;
}
