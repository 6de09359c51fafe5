// A time as an operator types it, or a sentence on what is allowed.
import { momentOf } from './brief/moment.js';
import { DeskError, exitCodes } from './end.js';

/** Throws DeskError for what is no time. */
export function timeArgument(text: string, now: Date, timeZone: string): Date {
  const at = momentOf(text, now, timeZone);
  if (at) return at;
  throw new DeskError(
    `"${text}" is no time: allowed is a span such as 24h, "yesterday", "today", 2026-11-27 or "2026-11-27 14:30".`,
    exitCodes.wrongConfiguration,
  );
}
