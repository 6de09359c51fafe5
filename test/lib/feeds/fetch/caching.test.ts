import { describe, expect, test } from 'vitest';
import { freshForSeconds, retryAfterSeconds } from '../../../../lib/feeds/fetch/caching.js';

const now = new Date('2026-03-10T08:00:00Z');
const inAnHour = 'Tue, 10 Mar 2026 09:00:00 GMT';

describe('freshness', () => {
  test.each([
    ['nothing said', {}, null],
    ['max-age', { 'cache-control': 'max-age=900' }, 900],
    ['max-age among others, quoted', { 'cache-control': 'public, Max-Age = "900", must-revalidate' }, 900],
    ['max-age less the time spent in a cache', { 'cache-control': 'max-age=900', age: '600' }, 300],
    ['max-age that is used up', { 'cache-control': 'max-age=900', age: '900' }, null],
    ['s-maxage, which is for the caches of others', { 'cache-control': 's-maxage=900' }, null],
    ['max-age of a year', { 'cache-control': 'max-age=31536000, immutable' }, 86_400],
    ['max-age=0', { 'cache-control': 'max-age=0', expires: inAnHour }, null],
    ['max-age that is no number', { 'cache-control': 'max-age=soon' }, null],
    ['no-cache', { 'cache-control': 'no-cache, max-age=900' }, null],
    ['no-store with Expires', { 'cache-control': 'no-store', expires: inAnHour }, null],
    ['Expires', { expires: inAnHour }, 3600],
    ["Expires by the server's own wrong clock", { expires: 'Tue, 10 Mar 2020 09:00:00 GMT', date: 'Tue, 10 Mar 2020 08:00:00 GMT' }, 3600],
    ['max-age before Expires', { 'cache-control': 'max-age=60', expires: inAnHour }, 60],
    ['Expires in the past', { expires: 'Thu, 01 Jan 1970 00:00:00 GMT' }, null],
    ['Expires: 0', { expires: '0' }, null],
    ['Expires: -1', { expires: '-1' }, null],
    ['Expires in the year 9999', { expires: 'Fri, 31 Dec 9999 23:59:59 GMT' }, 86_400],
  ])('%s', (_name, headers, seconds) => {
    expect(freshForSeconds(headers, now)).toBe(seconds);
  });
});

describe('Retry-After', () => {
  test.each([
    [undefined, null],
    ['120', 120],
    [' 120 ', 120],
    ['0', 0],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    ['999999999999', 86_400],
    [inAnHour, 3600],
    ['Tuesday, 10-Mar-26 09:00:00 GMT', 3600],
    ['Tue, 10 Mar 2026 07:00:00 GMT', 0],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 86_400],
  ])('%s is %s s', (text, seconds) => {
    expect(retryAfterSeconds(text === undefined ? {} : { 'retry-after': text }, now)).toBe(seconds);
  });
});
