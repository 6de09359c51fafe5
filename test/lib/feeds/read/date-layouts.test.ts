// The layouts that publishing systems are known to write, each with a moment of its own.
import { expect, test } from 'vitest';
import { readDate } from '../../../../lib/feeds/read/date.js';

const minute = '2027-03-19T17:05:00Z';
const second = '2027-03-19T17:05:08Z';
const day = '2027-03-19T00:00:00Z';

test.each([
  ['19 Mar 27 17:05 UTC', minute],
  ['Friday, 19-Mar-27 17:05:08 UTC', second],
  ['19 Mar 27 20:05 +0300', minute],
  ['Fri Mar 19 17:05:08 UTC 2027', second],
  ['Fri Mar 19 20:05:08 +0300 2027', second],
  ['Fri Mar 19 17:05:08 2027', second],
  ['Fri Mar 19 17:05 2027', minute],
  ['Fri Mar 19 17:05:08 2027 UTC', second],
  ['Fri, 19 Mar 2027 20:05:08 MSK +03:00', second],
  ['Fri, March 19, 2027, 5:05 PM UTC', minute],
  ['Fri, March 19 2027 20:05:08 +0300', second],
  ['Fri, March 19, 2027, 17:05:08 UTC', second],
  ['Fri, Mar 19,2027 17:05:08 UTC', second],
  ['Fri, Mar 19 2027 10:05:08 -700', second],
  ['Fri Mar 19, 2027 5:05 pm', minute],
  ['Fri, 19/03/2027', day],
  ['Friday, 19. March 2027 - 17:05', minute],
  ['Friday 19 March 2027', day],
  ['Friday, March 19, 2027 05:05 PM', minute],
  ['Friday, March 19, 2027 - 5:05pm', minute],
  ['Friday, March 19, 2027 - 17:05', minute],
  ['Fri, 03/19/2027 - 17:05', minute],
  ['19/03/2027 - 17:05', minute],
  ['Fri, 19 March 2027, 20:05 +0300', minute],
  ['Fri, 19 Mar 2027 8:05:08 PM +0300', second],
  ['Fri, 19 Mar 2027 17:5:8 UTC', second],
  ['Fri, 19 Mar 2027 20:5:8 +0300 GMT', second],
  ['Fri, 19, Mar 2027 17:5', minute],
  ['Fri, 19 Mar 2027 17:05:08UTC', second],
  ['fri,19 Mar 2027 17:05:08 UTC', second],
  ['Fri, 19 Mar 2027 20:05:08+0300', second],
  ['Fri, 19 Mar 2027 20:05:08 --0300', '2027-03-19T23:05:08Z'],
  ['Fri, 19 Mar 2027 20:05:08 +03', second],
  ['Fri, 19 Mar 2027 17:05:08 00', second],
  ['Fri, 19 Mar 2027 20 +0300', '2027-03-19T17:00:00Z'],
  ['Fri, 2027-03-19 17:05', minute],
  ['Fri, 03 19 2027 17:05:08 +0000', second],
  ['Fri, 19th Mar 2027 17:05:08 UTC', second],
  ['Mar. 19, 2027, 5:05 p.m.', minute],
  ['March 19 2027 05:05:08 PM', second],
  ['Mar 19 2027 05:05:08PM', second],
  ['19.3.2027 17:05:08', second],
  ['2027 March 19', day],
  ['2027-3-19T17:05:08Z', second],
  ['2027-3-19 17:05:08', second],
  ['2027-03-19T20:05:08+03:00Z', second],
  ['2027-03-19T20:05:08+03:00:00', second],
  ['2027-03-19T20:05:08:+0300', second],
  ['2027-03-19T17:05:08:00', second],
  ['2027-03-19 at 17:05:08', second],
  ['2027-03-19 00:00:00.0 20:05:08.0 +0300', second],
  ['20:05 19.03.2027 +0300', minute],
  ['3/19/2027 5:05:08 PM', second],
  ['3/19/2027 17:05:08 UTC', second],
  ['19 Friday, Mar 2027 17:05', minute],
  ['19.03.2027 +0300', '2027-03-18T21:00:00Z'],
  ['03-19-2027', day],
  ['Mar. 2027', '2027-03-01T00:00:00Z'],
  ['19 March, 2027', day],
  ['19 Mar 2027 UTC', day],
  ['Fri, March 19, 2027 at 05:05 PM UTC', minute],
  ['03/19/27 17:05:08', second],
  ['19.03.27', day],
  ['19/Mar/2027:20:05:08 +0300', second],
  ['20270319170508', second],
])('%s', (written, iso) => {
  expect(new Date(readDate(written) ?? 0).toISOString().replace('.000Z', 'Z')).toBe(iso);
});

test('where the numbers allow two readings, the weekday decides', () => {
  expect(readDate('Fri, 04/09/2027 - 10:00')).toBe(Date.UTC(2027, 3, 9, 10));
  expect(readDate('Sat, 04/09/2027 - 10:00')).toBe(Date.UTC(2027, 8, 4, 10));
});
