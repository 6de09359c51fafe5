import { describe, expect, test } from 'vitest';
import { headlinesOf } from '../../../phases/ingest/headline.js';
import type { FeedItem } from '../../../phases/ingest/parse.js';

const source = { feed: 'f', publisher: 'Harbour Post', domain: 'harbour.example', lang: 'en' };
const now = new Date('2024-03-10T12:00:00Z');
const item = (changes: Partial<FeedItem> = {}): FeedItem => ({
  title: 'Talks end',
  link: null,
  guid: null,
  date: null,
  description: null,
  source: null,
  raw: {},
  ...changes,
});

function headline(changes: Partial<FeedItem> = {}) {
  const [one] = headlinesOf([item(changes)], source, now);
  if (!one) throw new Error('There is no headline.');
  return one;
}

describe('identity', () => {
  const hashOf = (changes: Partial<FeedItem>) => headline(changes).title_hash;

  test('is the title as read by people and its publisher, not the link, GUID, date, case or emoji', () => {
    const same = { link: 'https://x.example/2', guid: 'g2', date: '2024-03-09T00:00:00Z', title: '⚡️  TALKS\u00a0end ⚡ ' };
    expect(hashOf(same)).toBe(hashOf({}));
    expect(hashOf({ title: 'Talks end - Harbour Post' })).toBe(hashOf({}));
    expect(hashOf({ source: { name: 'Other', url: null } })).not.toBe(hashOf({}));
    expect(hashOf({ title: 'Talks fail' })).not.toBe(hashOf({}));
  });

  test('twice in a feed is one headline, the first', () => {
    expect(headlinesOf([item({ guid: 'a' }), item({ guid: 'b' }), item({ title: 'More' })], source, now).map(({ guid }) => guid)).toEqual([
      'a',
      null,
    ]);
  });
});

describe('the publisher', () => {
  test('is whom an aggregator names, with its domain, and stands no more in the title shown', () => {
    const named = headline({ title: 'Talks end - BBC', source: { name: 'BBC', url: 'https://www.bbc.co.uk/news' } });
    expect(named).toMatchObject({
      title_original: 'Talks end - BBC',
      title_display: 'Talks end',
      publisher_name: 'BBC',
      publisher_domain: 'bbc.co.uk',
    });
    expect(headline()).toMatchObject({ publisher_name: 'Harbour Post', publisher_domain: 'harbour.example' });
  });

  test.each(['Talks end – harbour post', 'Talks end | Harbour Post', 'Talks end — HARBOUR POST'])('is taken off "%s"', (title) => {
    expect(headline({ title }).title_display).toBe('Talks end');
  });

  test.each(['Talks end - Harbour', 'Harbour Post', 'Talks-Harbour Post', 'Talks end - Harbour Post says'])('is left in "%s"', (title) => {
    expect(headline({ title }).title_display).toBe(title);
  });
});

describe('the time', () => {
  test.each([
    ['missing', null],
    ['not a date', 'yesterday'],
    ['before there were feeds', '1970-01-01T00:00:00Z'],
    ['more than an hour ahead', '2024-03-10T13:00:01Z'],
    ['in another age', '2999-01-01T00:00:00Z'],
  ])('that is %s is the time of the reading, and says so', (_, date) => {
    expect(headline({ date })).toMatchObject({ published_at: now.toISOString(), published_at_from: 'fetch' });
  });

  test.each(['2024-03-10T13:00:00Z', '2024-03-10T11:00:00+02:00', '1990-01-01T00:00:00Z'])('%s is taken from the item', (date) => {
    expect(headline({ date })).toMatchObject({ published_at: new Date(date).toISOString(), published_at_from: 'item' });
  });

  test('before --since leaves the item out', () => {
    const items = [
      item({ title: 'Old', date: '2024-03-08T23:59:59Z' }),
      item({ title: 'New', date: '2024-03-09T00:00:00Z' }),
      item({ title: 'Undated' }),
    ];
    expect(headlinesOf(items, source, now, new Date('2024-03-09')).map(({ title_display }) => title_display)).toEqual(['New', 'Undated']);
  });
});

describe('text', () => {
  test('is rid of what Postgres and terminals cannot hold', () => {
    const one = headline({
      title: 'Talks\0 end\u001b[31m\ud800 now',
      guid: 'g\0\udc00',
      link: 'https://x.example/\0a',
      description: '<p>They\0 met\u0007.</p>\ud83d',
      raw: { 'k\0': ['\ud800', { deep: 'a\0b' }] },
    });
    expect(one).toMatchObject({ title_display: 'Talks end [31m now', guid: 'g', description: 'They met .' });
    expect(JSON.stringify(one)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
    expect(JSON.stringify(one).isWellFormed()).toBe(true);
  });

  test('is cut without leaving half of a character', () => {
    const one = headline({ title: `${'x'.repeat(499)}😀 and more`, description: `${'y'.repeat(999)}😀`, guid: `${'z'.repeat(999)}😀` });
    expect([one.title_original, one.description, one.guid].map((text) => text?.length)).toEqual([499, 999, 999]);
    expect(JSON.stringify(one)).not.toMatch(/\\ud83d/i);
  });

  test.each(['', '   ', '\0', '⚡️'])('that leaves nothing of a title leaves no headline: %j', (title) => {
    expect(headlinesOf([item({ title })], source, now)).toEqual([]);
  });
});

test('a GUID or link of nothing but white space is none', () => {
  expect(headline({ guid: ' \0', link: ' ' })).toMatchObject({ guid: null, url: null });
});

test.each([
  ['https://X.example/a?utm_source=rss&id=5&fbclid=z#top', 'https://x.example/a?id=5'],
  ['https://x.example/a', 'https://x.example/a'],
  ['/relative', null],
  ['javascript:alert(1)', null],
  ['no link at all', null],
])('the canonical link of %s is %s', (link, canonical) => {
  expect(headline({ link }).url_canonical).toBe(canonical);
});
