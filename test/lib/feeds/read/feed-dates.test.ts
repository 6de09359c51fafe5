// Dates that leave something open, as the feed they stand in tells it.
import { describe, expect, test } from 'vitest';
import { readMoment } from '../../../../lib/feeds/read/date.js';
import { type FeedClock, feedDates } from '../../../../lib/feeds/read/feed-dates.js';
import { published } from '../../../../lib/feeds/read/item-date.js';
import { item, made, rss, source } from './feeds.js';

const now = new Date('2027-03-19T02:20:00Z');
const told = (written: readonly string[], clock: Partial<FeedClock> = {}) => {
  const items = written.map((one) => published(one));
  const dateOf = feedDates(items, { langs: [], now, ...clock });
  return items.map((one) => new Date(dateOf(one) ?? 0).toISOString().slice(0, 16));
};

describe('dates without a zone', () => {
  const times = ['2027-03-19 10:10:00', '2027-03-18 18:00:00', 'Thu, 18 Mar 2027 09:30'];

  test('are UTC where nothing speaks against it', () => {
    expect(told(['2027-03-19 02:10:00', '2027-03-18 18:00:00'])).toEqual(['2027-03-19T02:10', '2027-03-18T18:00']);
    expect(told(['2027-03-18 18:00:00'], { langs: ['zh'] })).toEqual(['2027-03-18T18:00']);
  });

  test('are in the zone that its source names, in summer and in winter', () => {
    expect(told(times, { tz: 'Asia/Shanghai' })).toEqual(['2027-03-19T02:10', '2027-03-18T10:00', '2027-03-18T01:30']);
    expect(told(['2027-01-15 12:00', '2026-07-15 12:00', '2027-03-14'], { tz: 'America/New_York' })).toEqual([
      '2027-01-15T17:00',
      '2026-07-15T16:00',
      '2027-03-14T05:00',
    ]);
  });

  test('are as many whole hours ahead as the newest proves', () => {
    expect(told(times)).toEqual(['2027-03-19T02:10', '2027-03-18T10:00', '2027-03-18T01:30']);
    expect(told(['2027-03-19 11:15', '2027-03-19 04:00'])).toEqual(['2027-03-19T02:15', '2027-03-18T19:00']);
    expect(told(['2027-03-19 03:10', '2027-03-19 01:00'])).toEqual(['2027-03-19T02:10', '2027-03-19T00:00']);
  });

  test('are of the zone of the language where that is far enough ahead, even when the newest is hours old', () => {
    expect(told(['2027-03-19 08:00'], { langs: ['zh-cn'] })).toEqual(['2027-03-19T00:00']);
    expect(told(['2027-03-19 07:45'], { langs: ['en', 'hi'] })).toEqual(['2027-03-19T02:15']);
    expect(told(['2027-03-19 05:45'], { langs: ['fa'] })).toEqual(['2027-03-19T02:15']);
    expect(told(['2027-03-19 12:10'], { langs: ['zh'] })).toEqual(['2027-03-19T02:10']);
  });

  test('prove nothing when they announce what is to come', () => {
    const coming = ['2027-03-19 09:00', '2027-03-20 09:00', '2027-03-21 09:00', '2027-03-18 09:00'];
    expect(told(coming)[3]).toBe('2027-03-18T09:00');
    expect(told(['2027-04-01 09:00', '2027-03-18 09:00'])[1]).toBe('2027-03-18T09:00');
  });

  test('leave dates with a zone as they are', () => {
    expect(told(['2027-03-19 10:10', 'Fri, 19 Mar 2027 01:00:00 GMT', '2027-03-19T00:30:00+01:00'])).toEqual([
      '2027-03-19T02:10',
      '2027-03-19T01:00',
      '2027-03-18T23:30',
    ]);
  });

  test('an unknown name of a zone is none', () => {
    expect(readMoment('Fri, 19 Mar 2027 10:10:00 QQQ')?.open).toEqual({ zone: 'time' });
    expect(readMoment('Fri, 19 Mar 2027 10:10:00 Mars/Olympus')?.open).toEqual({ zone: 'time' });
    expect(readMoment('Fri, 19 Mar 2027 10:10:00 PDT')?.open).toBeUndefined();
  });
});

describe('dates whose day and month could change places', () => {
  test('have the month first where another date of the feed can only be so', () => {
    expect(told(['03/05/2027 10:00', '02/28/2027 09:00'])).toEqual(['2027-03-05T10:00', '2027-02-28T09:00']);
  });

  test('have the month first where they would be ahead of the clock', () => {
    expect(told(['03/10/2027 10:00', '03/11/2027 10:00'])).toEqual(['2027-03-10T10:00', '2027-03-11T10:00']);
    expect(told(['27/03/18 10:00'])).toEqual(['2027-03-18T10:00']);
  });

  test('else have the day first', () => {
    expect(told(['10/03/2027 10:00', '05/02/2027 10:00'])).toEqual(['2027-03-10T10:00', '2027-02-05T10:00']);
  });
});

test('CST is China’s in a Chinese feed, and where America’s would be ahead of the clock', () => {
  const cst = ['Fri Mar 19 10:10:00 CST 2027', 'Thu Mar 18 09:00:00 CST 2027'];
  expect(told(cst)).toEqual(['2027-03-19T02:10', '2027-03-18T01:00']);
  expect(told(['Thu Mar 18 09:00:00 CST 2027'], { langs: ['zh'] })).toEqual(['2027-03-18T01:00']);
  expect(told(['Thu Mar 18 09:00:00 CST 2027'], { langs: ['en'] })).toEqual(['2027-03-18T15:00']);
});

test('headlines are dated by the zone of their source', async () => {
  const feed = rss(item('One', '<pubDate>2026-03-12 19:00:00</pubDate>'));
  const { headlines } = await made(feed, { ...source, tz: 'Asia/Tokyo' });
  expect(headlines).toMatchObject([{ published_at: '2026-03-12T10:00:00.000Z', published_at_from: 'item' }]);
});
