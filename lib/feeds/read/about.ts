// What an XML feed says of itself: name, site, language, and when it asks not to be read.
import { atomLink, atomText } from './atom-item.js';
import type { FeedAbout } from './item.js';
import { resolveLink } from './link.js';
import { attribute, child, children, childText, type Tree, text } from './node.js';
import { cutToLength, plainTitle } from './plain-text.js';

/** What is missing is null or empty. `feedUrl` is the base of a relative link. */
export function aboutOf({ root, channel }: Tree, feedUrl: string): FeedAbout {
  const link = (childText(channel, 'link') || atomLink(children(channel, 'link')) || atomLink(children(channel, 'atom:link'))).slice(
    0,
    2000,
  );
  const lang =
    childText(channel, 'language') || childText(channel, 'dc:language') || attribute(channel, 'xml:lang') || attribute(root, 'xml:lang');
  return {
    title: cutToLength(plainTitle(atomText(child(channel, 'title')) || childText(channel, 'dc:title')), 500) || null,
    link: link ? resolveLink(link, attribute(channel, 'xml:base'), attribute(root, 'xml:base'), feedUrl) : null,
    lang: lang.slice(0, 35) || null,
    ttlSeconds:
      ttlOf(childText(channel, 'ttl')) ?? updatePeriod(childText(channel, 'sy:updatePeriod'), childText(channel, 'sy:updateFrequency')),
    skipHours: numbersOf(children(child(channel, 'skipHours'), 'hour').map((hour) => hourOf(text(hour)))),
    skipDays: numbersOf(children(child(channel, 'skipDays'), 'day').map((day) => days.indexOf(text(day).trim().slice(0, 3).toLowerCase()))),
  };
}

const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** RSS gives minutes; more than a month is a mistake and counts as a month. */
function ttlOf(minutes: string): number | null {
  return /^\d{1,9}$/.test(minutes) && Number(minutes) > 0 ? Math.min(Number(minutes) * 60, secondsIn.monthly) : null;
}

const secondsIn = { hourly: 3600, daily: 86_400, weekly: 604_800, monthly: 2_592_000, yearly: 2_592_000 };

/** The RSS syndication module: so many times in a period. */
function updatePeriod(period: string, frequency: string): number | null {
  const seconds = Object.hasOwn(secondsIn, period.toLowerCase()) ? secondsIn[period.toLowerCase() as keyof typeof secondsIn] : null;
  return seconds && Math.round(seconds / (/^[1-9]\d{0,3}$/.test(frequency) ? Number(frequency) : 1));
}

/** Hours are 0 to 23; some feeds count to 24. */
function hourOf(hour: string): number {
  return /^\s*\d{1,2}\s*$/.test(hour) ? (Number(hour) === 24 ? 0 : Number(hour)) : -1;
}

function numbersOf(found: readonly number[]): number[] {
  return [...new Set(found.filter((number) => number >= 0 && number < 24))].sort((one, other) => one - other);
}
