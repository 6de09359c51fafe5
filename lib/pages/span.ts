// The time a page looks back over: the last days up to now, or, where nothing came in lately, up to the latest headline.
import type { Sql } from 'postgres';
import { momentFromWords } from '../desk/brief/moment.js';
import { wholeNumberOf } from './address.js';
import { choiceField } from './fields.js';
import type { Html } from './html.js';
import { type Asked, NotUnderstood } from './page.js';

export interface Span {
  since: Date;
  until: Date;
  days: number;
  /** Nothing came in during the last day. */
  isOld: boolean;
}

const dayMs = 24 * 3_600_000;

/** `days` of the address, else `usual`. Whole minutes, so that the same page is the same bytes for a while. */
export async function lastDays(asked: Asked, usual: number, theater: string | null = null): Promise<Span> {
  const days = daysOf(asked, usual);
  const { until, isOld } = await lately(asked.sql, asked.now, theater);
  return { since: new Date(until.getTime() - days * dayMs), until, days, isOld };
}

/** Until when a page looks that is asked for now. */
export async function lately(sql: Sql, asked: Date, theater: string | null = null): Promise<Pick<Span, 'until' | 'isOld'>> {
  const now = nextMinute(asked);
  const last = await lastTold(sql, now, theater);
  const isOld = last !== null && now.getTime() - last.getTime() > dayMs;
  return { until: isOld ? new Date(last.getTime() + 60_000) : now, isOld };
}

/** `days` of the address, else `usual`. */
export function daysOf(asked: Asked, usual: number): number {
  return wholeNumberOf(asked.word('days'), 'days', 366) ?? usual;
}

/** Null where no family was told of yet. */
async function lastTold(sql: Sql, now: Date, theater: string | null): Promise<Date | null> {
  const [row] = await sql<{ at: Date }[]>`
    select date_trunc('minute', last_at) as at from event_families
    where status in ('seed', 'active') and last_at < ${now} and (${theater}::text is null or theater = ${theater})
    order by last_at desc limit 1`;
  return row?.at ?? null;
}

/** The end of the minute that `at` is in, so that all who ask within it get the same answer. */
export function nextMinute(at: Date): Date {
  return new Date(Math.floor(at.getTime() / 60_000) * 60_000 + 60_000);
}

/** A time behind the question mark, as operators write it; undefined where it is not there. */
export function askedMoment({ word, config, now }: Asked, name: string): Date | undefined {
  const text = word(name);
  if (text === undefined) return undefined;
  const time = momentFromWords(text, nextMinute(now), config.timeZone);
  if (time) return time;
  throw new NotUnderstood(`"${text}" is no time: allowed are 24h, yesterday, today, 2026-11-27 and 2026-11-27 14:30.`);
}

const choices = [1, 7, 30, 90, 366];

/** Days that are no usual choice are offered too, in their place. */
export function daysField(days: number): Html {
  const shown = choices.includes(days) ? choices : [...choices, days].sort((a, b) => a - b);
  return choiceField(
    'days',
    'Looking back',
    shown.map((one) => [String(one), one === 1 ? '1 day' : `${one} days`]),
    String(days),
  );
}
