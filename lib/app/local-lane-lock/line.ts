// The wait for the turn. Whoever waits keeps its own place alive, and removes those before it that have died or fallen silent.
import { setTimeout as pause } from 'node:timers/promises';
import type { Sql } from 'postgres';
import { beat, deleteGone, enterLine, type LaneAsker, type RowAhead, readAhead, take } from './row.js';

interface Line {
  sql: Sql;
  asker: LaneAsker;
  /** Silent for longer, a process has lost its turn, or its place in the line. */
  leaseMs: number;
  beatMs: number;
  isSurelyDead: (worker: string, silentSeconds: number) => boolean;
  signal: AbortSignal;
  /** Told of the row as soon as it is there. */
  entered: (turnId: string) => void;
  /** Told of who stands at the head of the line, at each look. */
  sees: (first: RowAhead) => void;
}

/** How soon one that waits looks again: at first, and at most. */
const lookMs = { first: 20, most: 250 };

/** Since when the turn is ours at the latest, by this process's own clock. Throws what the database says, or the signal's reason. */
export async function standInLine(line: Line): Promise<number> {
  const { sql, asker, beatMs, signal, entered, sees } = line;
  let sentAt = performance.now();
  let { turnId, taken } = await enterLine(sql, asker);
  entered(turnId);
  let seenAt = sentAt;
  for (let look = 0; !taken; look++) {
    signal.throwIfAborted();
    sentAt = performance.now();
    const ahead = await readAhead(sql, turnId);
    if (ahead === null) {
      // We were silent for too long ourselves, and begin at the end of the line.
      ({ turnId, taken } = await enterLine(sql, asker));
      entered(turnId);
      continue;
    }
    const [first] = ahead;
    if (!first) taken = await take(sql, turnId);
    else if (!(await clear(line, ahead))) {
      sees(first);
      if (sentAt - seenAt > beatMs) {
        await beat(sql, turnId, false);
        seenAt = sentAt;
      }
      await pause(Math.min(lookMs.first * 1.5 ** look, lookMs.most), undefined, { signal });
    }
  }
  return sentAt;
}

/** Whether one of them was gone. */
async function clear({ sql, leaseMs, isSurelyDead }: Line, ahead: readonly RowAhead[]): Promise<boolean> {
  const gone = ahead
    .map(({ turnId, worker, silentSeconds }) => ({
      turnId,
      dead: isSurelyDead(worker, silentSeconds),
      silent: silentSeconds * 1000 > leaseMs,
    }))
    .filter(({ dead, silent }) => dead || silent);
  for (const { turnId, dead } of gone) await deleteGone(sql, turnId, dead, leaseMs / 1000);
  return gone.length > 0;
}
