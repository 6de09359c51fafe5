// How fast a phase goes, and how long what waits will take.

/** Items a minute, to a tenth; 0 when nothing was finished or no time passed. */
export function perMinute(finished: number, activeSeconds: number): number {
  return activeSeconds > 0 ? tenths((finished * 60) / activeSeconds) : 0;
}

/** Minutes until `waiting` items are done at that rate, to a tenth and no less while any wait; 0 when none do, null when the rate says nothing. */
export function etaMinutes(waiting: number, itemsPerMinute: number): number | null {
  if (waiting === 0) return 0;
  return itemsPerMinute > 0 ? Math.max(0.1, tenths(waiting / itemsPerMinute)) : null;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
