// The turn at the local servers: one process of the database holds it at a time. Taken when something waits for it, kept while that is so and
// for no longer than its bound, given back a moment after nothing waits that it can answer. Waiting for it is said, and who has it.
import { Fault } from '../fault.js';
import { type ProcessAhead, reason, tellOnce } from './turn/ahead.js';

/** A turn over all processes, freed by itself when its holder dies or freezes. */
export interface SharedTurn {
  /** Resolves when it is ours; `lost` is called when it no longer is. Throws when it cannot be asked for. */
  take: (lost: (why: Error) => void) => Promise<void>;
  giveBack: () => Promise<void>;
  /** False from the moment at which another may have it, before `lost` is called. */
  isOurs: () => boolean;
  holder: () => ProcessAhead | null;
  answered: () => void;
}

interface TurnOptions {
  shared: SharedTurn;
  /** Given back after so long, between two calls, so that others come to theirs. */
  mostMs: number;
  /** Waited for so long in vain, nothing is hoped of it any more. */
  patienceMs: number;
  /** Waiting is said, once of each that is waited for. */
  say: (sentence: string) => void;
  /** It is ours now, or may be asked for again. */
  ready: () => void;
  /** It was lost while a call was under way. */
  lost: (why: Error) => void;
  cannot: (error: unknown) => void;
}

/** The lane does not begin. Milliseconds. */
export interface Standstill {
  /** How long we have waited. */
  waitedMs: number;
  /** For longer than the patience, and nobody who had the turn was answered in that time. */
  tooLong: boolean;
  why: () => Fault;
}

/** After the turn could not be asked for. */
const askAgainMs = 1000;
const longestSilenceMs = 5000;
/** An asker that has just got its answer mostly has another question. */
const lingerMs = 20;

/** The turn as this process has it: not asked for at first. */
export function makeTurn({ shared, mostMs, patienceMs, say, ready, lost, cannot }: TurnOptions) {
  let state: 'none' | 'asking' | 'held' | 'giving' = 'none';
  let heldSince = 0;
  let askedSince = 0;
  const sayAfterMs = Math.min(longestSilenceMs, patienceMs / 4);
  let failedAt = Number.NEGATIVE_INFINITY;
  let failure = '';
  const tell = tellOnce(say);
  let closed = false;
  let leaving: NodeJS.Timeout | undefined;
  const stay = (): void => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const ask = async (): Promise<void> => {
    // Who could not ask a moment ago waits since then.
    if (Date.now() - failedAt > 2 * askAgainMs) askedSince = Date.now();
    state = 'asking';
    try {
      await shared.take((why) => {
        state = 'none';
        lost(why);
      });
      state = 'held';
      heldSince = Date.now();
      failure = '';
    } catch (error) {
      if (closed) return;
      cannot(error);
      failure = error instanceof Error ? error.message : String(error);
      await new Promise((resolve) => setTimeout(resolve, askAgainMs).unref());
      failedAt = Date.now();
      state = 'none';
    }
    ready();
  };
  const giveBack = async (): Promise<void> => {
    stay();
    if (state !== 'held') return;
    state = 'giving';
    try {
      await shared.giveBack();
    } catch (error) {
      if (!closed) cannot(error);
    }
    state = 'none';
    ready();
  };
  return {
    /** Null where we do not wait for it. */
    standstill: (now: number): Standstill | null => {
      if (state !== 'asking') return null;
      const ahead = shared.holder();
      const since = ahead ? Math.max(askedSince, now - ahead.idleSeconds * 1000) : askedSince;
      return { waitedMs: now - askedSince, tooLong: now - since > patienceMs, why: () => new Fault('busy', reason(ahead, failure)) };
    },
    /** Something waits: whether a call may begin now. Asks for the turn, or gives it back, once nothing is under way, when it was ours too long. */
    mayBegin: (now: number, underWay: boolean): boolean => {
      stay();
      const isOver = state === 'held' && now - heldSince > mostMs;
      if (isOver && underWay) return false;
      if (isOver) void giveBack();
      if (state === 'none' && !closed) void ask();
      if (state === 'asking' && now - askedSince >= sayAfterMs) tell(shared.holder());
      return state === 'held' && shared.isOurs();
    },
    answered: (): void => shared.answered(),
    /** Nothing is asked for or given back any more; who made the shared turn ends it. */
    close: (): void => {
      stay();
      closed = true;
    },
    /** Nothing is under way and nothing can begin: it is given back unless that changes at once. */
    idle: (): void => {
      if (state === 'held') leaving ??= setTimeout(() => void giveBack(), lingerMs).unref();
    },
  };
}
