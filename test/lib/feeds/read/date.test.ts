// Dates as feeds really write them.
import { expect, test } from 'vitest';
import { readDate } from '../../../../lib/feeds/read/date.js';

const moment = '2026-03-12T09:15:00.000Z';

test.each([
  'Thu, 12 Mar 2026 09:15:00 GMT',
  'Thu, 12 Mar 2026 10:15:00 +0100',
  'Thu, 12 Mar 26 09:15:00 Z',
  '12 Mar 2026 09:15 UT',
  'Thu,12 Mar 2026 09:15:00 GMT',
  'Thursday, 12 March 2026 09:15:00 GMT',
  'Thu, 12 Mar 2026 09:15:00',
  'Thu, 12 Mar 2026 05:15:00 EDT',
  'Thu, 12 Mar 2026 01:15:00 PST',
  'Thu, 12 Mar 2026 10:15:00 CET',
  'Thu, 12 Mar 2026 12:15:00 MSK',
  'Thu, 12 Mar 2026 14:45:00 IST',
  'Thu, 12 Mar 2026 10:15:00 GMT+1',
  'Thu, 12 Mar 2026 10:15:00 UTC+01:00',
  'Thu, 12 Mar 2026 10:15:00 +0100 (CET)',
  'Fri, 12 Mar 2026 09:15:00 XYZ',
  'Thu Mar 12 10:15:00 CET 2026',
  'Thu Mar 12 09:15:00 2026',
  'Thu Mar 12 09:15:00 +0000 2026',
  'Thu Mar 12 2026 10:15:00 GMT+0100 (Central European Standard Time)',
  'March 12, 2026 09:15 AM',
  'Mar 12, 2026, 5:15 am EDT',
  '12-Mar-2026 09:15:00',
  '12 March, 2026 at 09:15',
  'Do, 12 Mär 2026 10:15:00 +0100',
  'Donnerstag, 12. März 2026 10:15:00 +0100',
  'jeu., 12 mars 2026 10:15:00 +0100',
  'jue, 12 mar 2026 10:15:00 +0100',
  '12 de marzo de 2026 09:15',
  'gio, 12 mar 2026 10:15:00 +0100',
  'Qui, 12 Mar 2026 06:15:00 -0300',
  'чт, 12 мар 2026 12:15:00 +0300',
  'Чт, 12 марта 2026 12:15:00 +0300',
  'czw., 12 marca 2026 10:15:00 +0100',
  'Per, 12 Mart 2026 12:15:00 +0300',
  'Πεμ, 12 Μαρτίου 2026 11:15:00 +0200',
  '12 مارس 2026 09:15',
  '2026-03-12T09:15:00Z',
  '2026-03-12T10:15:00+01:00',
  '2026-03-12T10:15:00+0100',
  '2026-03-12T09:15:00.000Z',
  '2026-03-12T09:15:00.123456Z',
  '2026-03-12T09:15Z',
  '2026-03-12 09:15:00',
  '2026-03-12 09:15:00 UTC',
  '2026-03-12 10:15:00 +0100',
  '2026/03/12 09:15',
  '20260312T091500Z',
  '12/03/2026 09:15',
  '3/12/2026 9:15:00 AM',
  '12.03.2026 09:15',
  '2026年3月12日 09:15',
  '2026년 3월 12일 오전 9:15',
  '1773306900',
  '1773306900000',
  '  Thu, 12 Mar 2026\n 09:15:00 GMT ',
])('%s', (written) => {
  const read = readDate(written);
  expect(read === null ? null : new Date(Math.floor(read / 1000) * 1000).toISOString()).toBe(moment);
});

test.each([
  ['2026-03-12', '2026-03-12T00:00:00.000Z'],
  ['2026-03', '2026-03-01T00:00:00.000Z'],
  ['12 Mar 2026', '2026-03-12T00:00:00.000Z'],
  ['1 сентября 2025', '2025-09-01T00:00:00.000Z'],
  ['3. Oktober 2025', '2025-10-03T00:00:00.000Z'],
  ['29 Feb 2024', '2024-02-29T00:00:00.000Z'],
  ['Thu, 12 Mar 98 09:15:00 GMT', '1998-03-12T09:15:00.000Z'],
])('%s, without a time, or of another day', (written, iso) => {
  expect(new Date(readDate(written) ?? 0).toISOString()).toBe(iso);
});

test.each([
  '',
  'yesterday',
  '20261128 16:07:09',
  '12 of 28 November 2026',
  'Version 2.10.3 of 28',
  'Room 12, floor 3',
  '2026-11-28 week 48',
  'yesterday 16:07',
  '16:07',
  'November',
  '32/13/2026',
  '2026-11-28 25:00',
  '2026-11-28 16:67',
  '12345',
  '0000-00-00 00:00:00',
  '2026-02-30',
  '30 Feb 2026',
  '2026-13-01',
  '99 Mar 2026',
  '12 Foo 2026',
  '25:61',
  '12',
  'Thu, 12 Mar 0000 09:15:00 GMT',
  '1'.repeat(200),
])('no date: %s', (written) => {
  expect(readDate(written)).toBeNull();
});

test('the machine has no say: its time zone changes nothing', () => {
  const home = process.env['TZ'];
  process.env['TZ'] = 'Asia/Tokyo';
  const read = readDate('12 Mar 2026 09:15');
  if (home === undefined) delete process.env['TZ'];
  else process.env['TZ'] = home;
  expect(new Date(read ?? 0).toISOString()).toBe(moment);
});
