// Where the groups of a phase go one behind the other and no model is waited for, a second worker brings nothing: it would read anew what the
// first has settled. It stands by instead, and takes over when the first has ended, died or is slow.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sql } from 'postgres';
import type { Log } from '../log.js';
import { begunBefore, claimsOfOthers } from '../work/order.js';
import { isSurelyDead } from '../worker.js';

/** While another works the looks become rarer: each costs the database what the worker that works could have of it. */
const lookEveryMs = { first: 100, last: 500, growth: 1.5 };
/** So many looks in a row must show no claim: between two claims of one worker there is none for a moment. */
const quietLooks = 5;
/** Longer than a group takes by rules; who holds the same one for longer is not waited for. */
const patienceMs = 10_000;
/** Of two that begin at once the first claims: a run comes to its first claim within so many seconds, and is not waited for any longer. */
const beginningSeconds = 3;
/** A run that is not needed for so long ends: its next one may be, and a watchdog takes one that moves nothing for dead. */
const longestMs = 5 * 60_000;

/**
 * What the worker does before each claim. Resolves at once where nobody else works the phase, else when nobody does any more, when nothing is
 * ready, or once `noMore` is aborted; false after five minutes in which others worked. Throws what the database throws.
 */
export function makeStandby(sql: Sql, phase: string, worker: string, noMore: AbortSignal, log: Log): () => Promise<boolean> {
  const seenAtMs = new Map<string, number>();
  let [hasBegun, hasWaited] = [false, false];

  function isWaitedFor(token: string, holder: string): boolean {
    const now = performance.now();
    const first = seenAtMs.get(token) ?? now;
    seenAtMs.set(token, first);
    return now - first < patienceMs && !isSurelyDead(holder, (now - first) / 1000);
  }

  /** Whether another, alive as far as anybody knows, is about to claim first. Both would claim, and read anew what the other settles. */
  async function isAnotherBeginning(): Promise<boolean> {
    return (await begunBefore(sql, phase, worker, beginningSeconds)).some((holder) => !isSurelyDead(holder, 0));
  }

  return async () => {
    const startedAtMs = performance.now();
    let pauseMs = lookEveryMs.first;
    for (let [quiet, needed] = [0, 1]; !noMore.aborted; await sleep(pauseMs)) {
      const { claims, isAnyReady } = await claimsOfOthers(sql, phase, worker);
      const isBusy = claims.some(({ token, worker: holder }) => isWaitedFor(token, holder)) || (!hasBegun && (await isAnotherBeginning()));
      quiet = isBusy ? 0 : quiet + 1;
      pauseMs = isBusy ? Math.min(pauseMs * lookEveryMs.growth, lookEveryMs.last) : lookEveryMs.first;
      if (!isAnyReady || quiet >= needed) {
        hasBegun = true;
        return true;
      }
      if (performance.now() - startedAtMs >= longestMs) return false;
      needed = quietLooks;
      if (!hasWaited) log.info({ event: 'standing by', reason: `Another worker works ${phase}; by rules two are no faster than one.` });
      hasWaited = true;
    }
    return true;
  };
}
