import { expect, test } from 'vitest';
import { momentFromWords } from '../../../../lib/desk/brief/moment.js';

const now = new Date('2026-03-29T12:00:00Z');
const at = (text: string, zone = 'UTC') => momentFromWords(text, now, zone)?.toISOString() ?? null;

test('spans, days and clocks are times of the zone, also where the clocks change', () => {
  expect(at('24h')).toBe('2026-03-28T12:00:00.000Z');
  expect(at('yesterday', 'Europe/Berlin')).toBe('2026-03-27T23:00:00.000Z');
  expect(at('today', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z');
  // Berlin has no 02:30 on this day; summer time begins.
  expect(at('2026-03-29 04:30', 'Europe/Berlin')).toBe('2026-03-29T02:30:00.000Z');
  expect(at('2026-03-10', 'Asia/Kolkata')).toBe('2026-03-09T18:30:00.000Z');
  expect(at('now')).toBe(now.toISOString());
  for (const none of ['', 'soon', '2026-13-01', '2026-02-30', '10-03-2026']) expect(at(none)).toBeNull();
});
