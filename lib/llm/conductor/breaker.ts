// Opens after failures in a row, so that what is down is left alone; after a cool-down lets one probe through; closes when that succeeds,
// else cools down twice as long. Time is handed in, milliseconds.

interface BreakerSettings {
  /** Failures in a row that open it. */
  failures: number;
  coolDownMs: number;
  coolDownMostMs: number;
  /** 0 to 1, for the jitter: a quarter either way. */
  random: () => number;
}

type BreakerState = 'closed' | 'open' | 'probing';

interface Breaker {
  /** When it may be asked again: 0 while closed, infinity while a probe is under way. */
  opensAt: () => number;
  state: () => BreakerState;
  /** A call begins; behind an open breaker it is the probe. */
  started: () => void;
  succeeded: () => void;
  /** The call began and ended without saying anything of the server: a probe is given back. */
  saidNothing: () => void;
  /** Returns whether this failure opened it. */
  failed: (now: number) => boolean;
}

const breakerStandard: BreakerSettings = { failures: 3, coolDownMs: 2000, coolDownMostMs: 5 * 60_000, random: Math.random };

/** Closed at first. */
export function makeBreaker({ failures, coolDownMs, coolDownMostMs, random }: BreakerSettings = breakerStandard): Breaker {
  let inARow = 0;
  let openings = 0;
  let until = 0;
  let probing = false;
  return {
    opensAt: () => (probing ? Number.POSITIVE_INFINITY : until),
    state: () => (probing ? 'probing' : until > 0 ? 'open' : 'closed'),
    started: () => {
      if (until > 0) probing = true;
    },
    succeeded: () => {
      inARow = 0;
      openings = 0;
      until = 0;
      probing = false;
    },
    saidNothing: () => {
      probing = false;
    },
    failed: (now) => {
      inARow++;
      // Calls that were under way when it opened fail after it: they say nothing new.
      if (!probing && (until > 0 || inARow < failures)) return false;
      probing = false;
      until = now + Math.min(coolDownMs * 2 ** openings, coolDownMostMs) * (0.75 + random() / 2);
      openings++;
      return true;
    },
  };
}
