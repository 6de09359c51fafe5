// The date of one item, from the places where an item may have it.
import { readMoment } from './date.js';
import type { FeedItem } from './item.js';
import { childText, type Element } from './node.js';

type ItemDate = Pick<FeedItem, 'publishedMillis' | 'publishedOpen'>;

/** By the first of these that is a date. */
export function published(...written: readonly string[]): ItemDate {
  for (const one of written) {
    const moment = one === '' ? null : readMoment(one);
    if (moment) return moment.open ? { publishedMillis: moment.millis, publishedOpen: moment.open } : { publishedMillis: moment.millis };
  }
  return { publishedMillis: null };
}

/** By the first child of these names that holds a date. */
export function publishedIn(item: Element, names: readonly string[]): ItemDate {
  for (const name of names) {
    const written = childText(item, name);
    const read = written === '' ? null : published(written);
    if (read && read.publishedMillis !== null) return read;
  }
  return { publishedMillis: null };
}
