// A time as an operator types it, in the time zone of the settings.
import { span } from '../../config/measures.js';
import { late } from '../../late.js';

const spanShape = late(() => span());

/** "24h" before now, "yesterday" and "today" at their beginning, "2026-11-27", "2026-11-27 14:30"; null for what is none. */
export function momentFromWords(text: string, now: Date, timeZone: string): Date | null {
  const back = spanShape().safeParse(text);
  if (back.success) return new Date(now.getTime() - back.data * 1000);
  if (text === 'now') return now;
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
  if (text === 'today') return localTime(today, '00:00', timeZone);
  if (text === 'yesterday') {
    const before = new Date(`${today}T00:00:00Z`);
    before.setUTCDate(before.getUTCDate() - 1);
    return localTime(before.toISOString().slice(0, 10), '00:00', timeZone);
  }
  const [, day, clock = '00:00'] = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?$/.exec(text) ?? [];
  return day === undefined ? null : localTime(day, clock, timeZone);
}

/** Null for a day that the calendar does not have. */
function localTime(day: string, clock: string, timeZone: string): Date | null {
  const asUtc = new Date(`${day}T${clock}:00Z`);
  if (Number.isNaN(asUtc.getTime()) || asUtc.toISOString().slice(0, 10) !== day) return null;
  let at = asUtc;
  // Twice: the offset of the guess may be that of the other side of a change of clocks.
  for (let times = 0; times < 2; times++) at = new Date(asUtc.getTime() - offsetMs(at, timeZone));
  return at;
}

function offsetMs(at: Date, timeZone: string): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return new Date(`${shown.replace(' ', 'T')}Z`).getTime() - Math.floor(at.getTime() / 1000) * 1000;
}
