// Wall-clock times of a zone as moments. The machine's own time zone is never asked.

/** Minutes east of UTC, or the IANA name of a zone such as Europe/Berlin. */
export type Zone = number | string;

/** `localMillis` is the wall's time as if it were UTC. A time that the clocks skip or show twice is read with the offset before the change. */
export function momentInZone(localMillis: number, zone: Zone): number {
  if (typeof zone === 'number') return localMillis - zone * minuteMillis;
  const before = offsetMillis(zone, localMillis - dayMillis);
  const after = offsetMillis(zone, localMillis + dayMillis);
  const moment = localMillis - before;
  return before === after || offsetMillis(zone, moment) === before ? moment : localMillis - after;
}

const minuteMillis = 60_000;
const dayMillis = 86_400_000;

/** How far a zone of that name is ahead of UTC at a moment. Throws a RangeError for a name no zone has: ask `isZone` first. */
export function offsetMillis(name: string, at: number): number {
  const whole = Math.floor(at / 1000) * 1000;
  if (!Number.isFinite(new Date(whole).getTime())) return 0;
  const shown: Record<string, number> = {};
  for (const { type, value } of clockOf(name).formatToParts(whole)) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour, minute, second) - whole;
}

/** Whether the engine knows a zone of that name, in any capitals. */
export function isZone(name: string): boolean {
  try {
    clockOf(name);
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  let clock = clocks.get(timeZone);
  if (!clock) {
    const fields = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' } as const;
    clock = new Intl.DateTimeFormat('en-US-u-ca-gregory', { ...fields, hourCycle: 'h23', timeZone });
    if (clocks.size < 600) clocks.set(timeZone, clock);
  }
  return clock;
}
