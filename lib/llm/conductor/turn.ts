// The local server's turn: one process of the database holds it at a time. Taken when something waits for it, kept while that is so and
// for no longer than its bound, given back a moment after nothing waits that it can answer.

/** A lock over all processes, freed by itself when its holder dies. */
export interface SharedTurn {
  /** Resolves when it is ours; `lost` is called when it no longer is. Throws when it cannot be asked for. */
  take: (lost: (why: Error) => void) => Promise<void>;
  giveBack: () => Promise<void>;
}

export interface TurnOptions {
  shared: SharedTurn;
  /** Given back after so long, between two calls, so that others come to theirs. */
  mostMs: number;
  /** It is ours now, or may be asked for again. */
  ready: () => void;
  /** It was lost while a call was under way. */
  lost: (why: Error) => void;
  cannot: (error: unknown) => void;
}

const again = 1000;
/** An asker that has just got its answer mostly has another question. */
const lingerMs = 20;

export function makeTurn({ shared, mostMs, ready, lost, cannot }: TurnOptions) {
  let state: 'none' | 'asking' | 'held' | 'giving' = 'none';
  let heldSince = 0;
  let askedSince = 0;
  let closed = false;
  let leaving: NodeJS.Timeout | undefined;
  const stay = (): void => {
    clearTimeout(leaving);
    leaving = undefined;
  };
  const ask = async (): Promise<void> => {
    state = 'asking';
    askedSince = Date.now();
    try {
      await shared.take((why) => {
        state = 'none';
        lost(why);
      });
      state = 'held';
      heldSince = Date.now();
    } catch (error) {
      if (closed) return;
      cannot(error);
      await new Promise((resolve) => setTimeout(resolve, again).unref());
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
    held: (): boolean => state === 'held',
    /** How long we have been waiting for it. */
    waitingMs: (now: number): number => (state === 'asking' ? now - askedSince : 0),
    /** Something waits and nothing is under way: whether a call may begin now. Asks for the turn, or gives it back when it was ours too long. */
    mayBegin: (now: number): boolean => {
      stay();
      if (state === 'held' && now - heldSince > mostMs) void giveBack();
      if (state === 'none' && !closed) void ask();
      return state === 'held';
    },
    /** Nothing is asked for or given back any more; what is held goes with its connection. */
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
