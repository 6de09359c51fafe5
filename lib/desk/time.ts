// A time as an operator types it, or a sentence on what is allowed.
import { momentFromWords } from './brief/moment.js';
import { DeskError, exitCodes } from './end.js';

/** Of a flag, such as `--since`, that is named where its text is no time: then throws DeskError. */
export function timeArgument(flag: string, text: string, now: Date, timeZone: string): Date {
  const at = momentFromWords(text, now, timeZone);
  if (at) return at;
  throw new DeskError(
    `${flag} "${text}" is no time: allowed is a span such as 24h, "yesterday", "today", 2026-11-27 or "2026-11-27 14:30".`,
    exitCodes.wrongConfiguration,
  );
}
