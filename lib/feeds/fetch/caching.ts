// What the headers of an answer ask of us, in seconds: how long the feed stays fresh, how long to stay away. Whatever a server writes, it
// is between zero and a day.
import type { IncomingHttpHeaders } from 'node:http';

export const daySeconds = 86_400;

/**
 * How long the answer stays fresh: Cache-Control's max-age less Age, else Expires less Date (RFC 9111, 4.2.1). At most 24 h.
 * Null when the server says nothing, forbids keeping, or names a moment that has passed.
 */
export function freshForSeconds(headers: IncomingHttpHeaders, now: Date): number | null {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(cache|store)\b/i.test(control)) return null;
  const maxAge = control.match(/(?:^|[\s,])max-age\s*=\s*"?(\d+)/i)?.[1];
  const seconds = maxAge === undefined ? untilSeconds(headers.expires, headers, now) : Number(maxAge) - ageSeconds(headers);
  return seconds !== null && seconds > 0 ? Math.min(seconds, daySeconds) : null;
}

/** Retry-After, as seconds or as a date; at most 24 h, 0 for a moment that has passed. Null when absent or not understood. */
export function retryAfterSeconds(headers: IncomingHttpHeaders, now: Date): number | null {
  const text = headers['retry-after']?.trim();
  if (text === undefined) return null;
  const seconds = /^\d+$/.test(text) ? Number(text) : untilSeconds(text, headers, now);
  return seconds === null ? null : Math.min(Math.max(seconds, 0), daySeconds);
}

function ageSeconds(headers: IncomingHttpHeaders): number {
  const age = headers.age?.trim() ?? '';
  return /^\d+$/.test(age) ? Number(age) : 0;
}

/** Counted from the server's own Date where it gives one, so that a wrong clock on either side does no harm. */
function untilSeconds(date: string | undefined, headers: IncomingHttpHeaders, now: Date): number | null {
  const then = dateOf(date);
  return then === null ? null : Math.round((then - (dateOf(headers.date) ?? now.getTime())) / 1000);
}

/** "Sun, 06 Nov 1994 08:49:37 GMT" and the two older forms; null for "0", "-1" and other things that are no date. */
function dateOf(text: string | undefined): number | null {
  const time = text && /[a-z]{3}.*\d{2}:\d{2}/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? null : time;
}
