// Whose turn it is to ask the servers on the GPU: one process of a database at a time, in the order in which they asked. The turn hangs
// on a row that is kept alive by Postgres's clock, not on a session: so it holds behind a pooler, and a holder that is killed or frozen
// loses it.
import type { Sql } from 'postgres';
import { holdTurn } from './local-lane-lock/hold.js';
import { standInLine } from './local-lane-lock/line.js';
import { type LaneAsker, leave, type RowAhead } from './local-lane-lock/row.js';

interface TurnOptions {
  asker: LaneAsker;
  /** True only of a worker that is surely gone: its turn is free at once. */
  isSurelyDead: (worker: string, silentSeconds: number) => boolean;
  /** Silent for longer, a process has lost its turn, or its place in the line. */
  leaseMs?: number;
}

const standardLeaseMs = 15_000;
/** How long `close` waits for the database at most. */
const lastWordsMs = 1000;

/** `connect` opens a connection that nothing else uses, when the turn is first asked for. */
export function makeSharedTurn(connect: () => Sql, { asker, isSurelyDead, leaseMs = standardLeaseMs }: TurnOptions) {
  const beatMs = leaseMs / 5;
  const closing = new AbortController();
  let sql: Sql | undefined;
  let turnId: string | null = null;
  let held: ReturnType<typeof holdTurn> | null = null;
  let first: RowAhead | null = null;
  let taking: Promise<void> = Promise.resolve();

  const goAway = async (): Promise<void> => {
    held?.stop();
    held = null;
    const id = turnId;
    turnId = null;
    if (sql && id !== null) await leave(sql, id);
  };
  const wait = async (lost: (why: Error) => void): Promise<void> => {
    sql ??= connect();
    await goAway();
    const since = await standInLine({
      ...{ sql, asker, leaseMs, beatMs, isSurelyDead, signal: closing.signal },
      entered: (id) => {
        turnId = id;
      },
      sees: (ahead) => {
        first = ahead;
      },
    });
    closing.signal.throwIfAborted();
    first = null;
    held = holdTurn({ sql, turnId: turnId ?? '', since, leaseMs, beatMs, lost });
  };
  return {
    /** Waits for the turn, for as long as it takes. `lost` is told when it is no longer ours. Throws what the database says. */
    take: (lost: (why: Error) => void): Promise<void> => {
      taking = wait(lost);
      return taking;
    },
    isOurs: (): boolean => held?.isOurs() ?? false,
    /** Who is at the head of the line while we stand in it, as last read; null where that is not known. */
    holder: (): RowAhead | null => first,
    answered: (): void => held?.answered(),
    giveBack: goAway,
    /** Gives back whatever is held or asked for. What the database does not hear in a second it frees by itself. */
    close: async (): Promise<void> => {
      closing.abort(new Error('The turn is not asked for any more.'));
      const late = new Promise<void>((resolve) => setTimeout(resolve, lastWordsMs).unref());
      try {
        await Promise.race([taking.catch(() => undefined).then(goAway), late]);
      } finally {
        await sql?.end({ timeout: 0 });
      }
    },
  };
}
