// The local server's turn: one process of the database holds it at a time. Taken when something waits for it, kept while that is so and
// for no longer than its bound, given back a moment after nothing waits that it can answer. Waiting for it is said, and who has it.
import { Fault } from '../fault.js';

/** The process at the head of the line. */
interface Ahead {
  /** host/boot/namespace/pid/start. */
  worker: string;
  /** Null for a command of the desk. */
  phase: string | null;
  /** Whether it has the turn; else it is the next to take it. */
  holds: boolean;
  since: Date;
  /** Since its process was heard of. */
  silentSeconds: number;
  /** Since it took the turn, or was last answered in it. */
  idleSeconds: number;
}

/** A turn over all processes, freed by itself when its holder dies or freezes. */
export interface SharedTurn {
  /** Resolves when it is ours; `lost` is called when it no longer is. Throws when it cannot be asked for. */
  take: (lost: (why: Error) => void) => Promise<void>;
  giveBack: () => Promise<void>;
  /** False from the moment at which another may have it, before `lost` is called. */
  isOurs: () => boolean;
  holder: () => Ahead | null;
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

const again = 1000;
const longestSilenceMs = 5000;
/** An asker that has just got its answer mostly has another question. */
const lingerMs = 20;

export function makeTurn({ shared, mostMs, patienceMs, say, ready, lost, cannot }: TurnOptions) {
  let state: 'none' | 'asking' | 'held' | 'giving' = 'none';
  let heldSince = 0;
  let askedSince = 0;
  const sayAfterMs = Math.min(longestSilenceMs, patienceMs / 4);
  let failedAt = Number.NEGATIVE_INFINITY;
  let failure = '';
  let said = '';
  let closed = false;
  let leaving: NodeJS.Timeout | undefined;
  const stay = (): void => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const ask = async (): Promise<void> => {
    // Who could not ask a moment ago waits since then.
    if (Date.now() - failedAt > 2 * again) askedSince = Date.now();
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
      await new Promise((resolve) => setTimeout(resolve, again).unref());
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
  const tell = (now: number): void => {
    const ahead = shared.holder();
    if (state !== 'asking' || !ahead || now - askedSince < sayAfterMs) return;
    const who = `${ahead.worker} ${ahead.since.getTime()}`;
    if (who === said) return;
    said = who;
    say(`local waits for its turn: ${words(ahead)}`);
  };
  return {
    held: (): boolean => state === 'held',
    /** Null where we do not wait for it. */
    standstill: (now: number): Standstill | null => {
      if (state !== 'asking') return null;
      const ahead = shared.holder();
      const since = ahead ? Math.max(askedSince, now - ahead.idleSeconds * 1000) : askedSince;
      return { waitedMs: now - askedSince, tooLong: now - since > patienceMs, why: () => new Fault('busy', reason(ahead, failure)) };
    },
    /** Something waits and nothing is under way: whether a call may begin now. Asks for the turn, or gives it back when it was ours too long. */
    mayBegin: (now: number): boolean => {
      stay();
      if (state === 'held' && now - heldSince > mostMs) void giveBack();
      if (state === 'none' && !closed) void ask();
      tell(now);
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

function reason(ahead: Ahead | null, failure: string): string {
  return ahead
    ? `the turn at the local server is not free: ${words(ahead)}. End that process if it hangs; one that is dead or frozen loses its turn by itself.`
    : `the turn at the local server cannot be asked for: ${failure || 'the database does not answer'}. See that the database runs.`;
}

/** "process 4711 on box (enrich, worker box/...) has had it since 2026-03-10T08:00:12Z, and was last heard of 12 s ago". */
function words({ worker, phase, holds, since, silentSeconds }: Ahead): string {
  const [host = '', , , pid = ''] = worker.split('/');
  const at = `${since.toISOString().slice(0, 19)}Z`;
  const heard = silentSeconds < 5 ? '' : `, and was last heard of ${Math.round(silentSeconds)} s ago`;
  return `process ${pid} on ${host} (${phase ?? 'a command'}, worker ${worker}) ${holds ? 'has had it' : 'is next, and has waited'} since ${at}${heard}`;
}
