// The moments of a feed's items, told together. What one date leaves open - its zone, or whether day or month stands first - the whole
// feed may tell: by its source's `tz`, by other dates of it, or by dates that would be ahead of the clock.
import type { FeedItem } from './item.js';
import { momentInZone, offsetMillis, type Zone } from './local-time.js';

/** What is known beside the dates. */
export interface FeedClock {
  /** The IANA name of the zone that dates without one are in, as configured. */
  tz?: string | null | undefined;
  /** Languages the feed is said to be in, the surest first. */
  langs: readonly (string | null | undefined)[];
  now: Date;
}

type Dated = Pick<FeedItem, 'publishedMillis' | 'publishedOpen'>;

/** What an item's moment is, in milliseconds since 1970; null for an item without a date. Not judged: it may be ahead. */
export function feedDates(items: readonly Dated[], clock: FeedClock): (item: Dated) => number | null {
  const open = items.filter(({ publishedOpen }) => publishedOpen !== undefined);
  if (open.length === 0) return ({ publishedMillis }) => publishedMillis;
  const swapped = { order: isMonthFirst(open, clock.now), zone: isChinaTime(open, clock) };
  const localOf = ({ publishedMillis, publishedOpen }: Dated): number | null =>
    publishedOpen?.other && swapped[publishedOpen.other.by] ? publishedOpen.other.millis : publishedMillis;
  const zone =
    clock.tz ??
    provenZone(
      open.flatMap((item) => (item.publishedOpen?.zone === 'time' ? [localOf(item) ?? 0] : [])),
      clock,
    );
  return (item) => {
    const local = localOf(item);
    return local === null || !item.publishedOpen?.zone ? local : momentInZone(local, zone);
  };
}

const hourMillis = 3_600_000;
/** The clock of a server may be so far ahead of ours. */
const skewMillis = 600_000;
/** No place on earth is further ahead of UTC. */
const mostAheadMillis = 14 * hourMillis;

/** One date that can only stand with the month first speaks for all; so do dates that would else be ahead of the clock, or years old. */
function isMonthFirst(items: readonly Dated[], now: Date): boolean {
  if (items.some(({ publishedOpen }) => publishedOpen?.monthFirst)) return true;
  return isRatherOther(items, 'order', now.getTime() - oldMillis, now.getTime() + mostAheadMillis + skewMillis);
}

/** Older than what stands in a feed of news. */
const oldMillis = 300 * 24 * hourMillis;

/** CST is Chinese in a Chinese feed, and where the American one would be ahead of the clock. */
function isChinaTime(items: readonly Dated[], { langs, now }: FeedClock): boolean {
  return langs.some((lang) => baseOf(lang) === 'zh') || isRatherOther(items, 'zone', 0, now.getTime() + skewMillis);
}

/** Whether fewer dates are out of these bounds when all are read the other way. */
function isRatherOther(items: readonly Dated[], by: 'order' | 'zone', earliest: number, latest: number): boolean {
  const isOut = (millis: number): boolean => millis < earliest || millis > latest;
  const either = items.flatMap(({ publishedMillis, publishedOpen }) =>
    publishedOpen?.other?.by === by ? [{ first: publishedMillis ?? 0, other: publishedOpen.other.millis }] : [],
  );
  return either.filter(({ other }) => isOut(other)).length < either.filter(({ first }) => isOut(first)).length;
}

/**
 * The zone of times without one. When the newest, read as UTC, is ahead of the clock, they are of a place east of Greenwich: of the one
 * that nearly all news in the feed's language come from, if that is far enough, else so many whole hours ahead as are needed. UTC where
 * nothing is ahead, or more than one place explains: such feeds announce what is to come.
 */
function provenZone(times: readonly number[], { langs, now }: FeedClock): Zone {
  const ahead = times.map((time) => time - now.getTime()).filter((by) => by > skewMillis);
  const explained = ahead.filter((by) => by <= mostAheadMillis + skewMillis);
  if (explained.length === 0 || explained.length * 2 < ahead.length) return 0;
  const needed = Math.max(...explained) - skewMillis;
  for (const lang of langs) {
    const home = homes[baseOf(lang)];
    if (home && offsetMillis(home, now.getTime()) >= needed) return home;
  }
  return Math.ceil(needed / hourMillis) * 60;
}

function baseOf(lang: string | null | undefined): string {
  return lang?.slice(0, lang.search(/[-_]|$/)).toLowerCase() ?? '';
}

/** Languages whose news come from one zone. */
const homes: Record<string, string> = {
  zh: 'Asia/Shanghai',
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  th: 'Asia/Bangkok',
  vi: 'Asia/Ho_Chi_Minh',
  km: 'Asia/Phnom_Penh',
  lo: 'Asia/Vientiane',
  my: 'Asia/Yangon',
  ms: 'Asia/Kuala_Lumpur',
  tl: 'Asia/Manila',
  mn: 'Asia/Ulaanbaatar',
  hi: 'Asia/Kolkata',
  mr: 'Asia/Kolkata',
  gu: 'Asia/Kolkata',
  pa: 'Asia/Kolkata',
  ta: 'Asia/Kolkata',
  te: 'Asia/Kolkata',
  kn: 'Asia/Kolkata',
  ml: 'Asia/Kolkata',
  si: 'Asia/Colombo',
  bn: 'Asia/Dhaka',
  ne: 'Asia/Kathmandu',
  ur: 'Asia/Karachi',
  fa: 'Asia/Tehran',
  ps: 'Asia/Kabul',
  he: 'Asia/Jerusalem',
  tr: 'Europe/Istanbul',
  az: 'Asia/Baku',
  ka: 'Asia/Tbilisi',
  hy: 'Asia/Yerevan',
  uz: 'Asia/Tashkent',
  kk: 'Asia/Almaty',
  am: 'Africa/Addis_Ababa',
  be: 'Europe/Minsk',
};
